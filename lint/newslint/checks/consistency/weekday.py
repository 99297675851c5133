"""weekday: a weekday beside a date that falls on another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.knowledge.dates import GREGORIAN, WEEKDAYS, dates, julian_weekday, years
from newslint.knowledge.published import article_date, near

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.dates import Written

_JULIAN_UNTIL = 1930  # Greece, the last of the Orthodox states, changed calendars in 1923


class Weekday(Check, frozen=True, kw_only=True):
    """Judges dates with a year, and dates without one that lie within 30 days of the article's trusted date.

    The Gregorian calendar is proleptic in `datetime`: nothing before 1753 is judged, and until 1930 a weekday that is
    right by the Julian calendar is right.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"stated", "date", "actual"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """A weekday, in full or abbreviated."""
        names = [name.lower() for name in WEEKDAYS]
        beside = [
            f"{name}{gap}{start}"
            for name in names
            for gap in (" ", ", ", " (", ", (", " on ", ", on ")
            for start in _STARTS
        ]
        after = [f"{before}{name}" for name in names for before in ("(", "a ", " was ", " also ")]
        short = [
            f"{name}{dot} "
            for name in ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
            for dot in (".", ".,")
        ]
        return (
            *beside,
            *after,
            *short,
            *(f"{name}{gap}the {digit}" for name in names for gap in (" ", ", ") for digit in "123456789"),
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each date with a weekday that no reading of the date has."""
        view = unit.document.folded()
        for written in unit.document.derived(dates):
            if written.weekday is None:
                continue
            meant = _meant(unit.document, written)
            if meant and not any(_right(day, written.weekday) for day in meant):
                day = meant[0]
                values = {
                    "stated": WEEKDAYS[written.weekday],
                    "date": written.label(day),
                    "actual": WEEKDAYS[day.weekday()],
                }
                yield Match(view.span(written.start, written.end), values=values)


_AHEAD = re.compile(
    r"\b(?:will|would|'ll|scheduled?|set|until|due|expect\w*|plan\w*|may|could|should|upcoming|next|begins|starts|"
    r"deadline|meets|opens|ends|airs)\b"
)
_LOOKS_BACK = re.compile(r"\banniversar|\b9/11\b|\byears (?:ago|later|since)\b")
_YEAR = re.compile(r"(?<![\w.,$£€-])(?:1[89]|20)\d\d(?![\w-]|[,.]\d)")
_AROUND = 200  # code points on each side in which the text may look back
_ARCHIVE = 6  # years back and ahead from which captions are likely to come
_STARTS = (*"0123456789", *"jfmasond")


def _meant(document: Document, written: Written) -> list[datetime.date]:
    """The days that a date can mean; none where its year is not known, or its calendar may be another."""
    if written.year:
        return written.dates(written.year) if written.year >= GREGORIAN and not written.invalid else []
    trusted = document.derived(article_date)
    meant = near(written, trusted.day) if trusted is not None else []
    if meant and trusted is not None and (meant[0] - trusted.day).days > 1 and not _ahead(document, written):
        return []
    return [] if meant and _elsewhere(document, written, meant[0].year) else meant


def _ahead(document: Document, written: Written) -> bool:
    """Whether the text around speaks of a day to come; else a day after the article's is of another year."""
    text = document.folded().text
    return _AHEAD.search(text, max(written.start - _AROUND // 2, 0), written.end + _AROUND // 2) is not None


def _elsewhere(document: Document, written: Written, year: int) -> bool:
    """Whether the text around looks back on another year, or the weekday is right in one that it names, or a year ago."""
    around = document.folded().text[max(written.start - _AROUND, 0) : written.end + _AROUND]
    if (written.month, written.days) == (9, (11,)) or _LOOKS_BACK.search(around):
        return True
    others = (
        years(around) | _last_year(document.folded().text, written.start) | document.derived(_likely) | {year - 1}
    ) - {year}
    return any(_right(day, written.weekday) for other in others for day in written.dates(other))


def _last_year(text: str, before: int) -> frozenset[int]:
    """The year that a text named last before an offset: a story goes on in it."""
    hit = max(_YEAR.finditer(text, 0, before), key=re.Match.start, default=None)
    return frozenset({int(hit[0])}) if hit is not None else frozenset()


def _likely(document: Document) -> frozenset[int]:
    """Years in which at least two of the article's weekdays are right that are wrong in its own.

    Such dates come from captions and archives that were written then, or from an article carried on for years.
    """
    trusted = document.derived(article_date)
    beside = [written for written in document.derived(dates) if written.weekday is not None and not written.year]
    if trusted is None or len(beside) < 2:
        return frozenset()

    own = trusted.day.year
    wrong = [written for written in beside if not _fits(written, own)]
    around = (year for year in range(own - _ARCHIVE, own + _ARCHIVE + 1) if year != own)
    return frozenset(year for year in around if len({(w.month, w.days) for w in wrong if _fits(w, year)}) > 1)


def _fits(written: Written, year: int) -> bool:
    return any(_right(day, written.weekday) for day in written.dates(year))


def _right(day: datetime.date, weekday: int | None) -> bool:
    return day.weekday() == weekday or (day.year < _JULIAN_UNTIL and julian_weekday(day) == weekday)
