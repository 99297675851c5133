"""Figures on top of an article, or in a box of it, that its text does not bear out: headline, standfirst, caption, key points.

A figure of a summary is borne out if the text has it, rounded or in other words, or if two figures of the text make it. One
that is not is held against the figure of the text that it should be: of the same kind, and in a sentence that says the same, or
with the same digits in another order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.linked.borne_out import borne_out, kind_of, size
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.nouns import family
from newslint.knowledge.facts.quantities import Quantity, quantities
from newslint.knowledge.headline import stems
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.article.segment import Segment
    from newslint.finding import Span

_TOP: Final = frozenset({"headline", "dek", "caption", "subhead"})
_KINDS: Final = frozenset({"count", "money", "percent", "measure", "duration"})
# A line of a box: "Annual saving: $26,000".
_LABELLED: Final = lazy(r"(?:[■●►▶•–-] ?)?[A-Z][^.:;!?\n]{2,44}: [^\n]{1,60}")
_BULLET: Final = ("■", "●", "►", "▶")
_FAR: Final = 2.2
_MANY: Final = 4
_LEAST: Final = 2  # stems that a sentence shares with the line


def summaries(document: Document) -> Iterator[Clash]:
    """The figures of summaries that the text does not bear out."""
    tops = [segment for segment in document.segments if _is_summary(document, segment)]
    if not tops:
        return
    found = document.derived(quantities)
    body = [one for one in found if not any(part.start <= one.start < part.end for part in tops)]
    for part in tops:
        if sum(part.start <= one.start < part.end for one in found) > _MANY:
            continue  # a table
        for one in found:
            if part.start <= one.start < part.end and _checked(document, one) and not borne_out(document, one, body):
                other = _meant(document, part, one, body)
                if other is not None:
                    yield Clash("top", one.span, (other.span,))


def _is_summary(document: Document, segment: Segment) -> bool:
    """Whether a block sums the article up, or is a line of a box."""
    if segment.kind in _TOP:
        return True
    text = document.prose.text[segment.start : segment.end]
    if segment.kind == "list-item" or text.startswith(_BULLET):
        return not text.rstrip().endswith(".")
    return segment.kind == "paragraph" and _LABELLED.fullmatch(text) is not None


def _checked(document: Document, one: Quantity) -> bool:
    """Whether a figure is one that the text should have: exact, of a plain kind, and no end of anything."""
    return (
        kind_of(one) in _KINDS
        and one.after is None
        and not (one.quoted or one.ranged or one.change in ("from", "by"))
        and one.value > 1
        and _AGO.match(document.folded().text, document.folded().locate(one.end)) is None
    )


def _meant(document: Document, part: Segment, one: Quantity, body: Sequence[Quantity]) -> Quantity | None:
    """The figure of the text that a figure of a summary should be."""
    said = frozenset(stems(document.prose.text[part.start : part.end])) - _own(one)
    found = [other for other in body if _may_be(one, other)]
    slips = [other for other in found if _slip(one, other) and _context(document, said, other)]
    if slips:
        return slips[0]
    turned = [
        other
        for other in found
        if _slip(one, other) and (one.kind != "count" or _same_noun(one, other)) and not _tenfold(one, other)
    ]
    if len({other.value for other in turned}) == 1:
        return turned[0]
    costs = [other for other in found if one.kind == "money" and _is_cost(document, other)]
    if len({other.value for other in costs}) == 1 and _PRICED.search(document.folded().text, *_after(document, one)):
        return costs[0]
    totals = [other for other in body if one.kind == other.kind == "count" and _is_total(document, one, other)]
    if len({other.value for other in totals}) == 1 and _context(document, said, totals[0]):
        return totals[0]
    least = _LEAST - (len({other.value for other in found}) == 1 and one.kind in ("duration", "money"))
    found = [other for other in found if _ancient(one) or not _OF_OTHERS.search(_sentence(document, other))]
    shared = [other for other in found if len(said & _stems(document, document.sentence_at(other.start))) >= least]
    return shared[0] if shared and len({other.value for other in shared}) == 1 else None


def _ancient(one: Quantity) -> bool:
    """Whether a figure is the age of what is older than any life."""
    return kind_of(one) == "duration" and one.value > _OLD


def _may_be(one: Quantity, other: Quantity) -> bool:
    if (
        kind_of(one) != kind_of(other)
        or other.quoted
        or other.ranged
        or other.change in ("from", "by")
        or not other.value
    ):
        return False
    if one.unit != other.unit and not _ancient(one):
        return False
    if one.kind == "count" and not _same_noun(one, other):
        return _slip(one, other) and one.value >= _LARGE
    return 1 / _FAR < size(one) / size(other) < _FAR or _slip(one, other)


_LARGE: Final = 100
_PRICED: Final = lazy(
    r"[ -](?:[a-z-]+ ){0,3}?(?:plan|scheme|project|bridge|wall|bypass|stadium|deal|upgrade|rebuild|road|tunnel|centre|"
    r"center|building|school|"
    r"hospital|line|revamp|makeover|wing|park|pool|plant|contract|bill|budget|cost|extension|redevelopment|tower|hall|"
    r"museum|port|terminal)\b"
)
_COST: Final = lazy(
    r"\b(?:price tag of|(?:total |overall |final |estimated )?(?:cost|bill|outlay|budget|price) (?:of|is|was|will be|would "
    r"be|comes to|came to|at|to)|(?:will|would|to) cost|costing|costs|priced at)(?: (?:about|some|an estimated|around|"
    r"nearly))* \Z"
)
_TOTAL: Final = lazy(r"(?: [a-z]+){0,2} (?:in all|in total|altogether|all told)\b")


def _after(document: Document, one: Quantity) -> tuple[int, int]:
    end = document.folded().locate(one.end)
    return end, end + 50


def _is_cost(document: Document, one: Quantity) -> bool:
    """Whether a figure is said to be what something costs."""
    at = document.folded().locate(one.start)
    return _COST.search(document.folded().text, max(at - 60, 0), at) is not None


def _is_total(document: Document, one: Quantity, other: Quantity) -> bool:
    """Whether a figure of the text is a total that a headline's is near."""
    text, end = document.folded().text, document.folded().locate(other.end)
    return (
        one.value >= _LARGE
        and other.value / _FAR < one.value < other.value * _FAR
        and _TOTAL.match(text, end) is not None
    )


def _same_noun(one: Quantity, other: Quantity) -> bool:
    """Whether two counts are of one noun, or of what became of people."""
    if one.state and one.state == other.state:
        return True
    return (
        one.counted is not None
        and other.counted is not None
        and family(one.counted.lemma) == family(other.counted.lemma)
    )


def _slip(one: Quantity, other: Quantity) -> bool:
    """Whether two figures have the same digits in another order, or a nought more."""
    first, second = (f"{each.value:.6g}".replace(".", "").replace("e+", "").strip("0") for each in (one, other))
    if one.value == other.value or len(first) < 2:
        return False
    return sorted(first) == sorted(second) and (
        first != second or round(max(one.value, other.value) / min(one.value, other.value), 6) == 10
    )


def _tenfold(one: Quantity, other: Quantity) -> bool:
    return round(max(one.value, other.value) / min(one.value, other.value), 6) == _TEN


_TEN: Final = 10
_OLD: Final = 150  # years of more than a life


def _context(document: Document, said: frozenset[str], other: Quantity) -> bool:
    """Whether the sentence of a figure, or its paragraph, shares a word with a line."""
    segment = document.segment_at(other.start)
    return segment is not None and bool(said & _stems(document, segment))


def _stems(document: Document, span: Span | Segment) -> frozenset[str]:
    return frozenset(stems(document.prose.text[span.start : span.end]))


def _own(one: Quantity) -> frozenset[str]:
    return frozenset(stems(one.counted.head)) if one.counted is not None else frozenset()


_OF_OTHERS: Final = lazy(
    r"\b(?:last (?:year|month|season|week)|previous\w*|earlier|another|others?|originally|initially|ago|compared|than|"
    r"record|average|each|per|"
    r"up to|at least|about half|some of|including|further|more|sold)\b"
)


def _sentence(document: Document, one: Quantity) -> str:
    span = document.sentence_at(one.start)
    return document.prose.text[span.start : span.end].lower()


_AGO: Final = lazy(r"[ -](?:ago|old|later|earlier|before|after|since)\b")
_FINAL: Final = lazy(
    r"\b(?:make it|made it|finish\w*|final|ended|end|won|win|beat|lost|defeat\w*|victory|triumph\w*|winners|score)\b[^.;]{0,50}\Z"
)


def scores(document: Document) -> Iterator[Clash]:
    """The score of a headline that the report does not have, while it says how the match ended."""
    found = [one for one in document.derived(quantities) if one.kind == "score" and not one.quoted]
    tops = [
        one
        for one in found
        if (part := document.segment_at(one.start)) is not None and part.kind in ("headline", "dek")
    ]
    body = [one for one in found if one not in tops]
    text = document.prose.text
    for top in tops:
        ends = [one for one in body if _FINAL.search(text, max(one.start - 60, 0), one.start)]
        if ends and not any({one.value, one.after} == {top.value, top.after} for one in body):
            yield Clash("top", top.span, (ends[-1].span,))
