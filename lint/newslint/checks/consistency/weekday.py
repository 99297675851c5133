"""weekday: a weekday beside a date that falls on another."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.knowledge.calendars import GREGORIAN, WEEKDAYS, julian_weekday
from newslint.knowledge.date_grammar import OTHER_CALENDAR
from newslint.knowledge.dates import dates, years
from newslint.knowledge.published import article_date, near
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.dates import Written
    from newslint.knowledge.published import Trusted

_JULIAN_UNTIL = 1930  # Greece, the last of the Orthodox states, changed calendars in 1923


class Weekday(Check, frozen=True, kw_only=True):
    """Judges dates with a year, and dates without one that lie within 30 days of the article's trusted date.

    The Gregorian calendar is proleptic in `datetime`: nothing before 1753 is judged, and until 1930 a weekday that is
    right by the Julian calendar is right. Figures of ambiguous order are read in the order of the house's region.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"stated", "date", "actual"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """A weekday, in full or abbreviated."""
        short = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
        marks = (".", ",", " (", " -", "-", "–", " –", "/", *(f" {start}" for start in _STARTS))
        return (*(name.lower() for name in WEEKDAYS), *(f"{name}{mark}" for name in short for mark in marks))

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each date with a weekday that no reading of the date has."""
        view = unit.document.folded()
        for written in unit.document.derived(dates):
            wrong = _wrong(unit.document, written) if written.weekdays else None
            if wrong is None or _corrected(view.text, written, *wrong):
                continue
            weekday, day = wrong
            values = {
                "stated": WEEKDAYS[weekday],
                "date": written.label(day),
                "actual": WEEKDAYS[day.weekday()],
            }
            yield Match(view.span(written.start, written.end), values=values)


_AHEAD: Final = lazy(
    r"\b(?:will|would|'ll|scheduled?|set|until|due|expect\w*|plan\w*|may|could|should|upcoming|next|begins|starts|"
    r"deadline|meets|opens|ends|airs)\b"
)
_LOOKS_BACK: Final = lazy(
    r"\banniversar|\b9/11\b|\byears? (?:ago|later|since|before|earlier)\b|\b(?:last|previous) year\b|\byear's\b"
)
_MISTAKEN: Final = lazy(
    r"\b(?:misprint\w*|misdated|typos?|mistaken(?:ly)?|erroneous(?:ly)?|incorrect(?:ly)?|wrong(?:ly)?)\b"
)
_YEAR: Final = lazy(r"(?<![\w.,$£€-])(?:1[89]|20)\d\d(?![\w-]|[,.]\d)")
_AROUND: Final = 200  # code points on each side in which the text may look back
_RECENT: Final = 10  # days on each side of an article in which a date is of its year, unless the text says otherwise
_ARCHIVE: Final = 6  # years back and ahead from which captions are likely to come
_STARTS: Final = (*"0123456789", *"jfmasond")
_MONTH_FIRST: Final = ("US", "PH")  # regions that write the month before the day in figures

Wrong = tuple[int, datetime.date]


def _wrong(document: Document, written: Written) -> Wrong | None:
    """The stated weekday and the day that it does not fit; None where some reading is right or nothing is known."""
    meant = _meant(document, written)
    if not meant:
        return None
    if len(written.weekdays) > 1 and len(meant) == len(written.weekdays):
        pairs = zip(written.weekdays, meant, strict=True)
        return next(((weekday, day) for weekday, day in pairs if not _right(day, weekday)), None)
    weekday = written.weekdays[0]
    return None if any(_right(day, weekday) for day in meant) else (weekday, meant[0])


def _corrected(text: str, written: Written, weekday: int, day: datetime.date) -> bool:
    """Whether the text itself says that this weekday is wrong."""
    around = text[max(written.start - _AROUND // 2, 0) : written.end + _AROUND]
    said = re.compile(rf"\b(?:was|is|being) (?:in fact |actually |really )?an? {WEEKDAYS[day.weekday()].lower()}\b")
    return _MISTAKEN.search(around) is not None or said.search(around) is not None


def _meant(document: Document, written: Written) -> list[datetime.date]:
    """The days that a date can mean; none where its year is not known, or its calendar may be another."""
    text = document.folded().text
    if OTHER_CALENDAR.search(text, max(written.start - _AROUND // 2, 0), written.end + _AROUND // 2):
        return []
    if written.readings:
        return _in_house_order(document.settings.language, written)
    if written.year:
        return written.dates(written.year) if written.year >= GREGORIAN and not written.invalid else []
    trusted = document.derived(article_date)
    if trusted is None:
        return []
    if written.relative is not None:
        return written.dates(trusted.day.year + written.relative)
    return _near(document, written, trusted)


def _in_house_order(language: str, written: Written) -> list[datetime.date]:
    """The days that figures mean in the house's region, the year first allowed; none if no region is set."""
    _, _, region = language.partition("-")
    year, month, day = written.readings[0]  # day first, if both orders are possible
    swapped = (year, day, month)
    if not region:
        return []
    dropped = written.readings[0] if region in _MONTH_FIRST and swapped in written.readings[1:] else swapped
    kept = (reading for reading in written.readings if reading != dropped or month == day)
    return [datetime.date(*reading) for reading in kept if _exists(*reading)]


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def _near(document: Document, written: Written, trusted: Trusted) -> list[datetime.date]:
    """The days near the article's date that a date without a year means, if nothing points to another year."""
    meant = near(written, trusted.day)
    if not meant or ((meant[0] - trusted.day).days > 1 and not _ahead(document, written)):
        return []
    return [] if _elsewhere(document, written, meant[0], trusted) else meant


def _ahead(document: Document, written: Written) -> bool:
    """Whether the text around speaks of a day to come; else a day after the article's is of another year."""
    text = document.folded().text
    return _AHEAD.search(text, max(written.start - _AROUND // 2, 0), written.end + _AROUND // 2) is not None


def _elsewhere(document: Document, written: Written, meant: datetime.date, trusted: Trusted) -> bool:
    """Whether the text around looks back on another year, or the weekday is right in one that it names, or a year ago.

    A year ago is not considered for a day within a week and a half of the article: that is what the article is about.
    """
    around = document.folded().text[max(written.start - _AROUND, 0) : written.end + _AROUND]
    if (written.month, written.days) == (9, (11,)) or _LOOKS_BACK.search(around):
        return True
    others = years(around) | _last_year(document.folded().text, written.start) | document.derived(_likely)
    if abs((meant - trusted.day).days) > _RECENT or trusted.source == "modified":
        others |= {meant.year - 1}
    return any(_fits(written, other) for other in others - {meant.year})


def _last_year(text: str, before: int) -> frozenset[int]:
    """The year that a text named last before an offset: a story goes on in it."""
    hit = max(_YEAR.finditer(text, 0, before), key=re.Match.start, default=None)
    return frozenset({int(hit[0])}) if hit is not None else frozenset()


def _likely(document: Document) -> frozenset[int]:
    """Years in which at least two of the article's weekdays are right that are wrong in its own.

    Such dates come from captions and archives that were written then, or from an article carried on for years.
    """
    trusted = document.derived(article_date)
    beside = [written for written in document.derived(dates) if written.weekdays and not written.year]
    if trusted is None or len(beside) < 2:
        return frozenset()
    own = trusted.day.year
    wrong = [written for written in beside if not _fits(written, own)]
    around = (year for year in range(own - _ARCHIVE, own + _ARCHIVE + 1) if year != own)
    return frozenset(year for year in around if len({(w.month, w.days) for w in wrong if _fits(w, year)}) > 1)


def _fits(written: Written, year: int) -> bool:
    return any(_right(day, weekday) for day in written.dates(year) for weekday in written.weekdays)


def _right(day: datetime.date, weekday: int) -> bool:
    return day.weekday() == weekday or (day.year < _JULIAN_UNTIL and julian_weekday(day) == weekday)
