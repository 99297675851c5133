"""Coincidences: two expressions side by side for one time: "yesterday, Sunday", "the following year, 1990".

One of them is counted from the article's date or from another time, the other is written: both must be able to mean the
same day.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts.network import Statement, contradiction
from newslint.knowledge.facts.periods import Period, Range, gaps, of_month, of_years
from newslint.knowledge.facts.telling import TIME
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.knowledge.facts.moment import Moment
    from newslint.knowledge.facts.telling import Telling
    from newslint.knowledge.facts.times import Time

_SHUT: Final = r"(?= ?[,.;:)–—]| -|\Z| (?:when|that|as|but|at|after|with)\b(?! @))(?!,? (?:and|or|to) @t)"
_APPOSED: Final = lazy(rf"{TIME.format('a')}(?:, | ?\(| [-–—] |,? that is,? )(?:in |on )?{TIME.format('b')}{_SHUT}")
_SAME_DAY: Final = Range(0, 0)
_SLIP: Final = 2  # days
_FINE: Final = ("day", "weekday")


class Coincidence(Struct, frozen=True):
    """That `counted` and `written` are one time; `anchors` are the times that `counted` may count from, the likeliest first.

    No anchor: it counts from the article's date. Offsets are of the folded prose.
    """

    counted: Time
    written: Time
    anchors: tuple[Time, ...] = ()

    @property
    def start(self) -> int:
        """Where the first of the two begins."""
        return min(self.counted.start, self.written.start)

    @property
    def end(self) -> int:
        """Where the second of the two ends."""
        return max(self.counted.end, self.written.end)


def coincidences(said: Telling, before: Iterable[Telling]) -> Iterator[Coincidence]:
    """The coincidences of a sentence; `before` are the sentences in which it may have a time to count from."""
    for hit in _APPOSED.finditer(said.text):
        first, second = said.time(hit["a"]), said.time(hit["b"])
        counted, written = (first, second) if first.basis != "written" else (second, first)
        if written.basis != "written" or counted.basis == "written":
            continue
        if counted.basis == "article":
            yield Coincidence(counted, written)
            continue
        here = [time for time in said.times if time.end <= first.start]
        there = [time for one in before for time in one.times]
        anchors = tuple(time for time in reversed([*there, *here]) if time.basis == "written")
        if anchors and (here or len(there) == 1):
            yield Coincidence(counted, written, anchors)


def meant(one: Coincidence, now: Moment | None) -> Period | None:
    """The days that the counted expression must mean if the written one is another time; None if both can be one."""
    readings = list(_readings(one, now))
    written = one.written.period
    if written is None or not readings:
        return None
    distances = [gaps(reading, written) for reading in readings]
    if any(not found or any(_agree(gap) for gap in found) for found in distances):
        return None
    far = one.written.grain != "weekday" and abs(distances[0][0].low) > _SLIP
    if far and one.counted.basis == "article" and one.counted.grain == "day":
        return None  # too far for a slip: words of an older text
    return readings[0]


def _readings(one: Coincidence, now: Moment | None) -> Iterator[Period]:
    if one.counted.basis == "told":
        periods = (shifted(anchor, one.counted.grain, one.counted.step) for anchor in one.anchors)
        yield from (period for period in periods if period is not None)
        return
    if now is None or (one.written.dated and not now.whole):
        return
    for days in (0, -1, 1)[: 3 if now.slack else 1]:
        period = now.moved(days).shifted(one.counted.grain, one.counted.step)
        if period is not None:
            yield period


def _agree(gap: Range) -> bool:
    same = Statement("counted", "written", _SAME_DAY, "text")
    return not contradiction((Statement("counted", "written", gap, "calendar"), same))


def shifted(time: Time, grain: str, step: int) -> Period | None:
    """The day, month, year or decade that lies `step` of them from a time; None if the time is too coarse to say."""
    period = time.period
    if period is None:
        return None
    if grain == "day" and time.grain in _FINE:
        return Period(period.first + step, period.last + step, period.turn)
    if time.grain not in (*_FINE, "month", "season", "year") or time.grain == "weekday":
        return None
    first = datetime.date.fromordinal(int(period.first))
    last = datetime.date.fromordinal(int(period.last))
    if grain == "month" and time.grain in ("day", "month"):
        month = first.year * 12 + first.month - 1 + step
        return of_month(month // 12 if time.dated else 0, month % 12 + 1)
    if grain == "year" and time.dated:
        return of_years(first.year + step, last.year + step)
    return None
