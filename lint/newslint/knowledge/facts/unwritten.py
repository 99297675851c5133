"""Counts that no figure says: `Dulawan, Masipit and Tulay provinces` are three, `a son and two daughters` three children."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.facts.counted import Counted
from newslint.knowledge.facts.lists import series
from newslint.knowledge.facts.plurals import plural
from newslint.knowledge.facts.quantities import Quantity
from newslint.knowledge.numbers import Number, read
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_GENERIC: Final = (
    "provinces counties districts states regions islands villages towns cities parishes countries boroughs suburbs departments "
    "governorates"
).split()
_GENERIC_AFTER = lazy(
    r" (?P<noun>provinces|counties|districts|states|regions|islands|villages|towns|cities|parishes|departments|governorates)\b"
)
_GENERIC_BEFORE = lazy(
    r"(?:the )?(?P<noun>provinces|counties|districts|states|regions|islands|villages|towns|cities|parishes|countries|"
    r"boroughs|suburbs) of \Z"
)
_KIN: Final = (
    r"(?:an?|one|two|three|four|five|six|seven) (?:[a-z]+ )?(?:sons?|daughters?)(?:,? [a-z]+(?: and [a-z]+)?(?=,))?"
)
_CHILDREN = lazy(
    rf"\b(?:had|have|has|leaves|leaving|survived by|with|raised|by (?:his|her) (?:wife|husband)[^.;]{{0,40}}?)[ ,]+(?:and )?"
    rf"(?P<kin>{_KIN}(?:,? and |, ){_KIN})"
)
_ONE_KIN = lazy(r"\b(?P<many>an?|one|two|three|four|five|six|seven) (?:[a-z]+ )?(?:son|daughter)s?\b")


def unwritten(document: Document) -> tuple[Quantity, ...]:
    """The counts that lists make, in order; use `document.derived(unwritten)`."""
    text = document.folded().text
    named = _named(document) if any(noun in text for noun in _GENERIC) else ()
    return (*named, *(_children(document) if " son" in text or " daughter" in text else ()))


def _named(document: Document) -> Iterator[Quantity]:
    """Counts that a list of names makes: `Dulawan, Masipit and Tulay provinces`, `the counties of Orr and Lund`."""
    view = document.folded()
    for span, items in document.derived(series):
        start, end = view.locate(span.start), view.locate(span.end)
        after, before = (
            _GENERIC_AFTER.match(view.text, end),
            _GENERIC_BEFORE.search(view.text, max(start - 30, 0), start),
        )
        hit = after or before
        if hit is None or not plural(hit["noun"]) or hit["noun"].endswith("'s"):
            continue
        yield _made(document, span, items, Counted(hit.start("noun"), hit.end("noun"), hit["noun"]))


def _children(document: Document) -> Iterator[Quantity]:
    """The children that sons and daughters make."""
    view = document.folded()
    for hit in _CHILDREN.finditer(view.text):
        many = [kin["many"] for kin in _ONE_KIN.finditer(hit["kin"])]
        total = sum(int(read(word)[0].value) if word not in ("a", "an") else 1 for word in many)
        if len(many) > 1:
            yield _made(document, view.span(*hit.span("kin")), total, Counted(hit.end(), hit.end(), "children"))


def _made(document: Document, span: Span, value: int, counted: Counted) -> Quantity:
    view = document.folded()
    number = Number(view.locate(span.start), view.locate(span.end), float(value), 1.0, words=True)
    quoted = not document.quoted.outside(span.start, span.end)
    return Quantity(span.start, span.end, "count", number, counted=counted, quoted=quoted)
