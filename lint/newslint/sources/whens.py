"""Whens: the dates, weekdays and times of day of a text, and those of an article that are not its source's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct, structs

from newslint.knowledge.calendars import MONTHS, month_number
from newslint.knowledge.dates import dates
from newslint.knowledge.facts.times import times_in
from newslint.knowledge.numbers import hedge_before
from newslint.patterns import lazy
from newslint.sources.differing import Differing, differing
from newslint.sources.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.times import Time

What = Literal["date", "weekday", "time"]
_DAY_PARTS: Final = {"morning": (0, 720), "afternoon": (721, 1110), "evening": (1020, 1439), "night": (1080, 1739)}
_PART: Final = lazy(rf"\b(?:{'|'.join(_DAY_PARTS)})\b")
_WEEKDAYS: Final = lazy(r"(?:mon|tue|wed|thu|fri|sat|sun)")
# Without one of these a sentence says no time that is compared.
_MAYBE: Final = lazy(rf"\d|day\b|noon|midnight|{'|'.join(month.lower() for month in MONTHS)}")
# How many minutes before and after a time of day the words before it let it be.
_ALLOWED: Final = {"under": (30, 0), "about": (30, 30), "over": (0, 30), "before": (60, 0), "after": (0, 60)}
_SIDE: Final = lazy(r"\b(?:(?P<before>before|by|towards?)|(?P<after>after|past))(?: about| around)? \Z")
_AT: Final = lazy(r"\bat \Z")
_MONTH: Final = lazy(r"[a-z]{3,}")
_DAY: Final = 1440
_REACH: Final = 20  # code points before a time of day
_VAGUE: Final = 60  # minutes: a longer time is a part of the day


class When(Struct, frozen=True):
    """A time at [start, end) of the prose: the first and last of what it may be.

    A date is (year, month, day), 0 for what it does not say; a weekday or a time of day is a number, of the week or of minutes.
    """

    start: int
    end: int
    what: What
    first: tuple[int, int, int]
    last: tuple[int, int, int]
    quoted: bool = False


def whens(document: Document) -> tuple[When, ...]:
    """The times of a document in order; use `document.derived(whens)`."""
    text, view = document.folded().text, document.folded()
    found = [*_dates(document)]
    for sentence in document.sentences:
        start, end = view.locate(sentence.start), view.locate(sentence.end)
        if _MAYBE.search(text, start, end):
            found += (when for time in times_in(document, start, end) for when in _of(time, text))
    found = [_hedged(one, text) for one in found]
    found += [_clock(*hit.span(), *_DAY_PARTS[hit[0]]) for hit in _PART.finditer(text)]
    placed = []
    for one in sorted(found, key=lambda when: (when.start, when.end)):
        span = view.span(one.start, one.end)
        quoted = not document.quoted.outside(span.start, span.end)
        placed.append(When(span.start, span.end, one.what, one.first, one.last, quoted))
    return tuple(placed)


def _dates(document: Document) -> Iterator[When]:
    """The written days, and the weekdays beside them."""
    text = document.folded().text
    for written in document.derived(dates):
        if written.invalid or written.readings:
            continue
        core = max(written.core, written.start)
        year, month = written.year, written.month
        yield When(core, written.end, "date", (year, month, min(written.days)), (year, month, max(written.days)))
        if len(written.weekdays) == 1 and (hit := _WEEKDAYS.search(text, written.start, written.end)):
            end = hit.end()
            while text[end : end + 1].isalpha():
                end += 1
            yield _weekday(hit.start(), end, written.weekdays[0])


def _of(time: Time, text: str) -> Iterator[When]:
    """What a time expression says, days of the calendar left out."""
    words = text[time.start : time.end]
    if time.basis != "written" or time.period is None:
        return
    first, last = time.period.first, time.period.last
    if time.grain == "clock":
        yield _clock(time.start, time.end, round(first * _DAY), round(last * _DAY))
    elif time.grain == "weekday" and "day" in words:  # "Sun" is a newspaper as often
        yield _weekday(time.start, time.end, int(first) - 1)
    elif time.grain == "month" and (named := _MONTH.findall(words)):
        months = [n for word in named if (n := _month(word))]
        if months:
            year = re.search(r"\d{4}", words)
            key = (int(year[0]) if year else 0, months[-1], 0)
            yield When(time.start, time.end, "date", key, key)
    elif time.grain in ("year", "decade") and not time.period.turn:
        yield When(time.start, time.end, "date", (_year(first), 0, 0), (_year(last), 0, 0))


def _month(word: str) -> int:
    try:
        return month_number(word)
    except (KeyError, ValueError, StopIteration):
        return 0


def _year(day: float) -> int:
    import datetime

    return datetime.date.fromordinal(int(day)).year


def _weekday(start: int, end: int, number: int) -> When:
    return When(start, end, "weekday", (number, 0, 0), (number, 0, 0))


def _clock(start: int, end: int, first: int, last: int) -> When:
    return When(start, end, "time", (first, 0, 0), (last, 0, 0))


def _hedged(one: When, text: str) -> When:
    """A time of day with what the words before it allow: "shortly before 10am" and "nearly 10am" may be 9:50."""
    if one.what != "time":
        return one
    side = _SIDE.search(text, max(one.start - _REACH, 0), one.start)
    at = _AT.search(text, max(one.start - _REACH, 0), one.start)
    hedge = side.lastgroup if side else hedge_before(text, at.start() if at else one.start)
    before, after = _ALLOWED.get(hedge or "", (0, 0))
    return structs.replace(one, first=(one.first[0] - before, 0, 0), last=(one.last[0] + after, 0, 0))


def agree(one: When, other: When) -> bool:
    """Whether two times may be one: nothing that both say differs, and both say something."""
    if one.what != other.what:
        return False
    said = [(a, b, c, d) for a, b, c, d in zip(one.first, one.last, other.first, other.last, strict=True) if b and d]
    if one.what == "date":
        return bool(said) and all(a <= d and c <= b for a, b, c, d in said)
    turns = (0, _DAY, -_DAY) if one.what == "time" else (0,)
    # "Shortly before six" touches "shortly after six", and is another time.
    apart = int(one.first != one.last and other.first != other.last)
    return any(one.first[0] + t + apart <= other.last[0] and other.first[0] + apart <= one.last[0] + t for t in turns)


def _exactly(one: When, other: When) -> bool:
    """Whether two times agree, and not only because the second is a part of the day: midnight is in the night, but not noon."""
    return agree(one, other) and (not _is_vague(other) or _is_vague(one))


def _is_vague(one: When) -> bool:
    """Whether a time is a part of the day."""
    return one.what == "time" and one.last[0] - one.first[0] > _VAGUE


def _alike(one: When, other: When) -> bool:
    """Whether two times are of one sort; a date must say something that the other says, too."""
    if one.what != other.what:
        return False
    return one.what != "date" or any(a and b for a, b in zip(one.last, other.last, strict=True))


def _close(one: When, other: When) -> bool:
    """Whether two dates are other days of one month, one day of two months, or years with their digits in another order."""
    if one.what != "date" or other.what != "date" or agree(one, other):
        return False
    (year, month, day), (other_year, other_month, other_day) = one.first, other.first
    if day and other_day:
        return month == other_month or day == other_day
    years = year and other_year and not (month or other_month)
    return bool(years) and sorted(str(year)) == sorted(str(other_year))


def times(document: Document) -> tuple[Differing, ...]:
    """The times outside quotations that are not the source's; use `document.derived(times)`."""
    slots = Slots.over(document, whens, agree, _alike, close=_close, exactly=_exactly)
    return tuple(differing(slot, slots.alignment, slot.here.what) for slot in slots.differing())
