"""Moment: when the article speaks, as far as it is known."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.calendars import length
from newslint.knowledge.dates import written_dates
from newslint.knowledge.facts.periods import Period, of_month, of_years
from newslint.knowledge.published import SOURCES, article_date

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.knowledge.dates import Written

_NO_YEAR: Final = 2023  # in whose place a date without a year is counted, if no weekday shows a better one

_EXACT: Final = ("given", "date-line")


class Moment(Struct, frozen=True):
    """The article's day; `source` is one of SOURCES. `whole` is False if the year is not known, and `day` is of a nominal one."""

    day: datetime.date
    source: str
    whole: bool = True

    @property
    def slack(self) -> bool:
        """Whether the article may have been written a day before or after: time zones, the press run."""
        return self.whole and self.source not in _EXACT

    def moved(self, days: int) -> Moment:
        """The moment so many days later."""
        return Moment(self.day + datetime.timedelta(days=days), self.source, self.whole)

    def shifted(self, unit: str, step: int) -> Period | None:
        """The day, week, month, year or decade that lies `step` of them from the article's own."""
        at, year = self.day.toordinal(), self.day.year
        if unit == "day":
            return Period(at + step, at + step)
        if unit == "week":  # from Sunday or from Monday: wide enough for both
            monday = at - self.day.weekday() + 7 * step
            return Period(monday - 1, monday + 6)
        if unit == "month":
            month = year * 12 + self.day.month - 1 + step
            return of_month(month // 12 if self.whole else 0, month % 12 + 1)
        if unit == "year" and self.whole:
            return of_years(year + step, year + step)
        return None


def moment(document: Document) -> Moment | None:
    """The day on which the article speaks; use with `derived`. None if nothing says so."""
    trusted = document.derived(article_date)
    if trusted is not None:
        return Moment(trusted.day, trusted.source)
    field = document.field("published")
    return None if field is None else _without_year(field.value)


def _without_year(value: str) -> Moment | None:
    found = list(written_dates(value.lower(), value))
    if len(found) != 1 or found[0].year or len(found[0].days) != 1:
        return None
    written = found[0]
    years = (year for year in range(_NO_YEAR, _NO_YEAR + 12) if _fits(written, year))
    year = next(years, None)
    day = None if year is None else written.dates(year)[0]
    return None if day is None else Moment(day, SOURCES[1], whole=False)


def _fits(written: Written, year: int) -> bool:
    """Whether the day exists in that year, and is the weekday that it says."""
    if written.days[0] > length(year, written.month):
        return False
    day = datetime.date(year, written.month, written.days[0])
    return not written.weekdays or written.weekdays[0] == day.weekday()
