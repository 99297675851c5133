"""Links: a time that is counted from a step told elsewhere: "in 1971, three years before she retired", and "left in 1977"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts.courses import ALIVE, VERBS
from newslint.knowledge.facts.happenings import AUXILIARY, VERB
from newslint.knowledge.facts.network import Statement, contradiction
from newslint.knowledge.facts.periods import Range
from newslint.knowledge.facts.reckoning_grammar import MERELY
from newslint.knowledge.facts.telling import LAPSE, TIME
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.knowledge.facts.happenings import Happening
    from newslint.knowledge.facts.lapses import Lapse
    from newslint.knowledge.facts.telling import Telling
    from newslint.knowledge.facts.times import Time

_WHO: Final = rf"(?P<who>he|she|it|they|the [a-z-]+) {AUXILIARY}(?P<verb>{VERB})(?![\w-])"
_FORMS: Final = (
    lazy(
        rf"{TIME.format('a')}(?:,| \(| [-–—]) ?{MERELY}{LAPSE.format('l')} (?P<side>after|before) "
        rf"{_WHO}(?=[^@.;:]{{0,40}}(?:[.,;:)–—]|\Z))",
        needs=("@ after |@ before ",),
    ),
    lazy(
        rf"{MERELY}{LAPSE.format('l')} (?P<side>after|before) {_WHO}[^@.;:,]{{0,30}},? (?:in |on )?{TIME.format('a')}(?=[.,;:)])",
        needs=("@ after |@ before ",),
    ),
)


class Link(Struct, frozen=True):
    """That `time` is `lapse` after (or before) `who` was at one of `steps`; [start, end) of the folded prose says how long."""

    time: Time
    lapse: Lapse
    after: bool
    who: str
    steps: tuple[tuple[str, int], ...]
    start: int
    end: int


def links(said: Telling) -> Iterator[Link]:
    """The times of a sentence that are counted from a step."""
    for hit in (hit for pattern in _FORMS for hit in pattern.finditer(said.text)):
        lapse = said.lapse(hit["l"])
        who = hit["who"].removeprefix("the ")
        steps = tuple(step for step in VERBS[hit["verb"]] if step != ALIVE)
        yield Link(
            said.time(hit["a"]), lapse, hit["side"] == "after", who, steps, lapse.start, said.origin(hit.end("verb"))
        )


def belied(link: Link, histories: Mapping[str, Sequence[Happening]]) -> Happening | None:
    """The step that a link counts from, if its date shows that it is not so far away; None if it is, or is not known for sure."""
    found = [one for one in histories.get(link.who, ()) if set(one.steps) & set(link.steps)]
    if len(found) != 1 or not link.time.dated or not found[0].time.dated:
        return None
    there, here = found[0].time.period, link.time.period
    if there is None or here is None or link.start <= found[0].start <= link.end:
        return None
    low, high = link.lapse.days
    statements = (
        Statement("origin", "step", Range(*there[:2]), found[0]),
        Statement("origin", "time", Range(*here[:2]), link.time),
        Statement("step", "time", Range(low, high) if link.after else Range(-high, -low), link),
    )
    return found[0] if contradiction(statements) else None
