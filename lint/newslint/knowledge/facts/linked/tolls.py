"""The toll of an article's one event, in whatever words: `killing 11 people`, `Twelve people died`, `the four victims`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.lists import series
from newslint.knowledge.facts.quantities import quantities
from newslint.knowledge.facts.slips import slip
from newslint.knowledge.facts.things import Thing, things
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.finding import Span
    from newslint.knowledge.facts.quantities import Quantity

_OF_OTHERS: Final = lazy(
    r"\b(?:another|others?|more|further|separate(?:ly)?|elsewhere|earlier|previous(?:ly)?|last (?:year|month|week)|since|so far|"
    r"initial(?:ly)?|at first|revised|up from|includ(?:es|ing)|among them|of them|of whom|of which|of the|each|every|"
    r"average|suspect(?:s|ed)?|"
    r"first|second|third|ago|could|would|may|might|nearby|meanwhile|injur\w+|wound\w+|hurt|militants?|soldiers?|rebels?|gunmen|"
    r"attackers?|troops|police(?:men)?|officers?|hospital)\b"
)
_HISTORY: Final = lazy(r"\b(?:in|since|of) (?:1[6-9]|20)\d\d\b")
_PEOPLE: Final = frozenset({"", "person", "people"})


def tolls(document: Document) -> Iterator[Clash]:
    """Counts of the dead that differ in an article that has one event."""
    dead = [one for one in document.derived(things) if one.key == "dead" and not _hedged(one.quantity)]
    plain = [one for one in dead if _is_toll(one)]
    if len(plain) >= _TWICE and len({one.value for one in plain}) == _TWICE:
        yield from _conflict(document, dead, plain)
    yield from _victims(document, dead)


_TWICE: Final = 2


def _hedged(one: Quantity) -> bool:
    return bool(one.number.hedge) or one.quoted or one.ranged or bool(one.change)


def _is_toll(one: Thing) -> bool:
    """Whether a count is of all who died: of people, and nothing narrows it or says that it is of another time."""
    counted = one.quantity.counted
    if counted is not None and (counted.whole or counted.other or counted.modifiers or counted.lemma not in _PEOPLE):
        return False
    text = one.document.prose.text[one.sentence.start : one.sentence.end].lower()
    return _OF_OTHERS.search(text) is None and _HISTORY.search(text) is None


def _conflict(document: Document, dead: Sequence[Thing], plain: Sequence[Thing]) -> Iterator[Clash]:
    """The first two tolls that differ as slips do: the first in the headline or lede, no names telling them apart."""
    first = plain[0]
    later = next(one for one in plain if one.value != first.value)
    if first.part not in ("headline", "lede") or first.value < _SEVERAL:
        return
    near = abs(first.value - later.value) <= _SLIP or slip(first, later)
    if near and not _new_names(first, later) and not _explained(document, dead, first, later):
        yield Clash("toll", later.shown, (first.shown,))


_SEVERAL: Final = 2
_SLIP: Final = 3


def _new_names(first: Thing, later: Thing) -> bool:
    """Whether the sentence of the later toll names a place or people that the text before it has not."""
    before = first.document.prose.text[: later.sentence.start]
    return any(name not in before for name in later.names)


def _explained(document: Document, dead: Sequence[Thing], first: Thing, later: Thing) -> bool:
    """Whether other figures of the dead make the difference, or one of the tolls stands more than once."""
    values = [
        one.value
        for one in document.derived(quantities)
        if one.kind == "count" and one.start not in (first.start, later.start)
    ]
    gap = abs(first.value - later.value)
    return (
        gap in values
        or (gap == 1 and any(one.value == 1 for one in dead))
        or (later.value in values and first.value in values)
    )


_TAKEN: Final = lazy(
    r"\b(?:the|all|those|these|all of the) (?:[a-z]+ )?(?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}) "
    r"(?P<noun>victims|dead|bodies|coffins|fatalities|deaths)\b(?! (?:of|from|in|at|whose|who|identified|so far|included|include))"
)


def _victims(document: Document, dead: Sequence[Thing]) -> Iterator[Clash]:
    """`the four victims`, where the article says that three died, and no other figure that anybody was a victim of."""
    text = document.folded()
    for hit in _TAKEN.finditer(text.text):
        span = text.span(*hit.span())
        before = [one for one in dead if one.start < span.start and _whole(one)]
        size = _number(document, text.span(*hit.span("n")).start)
        if not before or size is None or not document.quoted.outside(span.start, span.end):
            continue
        others = [one for one in document.derived(quantities) if one.start < span.start and one.kind == "count"]
        values = {one.value for one in others} | {
            float(items) for at, items in document.derived(series) if at.start < span.start
        }
        made = {a + b for a in values for b in (*values, *([1.0] if _KILLER.search(text.text) else []))}
        if (
            len({one.value for one in before}) == 1
            and size not in values | made
            and abs(size - before[0].value) <= _SLIP
        ):
            yield Clash("toll", span, (before[-1].shown,))


_KILLER: Final = lazy(
    r"\b(?:gunman|shooter|attacker|bomber|assailant|killer|murderer|suspect|driver|pilot|himself|herself|unborn)\b"
)


def _whole(one: Thing) -> bool:
    counted = one.quantity.counted
    return counted is None or not (counted.whole or counted.other)


def _number(document: Document, at: int) -> float | None:
    return next((one.value for one in document.derived(quantities) if one.start == at), None)


_FEW: Final = 40


def summed(document: Document) -> Iterator[Clash]:
    """`Five dead`, and below two who drowned, a man killed by a tree and three members of one family: more than five."""
    dead = [one for one in document.derived(things) if one.key == "dead" and not _hedged(one.quantity)]
    tops = [one for one in dead if one.part in ("headline", "summary", "lede")]
    totals = {one.value for one in tops}
    if len(totals) != 1 or min(totals) > _FEW:
        return
    total = tops[0].value
    for sentence in dict.fromkeys(one.sentence for one in dead):
        text = document.prose.text[sentence.start : sentence.end]
        parts = [one for one in document.derived(quantities) if _dies(document, one, sentence) and one.value < total]
        if (
            len(parts) < _TWICE
            or _OVERLAPS.search(text)
            or any(_whole_is(one, total) for one in dead if one.sentence == sentence)
        ):
            continue
        made = sum(one.value for one in parts) + len(_ONE.findall(text))
        if made != total and total < made <= total + _SLIP and not any(one.value == made for one in dead):
            yield Clash("toll", parts[-1].span, (tops[0].shown,))


def _dies(document: Document, one: Quantity, sentence: Span) -> bool:
    """Whether a count of a sentence is of people who died."""
    if one.kind != "count" or not sentence.start <= one.start < sentence.end or _hedged(one) or one.value < _SEVERAL:
        return False
    segment = document.segment_at(one.start)
    if segment is None or segment.kind != "paragraph" or (one.counted is not None and one.counted.lemma not in _HUMANS):
        return False
    return one.state == "dead" or _DIED.match(document.prose.text, one.end, sentence.end) is not None


_DIED: Final = lazy(r"[^;,.\d]{0,45}\b(?:died|drowned|were killed|perished|was killed)\b")
_HUMANS: Final = frozenset("person people man woman child member boy girl passenger resident worker driver".split())


def _whole_is(one: Thing, total: float) -> bool:
    return one.value > total


_ONE: Final = lazy(
    r"\b[Aa]n? (?:[a-z-]+ ){0,2}(?:man|woman|boy|girl|child|driver|passenger|pedestrian|motorist|worker|person|resident|"
    r"teenager|pensioner|baby|firefighter|soldier|officer)\b[^.;]{0,30}\b(?:killed|died|dead|drowned)\b"
)
_OVERLAPS: Final = lazy(r"\b(?:among|includ\w+|of them|of whom|others|injur\w+|hurt|both|aged|another)\b")
