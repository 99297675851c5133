"""The calendar before the Gregorian one."""

from __future__ import annotations

import datetime

import pytest

from newslint.knowledge.dates import julian_weekday


@pytest.mark.parametrize(
    ("date", "day"), [((1752, 9, 2), 2), ((1917, 10, 25), 2), ((1900, 2, 28), 0), ((1923, 2, 15), 2)]
)
def test_julian_weekdays(date: tuple[int, int, int], day: int) -> None:
    assert julian_weekday(datetime.date(*date)) == day
