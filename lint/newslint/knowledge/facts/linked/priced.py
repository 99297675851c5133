"""What the article's main thing costs or measures, as an attribute of it: `a £4.2m flood wall`, `the £4.5 million scheme`.

A later attribute is of the main thing if it is definite and has the same noun, or one of those that take up any plan or work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts.lapses import lapses_in
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.nouns import family
from newslint.knowledge.facts.quantities import quantities
from newslint.knowledge.numbers import Interval
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.finding import Span

# Nouns that take up a plan, a work, a purchase or a gift that has been told of.
_ANY: Final = frozenset(
    "scheme project plan programme program deal contract package development work proposal investment purchase takeover "
    "transaction "
    "agreement initiative facility building venture bid acquisition upgrade redevelopment makeover refurbishment renovation "
    "undertaking structure complex site".split()
)
_PRIZES: Final = frozenset(
    "fine penalty settlement prize award loan grant gift donation bequest lottery jackpot bail ransom fund budget".split()
)
_AFTER: Final = lazy(r"[ -](?P<words>[a-z][a-z'-]*(?:[ -][a-z][a-z'-]*){0,4})")
_STOP: Final = frozenset(
    "of in on at to for from by with and or but that which who is was were are has have had will would a an the its his "
    "her their this "
    "as than after before when while if per each every more less last next this over under a-year annually on into out up "
    "down it he "
    "she they we you said says into be been worth ago".split()
)
_NAMES_THING: Final = lazy(
    r"\b(?P<det>the|this|that|its|their|his|her|a|an) (?:new |planned |proposed |controversial |whole |entire |record |"
    r"massive |huge |latest |[a-z]+ed )*\Z"
)
_REVISED: Final = lazy(
    r"\b(?:revis\w+|origin\w+|initial\w*|at first|rose|risen|rising|increase\w*|soar\w*|balloon\w*|grew|grown|up from|down "
    r"from|now|cut|reduced|"
    r"first|second|another|other|latest|previous\w*|earlier|separate|additional|further|more than|part of|phase|"
    r"estimate\w*|overrun\w*|"
    r"inflation|instead|rather|each|new|last year|next year|annual|similar|like|rival|also|plus|including|would|could)\b"
)
_SLIP: Final = 2.2


class Attribute(Struct, frozen=True):
    """A figure before a noun: `noun` is its head, `words` all beside that; `definite` that readers know the thing.

    `unit` is what it measures in, `range` the values that it may be a rounding of.
    """

    span: Span
    unit: str
    value: float
    range: Interval
    noun: str
    words: frozenset[str]
    definite: bool
    top: bool


def priced(document: Document) -> Iterator[Clash]:
    """Attributes of the main thing that differ."""
    found = tuple(sorted(_attributes(document), key=lambda one: one.span.start))
    tops = [one for one in found if one.top]
    for later in found:
        earlier = [one for one in tops if one.unit == later.unit and _apart(document, one, later)]
        if not later.definite or len({one.value for one in earlier}) != 1:
            continue
        first = earlier[0]
        if _same_thing(first, later) and _differ(document, first, later, found):
            yield Clash("priced", later.span, (first.span,))


def _apart(document: Document, one: Attribute, other: Attribute) -> bool:
    """Whether one comes first, in another paragraph."""
    return one.span.start < other.span.start and document.segment_at(one.span.start) != document.segment_at(
        other.span.start
    )


def _attributes(document: Document) -> Iterator[Attribute]:
    """Every figure before a noun: amounts of money, and measures and durations with a hyphen."""
    view = document.folded()
    for one in document.derived(quantities):
        hyphened = "-" in view.text[one.number.start : view.locate(one.end) + 1]
        if not (one.ranged or one.number.hedge == "over") and (
            one.kind == "money" or (one.kind == "measure" and hyphened)
        ):
            yield from _made(
                document, view.locate(one.start), view.locate(one.end), one.unit, one.value, one.number.exact
            )
    for segment in document.segments:
        if segment.kind in _READ:
            for lapse in lapses_in(view.text, view.locate(segment.start), view.locate(segment.end)):
                if lapse.attributive and not lapse.hedge:
                    value = Interval(lapse.count, lapse.count)
                    yield from _made(document, lapse.start, lapse.end, lapse.unit, lapse.count, value)


def _made(document: Document, start: int, end: int, unit: str, value: float, exact: Interval) -> Iterator[Attribute]:
    view = document.folded()
    segment = document.segment_at(view.span(start, end).start)
    if segment is None or segment.kind not in _READ or not document.quoted.outside(*_plain(view.span(start, end))):
        return
    hit = _AFTER.match(view.text, end, min(end + 60, view.locate(segment.end)))
    words = _phrase(hit["words"]) if hit is not None else []
    if not words:
        return
    head = next((word for word in words if word in _ANY or word in _PRIZES), words[-1])
    lead = _NAMES_THING.search(view.text, max(start - 40, view.locate(segment.start)), start)
    top = segment.kind in ("headline", "dek") or segment.lede
    definite = lead is not None and lead["det"] not in ("a", "an")
    until = view.text.index(words[-1], end) + len(words[-1])
    yield Attribute(view.span(start, until), unit, value, exact, head, frozenset(words) - {head}, definite, top)


def _plain(span: Span) -> tuple[int, int]:
    return span.start, span.end


_READ: Final = frozenset({"headline", "dek", "paragraph", "caption", "subhead"})


def _phrase(text: str) -> list[str]:
    """The words of a noun phrase up to the first that ends it."""
    words: list[str] = []
    for word in text.replace("-", " ").split():
        if word in _STOP or (words and word.endswith(("ed", "ing", "'s")) and word not in _ANY):
            break
        words.append(word)
    return words


def _same_thing(first: Attribute, later: Attribute) -> bool:
    """Whether a later noun means the thing of the first: the same noun, or one that takes up any plan."""
    if family(first.noun) == family(later.noun) or later.noun in first.words or first.noun in later.words:
        own, other = first.words - later.words - {later.noun}, later.words - first.words - {first.noun}
        return not (own and other) or bool(first.words & later.words)
    if first.noun in _PRIZES or later.noun in _PRIZES:
        return False
    return later.noun in _ANY


def _differ(document: Document, first: Attribute, later: Attribute, found: Sequence[Attribute]) -> bool:
    """Whether two figures cannot be roundings of each other, are near enough to be meant for one, and nothing explains both."""
    if first.range.meets(later.range) or not 1 / _SLIP < first.value / later.value < _SLIP:
        return False
    text = document.folded().text
    for one in (first, later):
        sentence = document.sentence_at(one.span.start)
        if _REVISED.search(text, document.folded().locate(sentence.start), document.folded().locate(sentence.end)):
            return False
    supports = [one for one in document.derived(quantities) if one.value == later.value and one.unit == later.unit]
    between = [
        one
        for one in found
        if first.span.start < one.span.start < later.span.start and one.unit == later.unit and one.value != first.value
    ]
    return (
        len([one for one in supports if one.start < later.span.start and not _is_top(found, one.start)]) == 0
        and not between
    )


def _is_top(found: Sequence[Attribute], at: int) -> bool:
    return any(one.top and one.span.start == at for one in found)
