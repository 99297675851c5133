"""Dates as news writes them: where they are, which days they may mean, and the date of the article."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = tuple("January February March April May June July August September October November December".split())
_DAYS_IN: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
GREGORIAN: Final = 1753  # first whole year of the calendar in Britain and its colonies
_MONTH: Final = (
    r"(?:jan(?:uary\b|\b\.?)|feb(?:ruary\b|\b\.?)|mar(?:ch\b|\b\.?)|apr(?:il\b|\b\.?)|may\b|"
    r"june?\b|july?\b|aug(?:ust\b|\b\.?)"
    r"|sept?(?:ember\b|\b\.?)|oct(?:ober\b|\b\.?)|nov(?:ember\b|\b\.?)|dec(?:ember\b|\b\.?))"
)
WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SHORT_WEEKDAY: Final = r"(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)\.?"
_MORE: Final = r"(?: ?[-–—/] ?| (?:and|or|to|through|until|till) |, )"
_DATE = re.compile(
    rf"(?<![\w-])(?P<month>{_MONTH}) ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w%:]|[.,]\d\d\d|"
    rf"-year)(?:{_MORE}(?P<last>\d{{1,2}})(?![\w%:,.]\d|\w| {_MONTH}))?"
    r"(?:(?:,| of)? (?P<year>\d{4})(?![\w%]|,\d))?"
    rf"|(?<![\w.,:/$£€-])(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?{_MORE})?(?P<dday>\d{{1,2}})(?:st|"
    rf"nd|rd|th)?(?: day)?(?: of)? (?P<dmonth>{_MONTH})(?! ?\d{{1,2}}\b)"
    r"(?:,? (?P<dyear>\d{4})(?![\w%]|,\d))?"
    r"|(?<![\w./-])(?P<iso>\d{4}-\d\d-\d\d)(?![\w-]\d|\d)"
    r"|(?<![\w./-])(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<nyear>(?:19|20)\d\d)(?![\w/]|\.\d)"
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?P<weekday>{WEEKDAY}(?=\W)|{_SHORT_WEEKDAY}(?![a-z]))(?P<gap>,? \(?| the |, the |, on )\Z"
)
_AFTER = re.compile(
    rf"(?:,? ?\((?:also |which was |it was )?|, (?:also )?(?:which was )?)(?:(?P<article>an?) "
    rf")?(?P<weekday>{WEEKDAY})\b(?P<then>.?)"
)
_SERIES = re.compile(
    rf"(?:{WEEKDAY}|{_SHORT_WEEKDAY})(?:,| and| or| to| through|, and| ?[-–—/&]) ?(?:{_SHORT_WEEKDAY}|{WEEKDAY})?\Z"
)
# What may follow a date without a year; any other word ("June 31 people", "Jan. 6 committee") makes it something else.
_STOP = re.compile(
    r"(?:[,.;:!?)\]\"'”’—–]|-(?=\s)|\s*\Z|\n| (?:[—–(\"“‘-]|(?:a|about|after|against|ahead|and|as|"
    r"at|because|before|but|by|during|following|for|from|had|has|he|"
    r"if|in|inside|into|is|it|near|of|on|or|outside|over|she|shortly|since|than|that|the|then|"
    r"they|through|to|until|was|we|were|when|where|which|"
    r"while|who|will|with|without|would)\b))"
)


class Written(Struct, frozen=True):
    """A date as written at [start, end) of the folded prose.

    `days` are the days of the month named (two for 3-4 May), `month` is 1 to 12, `year` 0 if none is written.
    `weekday` (0 = Monday) is at [at, …); it is None if there is none, or if it belongs to a series. `sure` means
    that this can only be a date: a year, a weekday or what follows shows it.
    """

    start: int
    end: int
    days: tuple[int, ...]
    month: int
    year: int = 0
    weekday: int | None = None
    sure: bool = True

    @property
    def invalid(self) -> bool:
        """Whether one of the days does not exist in that month, or not in that year."""
        longest = _DAYS_IN[self.month - 1]
        if self.year and self.month == 2 and not _leap(self.year):
            longest = 28
        return max(self.days) > longest or min(self.days) < 1

    def dates(self, year: int) -> list[datetime.date]:
        """Those of the days named that exist in that year."""
        return [
            datetime.date(year, self.month, day) for day in self.days if day <= length(year, self.month) and day > 0
        ]

    def label(self, date: datetime.date) -> str:
        """The date in words."""
        return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def length(year: int, month: int) -> int:
    """The number of days of a month."""
    return 28 if month == 2 and not _leap(year) else _DAYS_IN[month - 1]


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


def dates(document: Document) -> list[Written]:
    """All dates of the prose, in order; use with `document.derived`."""
    view = document.folded()
    return list(written_dates(view.text, document.folded(case=False).text))


def written_dates(text: str, cased: str) -> Iterator[Written]:
    """The dates of a folded text, in order; `cased` is the same text with its capitals."""
    last = 0
    for start, end in _windows(text):
        hit = _DATE.search(text, max(start, last), end)
        if hit is None:
            continue
        last = hit.end()
        found = _named(text, cased, hit) if hit["month"] or hit["dmonth"] else _numeric(text, hit)
        if found is not None:
            yield found


# Both patterns start with a plain set of characters, so `re` can skip ahead; the pattern of a date tries every place.
_MONTH_AT = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]* ?\d|\d(?:st|nd|rd|th)?(?: "
    r"day)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_FIGURES_AT = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d\d")


def _windows(text: str) -> list[tuple[int, int]]:
    """Short stretches that may hold a date, in order."""
    spans = [(max(hit.start() - 8, 0), hit.end() + 26) for hit in _MONTH_AT.finditer(text)]
    if _FIGURES_AT.search(text):
        spans += [(max(hit.start() - 1, 0), hit.end() + 8) for hit in _FIGURES_AT.finditer(text)]
        spans.sort()
    return spans


def _named(text: str, cased: str, hit: re.Match[str]) -> Written | None:
    group = "month" if hit["month"] else "dmonth"
    if len(cased) == len(text) and not cased[hit.start(group)].isupper():
        return None
    days = [hit["day"], hit["last"]] if hit["month"] else [hit["first"], hit["dday"]]
    numbers = tuple(int(day) for day in days if day)
    year = int(hit["year"] or hit["dyear"] or 0)
    if not year and _clock(text, hit.end()):
        return None
    weekday, start, end = _weekday(text, hit.start(), hit.end())
    follows = _STOP.match(text, hit.end()) is not None
    ahead = text[max(hit.start() - 10, 0) : hit.start()]
    led = not ahead.endswith(("in ", "last ", "next ", "this ")) if group == "month" else _LED.search(ahead) is not None
    sure = bool(year) or weekday is not None or (follows and led)
    return Written(start, end, numbers, month_number(hit[group]), year, weekday, sure)


_LED = re.compile(
    r"(?:\b(?:on|of|by|until|till|from|to|since|before|after|and|between|is|was|the|dated|due)|[,(–—-]) \Z"
)
_CLOCK = re.compile(r" ?(?:[ap]\.?m\b|percent|per cent|%|million|billion|thousand)")


def _clock(text: str, end: int) -> bool:
    return _CLOCK.match(text, end) is not None


def _numeric(text: str, hit: re.Match[str]) -> Written | None:
    """An ISO date, or a numeric one with a day above 12 that shows its order; an ambiguous one does not count."""
    if hit["iso"]:
        year, month, day = (int(part) for part in hit["iso"].split("-"))
        if not (1 <= month <= 12 and 1900 <= year <= 2100):
            return None
    else:
        first, second, year = int(hit["a"]), int(hit["b"]), int(hit["nyear"])
        if (first <= 12) == (second <= 12) and first != second:
            return None
        day, month = (first, second) if first > 12 or first == second else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    weekday, start, end = _weekday(text, hit.start(), hit.end())
    return Written(start, end, (day,), month, year, weekday)


def _weekday(text: str, start: int, end: int) -> tuple[int | None, int, int]:
    """The weekday beside a date, and the span of both; none if it is part of a series."""
    before = _BEFORE.search(text, max(start - 20, 0), start)
    if before is not None:
        if _SERIES.search(text, max(before.start() - 18, 0), before.start()):
            return None, start, end
        return weekday_number(before["weekday"]), before.start(), end
    after = _AFTER.match(text, end)
    if after is not None and (after["article"] or "(" in after[0]) and after["then"] in ",.;:)":
        return weekday_number(after["weekday"]), start, after.end("weekday")
    return None, start, end


_YEAR = re.compile(r"(?<![\w.,-])(?:1[5-9]|20)\d\d(?![\w,]\d|\w)")


def years(text: str) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(int(hit[0]) for hit in _YEAR.finditer(text))
