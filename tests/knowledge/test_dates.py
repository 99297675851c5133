"""Calendars, and the dates that the grammar reads."""

from __future__ import annotations

import datetime

import pytest

from newslint.knowledge.calendars import easter, holiday, julian_weekday, orthodox_easter
from newslint.knowledge.dates import written_dates


@pytest.mark.parametrize(
    ("date", "day"), [((1752, 9, 2), 2), ((1917, 10, 25), 2), ((1900, 2, 28), 0), ((1923, 2, 15), 2)]
)
def test_julian_weekdays(date: tuple[int, int, int], day: int) -> None:
    assert julian_weekday(datetime.date(*date)) == day


@pytest.mark.parametrize(
    ("western", "eastern"),
    [
        ("2018-04-01", "2018-04-08"),
        ("2024-03-31", "2024-05-05"),
        ("2025-04-20", "2025-04-20"),
        ("2038-04-25", "2038-04-25"),
    ],
)
def test_easter(western: str, eastern: str) -> None:
    year = int(western[:4])
    assert (easter(year).isoformat(), orthodox_easter(year).isoformat()) == (western, eastern)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", "2024-11-28"),
        ("memorial day", "2021-05-31"),
        ("martin luther king jr. day", "2023-01-16"),
        ("new years eve", "2020-12-31"),
        ("black friday", "2019-11-29"),
    ],
)
def test_holidays(name: str, day: str) -> None:
    assert day in [date.isoformat() for date in holiday(name).falls(int(day[:4]))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It met on Weds 13 Sep 2022.", [((13,), 9, 2022, (2,))]),
        ("The fair is on Mon–Wed, 3–5 June 2024.", [((3, 5), 6, 2024, (0, 2))]),
        ("On Friday, Saturday and Sunday, June 7, 8 and 9, 2019", [((7, 8, 9), 6, 2019, (4, 5, 6))]),
        ("Friday 19 to Sunday 21 January 2013", [((19,), 1, 2013, (4,)), ((21,), 1, 2013, (6,))]),
        ("Friday at 7:30 p.m., June 3, 2022", [((3,), 6, 2022, (4,))]),
        ("the fourteenth of March, 2020, a Saturday.", [((14,), 3, 2020, (5,))]),
        ("a Friday – 22/Apr/2014", [((22,), 4, 2014, (4,))]),
        ("June 3-Wednesday, June 5, 2024", [((3,), 6, 0, ()), ((5,), 6, 2024, (2,))]),
        ("Issue 36 January 1999; Nov 95, Jul 00", []),
        ("the march 3 abreast, may 4 go", []),
        ("On June 3, 40 of them left.", [((3,), 6, 0, ())]),
        ("on May 5, 2019, Sunday shoppers said", [((5,), 5, 2019, ())]),
    ],
)
def test_dates_are_read(text: str, found: list[tuple[object, ...]]) -> None:
    read = written_dates(text.lower(), text)
    assert [(date.days, date.month, date.year, date.weekdays) for date in read] == found
