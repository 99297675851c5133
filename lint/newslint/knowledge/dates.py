"""Dates as news writes them: where they are, and which days they may mean."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge import date_grammar as grammar
from newslint.knowledge.calendars import MONTHS, length, month_number, weekday_number
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_WEEKDAY_BEFORE: Final = 64  # code points before a date in which its weekdays and a time of day may stand
_CENTURY: Final = 50  # '49 is 2049, '50 is 1950
_LONGEST: Final = 31
_NUMBERS: Final = lazy(r"\d+")
_RELATIVE: Final = {"last": -1, "this": 0, "next": 1}


class Written(Struct, frozen=True):
    """A date as written at [start, end) of the folded prose.

    `days` are the days of the month named (two or more for 3-4 May), `month` is 1 to 12, `year` 0 if none is written.
    `weekdays` (0 = Monday) are those beside it, one for each day or one for all; none if they belong to a longer
    series. `readings` are the (year, month, day) that figures may mean besides. `relative` is -1, 0 or 1 for "last
    year", "this year", "next year". `sure` means that this can only be a date: a year, a weekday or what follows shows it.
    """

    start: int
    end: int
    days: tuple[int, ...]
    month: int
    year: int = 0
    weekdays: tuple[int, ...] = ()
    sure: bool = True
    readings: tuple[tuple[int, int, int], ...] = ()
    relative: int | None = None
    core: int = 0

    @property
    def invalid(self) -> bool:
        """Whether one of the days does not exist in that month, or not in that year."""
        return max(self.days) > length(self.year, self.month) or min(self.days) < 1

    def dates(self, year: int) -> list[datetime.date]:
        """Those of the days named that exist in that year."""
        return [
            datetime.date(year, self.month, day) for day in self.days if day <= length(year, self.month) and day > 0
        ]

    def label(self, date: datetime.date) -> str:
        """The date in words."""
        return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def dates(document: Document) -> list[Written]:
    """All dates of the prose, in order, figures of ambiguous order too; use with `document.derived`."""
    view = document.folded()
    return list(_written(view.text, document.folded(case=False).text))


def written_dates(text: str, cased: str) -> Iterator[Written]:
    """The dates of a folded text, in order, without figures of ambiguous order; `cased` is the same text with its capitals."""
    return (written for written in _written(text, cased) if not written.readings)


def _written(text: str, cased: str) -> Iterator[Written]:
    for start, end in _windows(text):
        for hit in grammar.DATE.finditer(text, start, end):
            if hit["month"] or hit["dmonth"]:
                yield from _named(text, cased, hit)
            else:
                yield from _numeric(text, cased, hit)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that may hold dates, in order and apart."""
    spans = [
        (max(hit.start() - 24, 0), hit.end() + 36) for pattern in grammar.MONTH_AT for hit in pattern.finditer(text)
    ]
    spans += [(max(hit.start() - 1, 0), hit.end() + 8) for hit in grammar.FIGURES_AT.finditer(text)]
    spans.sort()
    start = end = 0
    for first, last in spans:
        if first > end:
            yield start, end
            start = first
        end = max(end, last)
    yield start, end


def _named(text: str, cased: str, hit: re.Match[str]) -> Iterator[Written]:
    first = bool(hit["month"])
    group, days = ("month", hit["days"]) if first else ("dmonth", hit["ddays"])
    if len(cased) == len(text) and not cased[hit.start(group)].isupper():
        return
    numbers = _numbers(days)
    month, year = month_number(hit[group]), _year(hit["myear"] or hit["dyear"], hit["mshort"] or hit["dshort"])
    relative = None if year else grammar.RELATIVE.match(text, hit.end())
    if not year and relative is None and grammar.AMOUNT.match(text, hit.end()):
        return
    weekdays, start, end = _weekdays(text, cased, hit.start(), hit.end(), numbers)
    ordinal = days[-1].isalpha()
    told = bool(weekdays) or ordinal or (first and bool(year) and "," in text[hit.end("days") : hit.end()])
    if (
        min(numbers) < 1
        or (max(numbers) > _LONGEST and not told)
        or grammar.NUMBERED.search(text, max(start - 10, 0), start)
    ):
        return
    sure = bool(year) or bool(weekdays) or relative is not None or _stands_alone(text, hit, first=first)
    step = _RELATIVE[relative["which"]] if relative else None
    if not first:
        yield from _led(text, cased, start, month, year)
    yield Written(start, end, numbers, month, year, weekdays, sure, relative=step, core=hit.start())


def _numbers(days: str) -> tuple[int, ...]:
    found = [int(number) for number in _NUMBERS.findall(days)]
    return tuple(found) or (grammar.ORDINALS[days.removeprefix("the ")],)


def _year(written: str | None, short: str | None) -> int:
    if short:
        return int(short) + (2000 if int(short) < _CENTURY else 1900)
    return int(written or 0)


def _stands_alone(text: str, hit: re.Match[str], *, first: bool) -> bool:
    """Whether the words around a day and a month show that they are a date."""
    ahead = text[max(hit.start() - 10, 0) : hit.start()]
    led = not ahead.endswith(("in ", "last ", "next ", "this ")) if first else grammar.LED.search(ahead) is not None
    return led and grammar.STOP.match(text, hit.end()) is not None


def _led(text: str, cased: str, start: int, month: int, year: int) -> Iterator[Written]:
    """The first day of a stretch whose month is written once: "Friday 19" of "Friday 19 to Sunday 21 January"."""
    hit = grammar.LED_BY.search(text, max(start - _WEEKDAY_BEFORE, 0), start)
    if hit is not None and cased[hit.start()].isupper():
        weekday = weekday_number(hit["weekday"])
        yield Written(hit.start(), hit.end("day"), _numbers(hit["day"]), month, year, (weekday,), core=hit.start("day"))


def _numeric(text: str, cased: str, hit: re.Match[str]) -> Iterator[Written]:
    """Figures: as the one date that they can mean, or with all their readings if a weekday shows that they are a date."""
    readings = _readings(hit)
    if not readings:
        return
    weekdays, start, end = _weekdays(text, cased, hit.start(), hit.end(), (1,))
    if len(readings) == 1 and len(hit["nyear"] or "0000") == 4:
        year, month, day = readings[0]
        yield Written(start, end, (day,), month, year, weekdays, core=hit.start())
    elif weekdays:
        year, month, day = readings[0]
        yield Written(start, end, (day,), month, year, weekdays, readings=tuple(readings), core=hit.start())


def _readings(hit: re.Match[str]) -> list[tuple[int, int, int]]:
    """The (year, month, day) that figures may mean: day first, then month first, then, with a short year, year first."""
    if hit["iso"]:
        year, month, day = (int(part) for part in hit["iso"].split(hit["isosep"]))
        return [(year, month, day)] if 1900 <= year <= 2100 and _possible(month, day) else []
    one, two, last = int(hit["a"]), int(hit["b"]), int(hit["nyear"])
    if len(hit["nyear"]) == 4:
        found = [(last, two, one), (last, one, two)]
    elif len(hit["nyear"]) == 2 and hit["sep"] != "." and hit["sep"] != "-":
        short = _year(None, hit["nyear"])
        found = [(short, two, one), (short, one, two), (_year(None, hit["a"]), two, last)]
    else:
        found = []
    return list(dict.fromkeys((year, month, day) for year, month, day in found if _possible(month, day)))


def _possible(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _LONGEST


def _weekdays(text: str, cased: str, start: int, end: int, days: tuple[int, ...]) -> tuple[tuple[int, ...], int, int]:
    """The weekdays beside a date, and the span of both; none if there are more or fewer than its days."""
    before = grammar.BEFORE.search(text, max(start - _WEEKDAY_BEFORE, 0), start)
    if before is not None and cased[before.start()].isupper() and not _detached(text, before, start):
        found = tuple(weekday_number(hit[0]) for hit in re.finditer(grammar.WEEKDAY, before["weekdays"]))
        if grammar.GOES_ON.search(text, max(before.start() - 18, 0), before.start()):
            return (), start, end
        if len(found) == 1 or len(found) == len(days):
            return found, before.start(), end
        return ((found[0], found[-1]), before.start(), end) if len(days) == 2 else ((), start, end)
    after = grammar.AFTER.match(text, end)
    if after is not None:
        name = after[after.lastgroup or 0]
        if cased[after.start(after.lastgroup or 0)].isupper():
            return (weekday_number(name),), start, after.end(after.lastgroup or 0)
    return (), start, end


def _detached(text: str, before: re.Match[str], start: int) -> bool:
    """Whether an article before a month makes the date an attribute: "said Friday the June 5 attack"."""
    return before["gap"].endswith("the ") and not text[start].isdigit() and text[start : start + 3] in _MONTHS_SHORT


_MONTHS_SHORT: Final = frozenset(month[:3].lower() for month in MONTHS)
_YEAR = lazy(r"(?<![\w.,-])(?:1[5-9]|20)\d\d(?![\w,]\d|\w)")


def years(text: str) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(int(hit[0]) for hit in _YEAR.finditer(text))
