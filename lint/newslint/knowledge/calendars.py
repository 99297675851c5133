"""Calendars: weekdays, months and their lengths, Easter, and holidays that fall on a fixed day or by a rule."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = tuple("January February March April May June July August September October November December".split())
GREGORIAN: Final = 1753  # first whole year of the calendar in Britain and its colonies
_DAYS_IN: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def leap(year: int) -> bool:
    """Whether a year of the Gregorian calendar has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def length(year: int, month: int) -> int:
    """The number of days of a month (1 to 12); of February in any year, 29, if the year is 0."""
    return 28 if month == 2 and year and not leap(year) else _DAYS_IN[month - 1]


def month_number(name: str) -> int:
    """1 to 12 for a month's folded name or abbreviation."""
    return next(n for n, month in enumerate(MONTHS, 1) if month[:3].lower() == name[:3])


def weekday_number(name: str) -> int:
    """0 to 6, Monday first, for a weekday's folded name or abbreviation."""
    return next(n for n, day in enumerate(WEEKDAYS) if day[:2].lower() == name[:2])


def julian_weekday(date: datetime.date) -> int:
    """The weekday of a date in the Julian calendar."""
    shift = date.year // 100 - date.year // 400 - 2
    if date.month < 3 and date.year % 100 == 0 and date.year % 400:
        shift -= 1
    return (date.weekday() + shift) % 7


def easter(year: int) -> datetime.date:
    """Easter Sunday of the Western churches (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def orthodox_easter(year: int) -> datetime.date:
    """Easter Sunday of the Eastern churches, as a date of the Gregorian calendar (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return datetime.date(year, month, day + 1) + datetime.timedelta(days=year // 100 - year // 400 - 2)


def nth(year: int, month: int, weekday: int, number: int) -> datetime.date:
    """The first (1), second … or last (-1) weekday (0 = Monday) of a month."""
    if number > 0:
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = datetime.date(year, month, length(year, month))
    return last - datetime.timedelta(days=(last.weekday() - weekday) % 7)


class Holiday(NamedTuple):
    """The days on which a holiday falls in a year; several where countries or churches differ."""

    falls: Callable[[int], tuple[datetime.date, ...]]


def _on(month: int, day: int) -> Holiday:
    return Holiday(lambda year: (datetime.date(year, month, day),))


def _by_rule(*rules: tuple[int, int, int]) -> Holiday:
    return Holiday(lambda year: tuple(nth(year, *rule) for rule in rules))


def _after_easter(days: int) -> Holiday:
    gap = datetime.timedelta(days=days)
    return Holiday(lambda year: (easter(year) + gap, orthodox_easter(year) + gap))


_EVE: Final = datetime.timedelta(days=1)
# Only days that mean the same wherever the name is used; Mother's Day, Labour Day and Independence Day do not.
HOLIDAYS: Final[dict[str, Holiday]] = {
    "new year's day": _on(1, 1),
    "new year's eve": _on(12, 31),
    "groundhog day": _on(2, 2),
    "valentine's day": _on(2, 14),
    "leap day": _on(2, 29),
    "international women's day": _on(3, 8),
    "st patrick's day": _on(3, 17),
    "april fools' day": _on(4, 1),
    "earth day": _on(4, 22),
    "anzac day": _on(4, 25),
    "cinco de mayo": _on(5, 5),
    "juneteenth": _on(6, 19),
    "canada day": _on(7, 1),
    "fourth of july": _on(7, 4),
    "bastille day": _on(7, 14),
    "halloween": _on(10, 31),
    "all saints' day": _on(11, 1),
    "guy fawkes night": _on(11, 5),
    "veterans day": _on(11, 11),
    "armistice day": _on(11, 11),
    "christmas eve": _on(12, 24),
    "christmas day": _on(12, 25),
    "boxing day": _on(12, 26),
    "martin luther king day": _by_rule((1, 0, 3)),
    "martin luther king jr day": _by_rule((1, 0, 3)),
    "presidents day": _by_rule((2, 0, 3)),
    "memorial day": _by_rule((5, 0, -1)),
    "father's day": _by_rule((6, 6, 3), (9, 6, 1)),
    "labor day": _by_rule((9, 0, 1)),
    "columbus day": _by_rule((10, 0, 2)),
    "thanksgiving": _by_rule((11, 3, 4), (10, 0, 2)),
    "thanksgiving day": _by_rule((11, 3, 4), (10, 0, 2)),
    "black friday": Holiday(lambda year: (nth(year, 11, 3, 4) + _EVE,)),
    "cyber monday": Holiday(lambda year: (nth(year, 11, 3, 4) + 4 * _EVE,)),
    "shrove tuesday": _after_easter(-47),
    "ash wednesday": _after_easter(-46),
    "palm sunday": _after_easter(-7),
    "maundy thursday": _after_easter(-3),
    "good friday": _after_easter(-2),
    "easter sunday": _after_easter(0),
    "easter monday": _after_easter(1),
    "whit sunday": _after_easter(49),
    "whit monday": _after_easter(50),
}
_MARKS: Final = lazy(r"[.']")
_NAMES: Final[dict[str, str]] = {_MARKS.sub("", name): name for name in HOLIDAYS}


def holiday(name: str) -> Holiday:
    """The holiday of a folded name, written with or without its apostrophe and full stop."""
    return HOLIDAYS[_NAMES[_MARKS.sub("", name)]]
