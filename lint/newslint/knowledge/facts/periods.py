"""Periods: stretches of days that a time expression may mean, and how far two of them are apart.

Days are proleptic ordinals (`datetime.date.toordinal`), clock times fractions of a day. A time that does not say its year
("2 April", "in December", "Friday", "6pm") recurs: its distance to another has several values, one for each turn.
"""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from newslint.knowledge.calendars import length

YEAR: Final = 365.25
MONTH: Final = YEAR / 12
_LEAP: Final = 2024  # a year that has every day, for days that do not say theirs
_WEEK: Final = 7
_LEAP_YEAR: Final = 366.0


class Period(NamedTuple):
    """The days from `first` to `last`, both included; clock times are points.

    `turn` is after how many days it recurs, 0 if never.
    """

    first: float
    last: float
    turn: float = 0.0


class Range(NamedTuple):
    """Closed interval of days."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether some distance is in both."""
        return self.low <= other.high and other.low <= self.high


def of_day(year: int, month: int, day: int) -> Period:
    """A day; one of a leap year, recurring, if the year is 0."""
    at = datetime.date(year or _LEAP, month, min(day, length(year or _LEAP, month))).toordinal()
    return Period(at, at, 0.0 if year else YEAR)


def of_month(year: int, month: int) -> Period:
    """A month; recurring if the year is 0."""
    first = datetime.date(year or _LEAP, month, 1).toordinal()
    return Period(first, first + length(year or _LEAP, month) - 1, 0.0 if year else YEAR)


def of_years(first: int, last: int) -> Period:
    """From the first day of one year to the last of another."""
    return Period(datetime.date(first, 1, 1).toordinal(), datetime.date(last, 12, 31).toordinal())


def of_weekday(weekday: int) -> Period:
    """A weekday (0 = Monday) of no particular week."""
    return Period(weekday + 1, weekday + 1, _WEEK)  # ordinal 1 is a Monday


def of_clock(minutes: int) -> Period:
    """A time of day of no particular day."""
    return Period(minutes / 1440, minutes / 1440, 1.0)


def gaps(first: Period, second: Period) -> list[Range]:
    """How many days may lie between a day of the first period and one of the second, nearest turn first; empty if unknown.

    Two that recur at different rates (a weekday and a month) say nothing of each other.
    """
    turns = {first.turn, second.turn}
    fixed = 0.0 in turns
    turn = max(turns)
    if len(turns - {0.0}) > 1 or (fixed and turn == 1.0):
        return []
    if fixed and turn == _WEEK and (first.last - first.first or second.last - second.first):
        return []
    low, high = second.first - first.last, second.last - first.first
    if turn == 0.0:
        return [Range(low, high)]
    if turn == YEAR and not fixed:
        turn = _LEAP_YEAR  # both are days of one nominal leap year, and so are the years around it
    rounds = round(low / turn)
    found = [_turned(Range(low, high), rounds + k, turn) for k in (0, 1, -1)]
    return sorted(found, key=lambda one: abs(one.low + one.high))


def _turned(gap: Range, rounds: int, turn: float) -> Range:
    """The distance so many turns nearer; a year has 365 days or 366."""
    slack = 1.0 if turn == YEAR and rounds else 0.0
    return Range(gap.low - rounds * turn - slack, gap.high - rounds * turn + slack)
