"""Spans of time: whether a duration fits the two times that it is said to lie between, and what lies there instead."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.knowledge.calendars import WEEKDAYS
from newslint.knowledge.facts.lapses import DAYS
from newslint.knowledge.facts.network import Statement, contradiction
from newslint.knowledge.facts.periods import Period, Range, gaps
from newslint.knowledge.numbers import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.knowledge.facts.lapses import Lapse
    from newslint.knowledge.facts.moment import Moment
    from newslint.knowledge.facts.reckonings import Reckoning
    from newslint.knowledge.facts.times import Time

_SHARED: Final = 0.9  # of what one of several stretches leaves open
_WEEK: Final = 7
_TWO_YEARS: Final = 400  # days
_COARSE: Final = ("year", "season", "decade", "century")


class Misfit(NamedTuple):
    """A reckoning that cannot be right, and the days that lie between its ends."""

    reckoning: Reckoning
    days: Range


def misfit(reckoning: Reckoning, now: Moment | None, others: Iterable[Period]) -> Misfit | None:
    """What is wrong with a reckoning; None if it fits, may count from one of `others` or its rivals, or cannot be judged."""
    first, last = _period(reckoning.first, now), _period(reckoning.last, now)
    if first is None or last is None:
        return None
    if first.turn == _WEEK and reckoning.lapse.days.high > _WEEK:  # "a year ago Sunday" is the idiom of anniversaries
        return None
    wanted = _signed(reckoning)
    rivals = [first, *(time.period for time in reckoning.rivals if time.period is not None), *others]
    more = [gaps(one.period, two.period)[0] for one, two in reckoning.more if one.period and two.period]
    distances = [[_plus(gap, more) for gap in gaps(one, last)] for one in rivals]
    if not distances[0] or any(not _contradicts(wanted, one) for found in distances for one in found):
        return None
    return Misfit(reckoning, distances[0][0])


def _plus(one: Range, more: list[Range]) -> Range:
    """The sum of several stretches: what one of them leaves open, but not all of them together."""
    if not more:
        return one
    middle = sum(gap.low + gap.high for gap in (one, *more)) / 2
    slack = (one.high - one.low) / 2 * _SHARED
    return Range(middle - slack, middle + slack)


def _contradicts(wanted: Range, distance: Range) -> bool:
    """Whether a distance in the calendar and what is said of it are a negative cycle."""
    return bool(
        contradiction((Statement("first", "last", distance, "calendar"), Statement("first", "last", wanted, "text")))
    )


def _signed(reckoning: Reckoning) -> Range:
    low, high = reckoning.lapse.days
    if reckoning.form in ("stretch", "until") and reckoning.lapse.unit == "day":
        low -= 1  # from 2 to 3 November are two days
    return Range(-high, -low) if reckoning.form == "earlier" else Range(low, high)


def _period(time: Time | None, now: Moment | None) -> Period | None:
    if time is not None:
        return time.period
    if now is None or not now.whole:
        return None
    day = now.day.toordinal()
    return Period(day, day)


def measured(days: Range, lapse: Lapse, *, years: bool) -> str:
    """A distance as messages name it, in the unit of the duration that it is compared with, or in days if that is too coarse."""
    middle = abs(days.low + days.high) / 2
    if years:
        return _named(round(middle / DAYS["year"]), "year")
    unit = lapse.unit if lapse.unit not in ("decade", "century", "night", "fortnight") else "day"
    count = middle / DAYS[unit]
    if unit in ("hour", "minute"):
        return _clock(round(middle * 1440))
    if abs(count - round(count)) > 0.15 and unit in ("week", "month", "year"):
        unit, count = "day", middle
    return _named(round(count), unit)


def _named(count: int, unit: str) -> str:
    return f"{shown(count)} {unit}{'' if count == 1 else 's'}"


def _clock(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part, count in ((_named(hours, "hour"), hours), (_named(rest, "minute"), rest)) if count)


def coarse(*grains: str) -> bool:
    """Whether one of two times names no month, so that only years can be counted."""
    return any(grain in _COARSE for grain in grains)


def in_words(day: datetime.date) -> str:
    """A date as messages print it."""
    return f"{day.day} {day:%B %Y}"


def named(period: Period, grain: str) -> str:
    """A period as messages print it: a day, a month, a year or, where nothing more is known, a weekday."""
    day = datetime.date.fromordinal(max(int(period.first), 1))
    if period.turn == _WEEK:
        return WEEKDAYS[day.weekday()]
    if grain == "day":
        return f"{WEEKDAYS[day.weekday()]}, {in_words(day)}" if not period.turn else f"{day.day} {day:%B}"
    if grain == "month":
        return f"{day:%B}" if period.turn else f"{day:%B %Y}"
    return str(day.year) if period.last - period.first < _TWO_YEARS else f"{in_words(day)} and later"
