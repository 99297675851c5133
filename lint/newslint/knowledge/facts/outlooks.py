"""Outlooks: what a sentence says is still to come or is past, and when.

Only what is bound word by word counts: the future and its verb right before the time ("will reopen in March 2019", "is due
to be finished by 2021"), or a verb of the past right before it ("was opened in 2031").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.knowledge.facts import outlook_grammar as grammar
from newslint.knowledge.facts.periods import YEAR, Period
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.moment import Moment
    from newslint.knowledge.facts.telling import Telling
    from newslint.knowledge.facts.times import Time

_NEAR: Final = 45  # days before and after the article in which a day without a year is the one that it means
_GRAINS: Final = ("day", "month", "year", "season")
_YEAR: Final = lazy(r"(?<![\d,.$])(?:1[89]|20)\d\d(?![\d%]|,\d)")
_ANOTHER_YEAR: Final = lazy(r",? (?:of )?(?:last|next|the (?:previous|following|same)|that) year\b")
_BACK: Final = 1_500  # code points before a day without a year in which another year may have been set


class Outlook(Struct, frozen=True):
    """That something `comes` at a time, or that it is `gone`; [start, end) of the folded prose is the phrase."""

    kind: Literal["comes", "gone"]
    time: Time
    start: int
    end: int


def outlooks(said: Telling) -> Iterator[Outlook]:
    """What a sentence says is to come, or past, at a dated time."""
    for hit in (hit for pattern in grammar.COMING for hit in pattern.finditer(said.text)):
        time = said.time(hit["a"])
        if time.basis == "written":
            yield Outlook("comes", time, said.origin(hit.start()), time.end)
    for hit in (hit for pattern in grammar.GONE for hit in pattern.finditer(said.text)):
        time = said.time(hit["a"])
        if time.basis == "written" and not grammar.ARRANGED.search(hit[0]) and not grammar.UNREAL.search(said.text):
            yield Outlook("gone", time, said.origin(hit.start()), time.end)


def belied(one: Outlook, now: Moment | None) -> bool:
    """Whether the article's date shows that it is the other way round; a day is granted for time zones."""
    return now is not None and now.whole and side(one.time, now) == one.kind


def side(time: Time, now: Moment) -> str:
    """`gone` if a time is after the article, so that it cannot be past; `comes` if it is before; else nothing."""
    if time.period is None or time.basis != "written" or time.grain not in _GRAINS:
        return ""
    today = now.day.toordinal()
    period = time.period if time.dated else _nearest(time.period, today)
    if period is None:
        return ""
    if period.first > today + 1:
        return "gone"
    return "comes" if period.last < today - 1 else ""


def of_now(text: str, time: Time, now: Moment) -> bool:
    """Whether a time of the folded prose names its year, or stands where no other year has been set than the article's own."""
    if _ANOTHER_YEAR.match(text, time.end):
        return False
    years = _YEAR.findall(text, max(time.start - _BACK, 0), time.end + _BACK // 10)
    return time.dated or all(int(year) == now.day.year for year in years)


def _nearest(period: Period, today: int) -> Period | None:
    """The turn of a day of the year that is near the article; none for a month, which may be of any year."""
    if period.turn != YEAR or period.last > period.first:
        return None
    turns = round((today - period.first) / YEAR)
    first = period.first + round(turns * YEAR)
    return Period(first, first) if abs(first - today) <= _NEAR else None
