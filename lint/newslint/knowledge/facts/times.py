"""Times: every expression of an article that says when, and the days that it may mean.

Written dates are what they say; "last month", "yesterday" and "this year" are counted from the article's date; a weekday,
a day without a year, a month alone and a time of day recur. After SUTime (Chang & Manning 2012) and HeidelTime (Strötgen &
Gertz 2013), as far as rules of wording go.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.knowledge.calendars import MONTHS, month_number, weekday_number
from newslint.knowledge.dates import dates
from newslint.knowledge.facts import time_grammar as grammar
from newslint.knowledge.facts.moment import Moment, moment
from newslint.knowledge.facts.periods import Period, of_clock, of_day, of_month, of_weekday, of_years

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.dates import Written

Grain = Literal["clock", "day", "weekday", "week", "month", "season", "year", "decade", "century"]
Basis = Literal["written", "article", "told"]
_STEPS: Final = {"last": -1, "this": 0, "next": 1}
_DEICTIC: Final = {"yesterday": -1, "today": 0, "tomorrow": 1}


class Time(Struct, frozen=True):
    """An expression of time at [start, end) of the folded prose.

    `period` has the days that it may mean; None if it is counted from another time ("the following year", `basis` told) or
    from an article's date that is not known. `step` is how many `grain`s it lies from that.
    """

    start: int
    end: int
    grain: Grain
    period: Period | None
    basis: Basis = "written"
    step: int = 0

    @property
    def dated(self) -> bool:
        """Whether it is of one place in the calendar."""
        return self.period is not None and self.period.turn == 0


def times_in(document: Document, start: int, end: int) -> list[Time]:
    """The times within [start, end) of the folded prose, in order."""
    text, cased = document.folded().text, document.folded(case=False).text
    now = document.derived(moment)
    found = list(_dates(document, start, end))
    taken = [(one.start, one.end) for one in found]
    for hit in grammar.TIME.finditer(text, start, end):
        if any(hit.start() < last and first < hit.end() for first, last in taken):
            continue
        time = _read(hit, cased, now)
        if time is not None:
            found.append(time)
    return sorted(found, key=lambda one: one.start)


def _dates(document: Document, start: int, end: int) -> Iterator[Time]:
    every = document.derived(dates)
    for written in every[bisect_left(every, start, key=lambda one: one.start) :]:
        if written.start >= end:
            break
        if not written.readings and not written.invalid and len(written.days) == 1 and written.end <= end:
            yield _of_written(written)


def _of_written(written: Written) -> Time:
    return Time(written.start, written.end, "day", of_day(written.year, written.month, written.days[0]))


def _read(hit: re.Match[str], cased: str, now: Moment | None) -> Time | None:
    """The time of a match; None if its capitals show that it is none."""
    found = next(read for name, read in _READERS if hit[name])(hit, cased, now)
    return None if found is None else Time(hit.start(), hit.end(), *found)


_Found = tuple[Grain, Period | None] | tuple[Grain, Period | None, Basis, int]


def _clock(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    if hit["hour24"]:
        if 1 <= int(hit["hour24"]) <= 12 and not hit["hour24"].startswith("0"):
            return None  # "from 9:07 until 9:27 p.m."
        return "clock", of_clock(int(hit["hour24"]) * 60 + int(hit["minute24"]))
    if not hit["hour"]:
        return "clock", of_clock(720 if hit["clock"] == "noon" else 0)
    hour = int(hit["hour"])
    if not 1 <= hour <= 12:
        return None
    return "clock", of_clock((hour % 12 + 12 * (hit["half"] == "p")) * 60 + int(hit["minute"] or 0))


def _century(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    number = int(hit["nth"])
    return ("century", of_years(100 * number - 99, 100 * number)) if 2 <= number <= 22 else None


def _decade(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    first = int(hit["tens"]) * 10
    return "decade", of_years(first, first + 9)


def _month_year(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    if not cased[hit.start("month")].isupper():
        return None
    return "month", of_month(int(hit["myear"]), month_number(hit["month"]))


def _season(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    year = int(hit["syear"])
    return "season", of_years(year - (hit["quarter"] == "winter"), year + (hit["quarter"] == "winter"))


def _pair(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    year = int(hit["pair"][:4])
    return ("year", of_years(year, year + 1)) if (year + 1) % 100 == int(hit["pair"][-2:]) else None


def _year(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    return "year", of_years(int(hit["yyyy"]), int(hit["yyyy"]))


def _relative(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    if hit["same"]:
        return ("month" if "month" in hit["same"] else "year"), None, "told", 0
    if hit["side"]:
        return hit["unit2"], None, "told", -1 if hit["side"] == "before" else 1  # type: ignore[return-value]
    unit: Grain = hit["unit"]  # type: ignore[assignment]
    which = hit["which"].removeprefix("the ")
    if hit["which"].startswith("the "):
        return unit, None, "told", {"previous": -1, "same": 0}.get(which, 1)
    return unit, None if now is None else now.shifted(unit, _STEPS[which]), "article", _STEPS[which]


def _deictic(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    step = _DEICTIC[hit["deictic"]]
    return "day", None if now is None else now.shifted("day", step), "article", step


def _weekday(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    if not cased[hit.start("name")].isupper():
        return None
    return "weekday", of_weekday(weekday_number(hit["name"]))


def _bare(hit: re.Match[str], cased: str, now: Moment | None) -> _Found | None:
    if not cased[hit.start("mname")].isupper():
        return None
    return "month", of_month(0, month_number(hit["mname"]))


_READERS: Final = (
    ("clock", _clock),
    ("century", _century),
    ("decade", _decade),
    ("monthyear", _month_year),
    ("season", _season),
    ("pair", _pair),
    ("year", _year),
    ("relative", _relative),
    ("deictic", _deictic),
    ("weekday", _weekday),
    ("bare", _bare),
)


def label(time: Time, text: str) -> str:
    """A time as messages name it: the words, or the date that they come to."""
    if time.dated and time.grain == "day" and time.period is not None:
        day = datetime.date.fromordinal(int(time.period.first))
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return text
