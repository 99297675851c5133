"""impossible-date: a date that no calendar has."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.knowledge.calendars import GREGORIAN, MONTHS, length
from newslint.knowledge.dates import dates
from newslint.knowledge.published import article_date
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.dates import Written

_SHORT_MONTHS: Final = ("feb", "apr", "jun", "sep", "nov")  # any other month has its 31 days
_LATE: Final = ("29", "30", "31")
# An article may speak of a day that did not exist: it says so, or it is of a time or place with another calendar.
_SPOKEN: Final = lazy(
    r"\b(?:no such (?:day|date)|(?:did|does|do)(?:n't| not) exist|never existed|non-?existent|"
    r"impossible|there (?:is|was) no|not? a real|"
    r"mistaken(?:ly)?|typo|error|fictitious|leap|calendars?|never c[ao]mes?|has only|only has|"
    r"wrong|invalid|jok(?:e|ing|ed))\b"
)
_NEAR: Final = 300  # code points before and after, in which it may say so
_OLD: Final = lazy(r"\b1[0-7]\d\d\b")


class ImpossibleDate(Check, frozen=True, kw_only=True):
    """Days beyond the end of their month, and 29 February of a common year."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"month", "days"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """The number beside an impossible day, 29 and more, or what ends one beyond all months: few literals, not sure ones."""
        endings = ("feb", "february", "apr", "april", "jun", "june", "sep", "sept", "september", "nov", "november")
        late = (*_LATE, "the 29", "the 30", "the 31", "the thirt", "the twenty-n")
        words = [f"{month}{gap}{day}" for month in endings for gap in (" ", ". ") for day in late]
        days = (*_LATE, "thirtieth", "thirty-first", "twenty-ninth", "st", "nd", "rd", "th")
        before = [
            f"{day}{gap}{month}"
            for day in days
            for gap in (" ", " of ", " day of ", "/", "-")
            for month in _SHORT_MONTHS
        ]
        before += [f"{digit} {month[:3].lower()}" for digit in range(10) for month in MONTHS]
        numeric = [f"{mark}{day}" for mark in "-/." for day in _LATE] + [
            f"{day}{mark}" for day in _LATE for mark in "/.-"
        ]
        later = [
            f"{month[:3].lower()}{rest} {ten}"
            for month in MONTHS
            for rest in (month[3:], ".", "")
            for ten in range(3, 10)
        ]
        return (*words, *before, *numeric, *later)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each date that does not exist."""
        view = unit.document.folded()
        for written in unit.document.derived(dates):
            year = _year(unit.document, written)
            if written.sure and not written.readings and _beyond(written, year) and not _spoken(view.text, written):
                month = MONTHS[written.month - 1] + (f" {year}" if year and written.month == 2 else "")
                values = {"month": month, "days": str(length(year, written.month))}
                yield Match(view.span(written.start, written.end), values=values)


def _year(document: Document, written: Written) -> int:
    """The year of a date, 0 if neither it nor "last year" and the article's date say which it is."""
    if written.year or written.relative is None:
        return written.year
    trusted = document.derived(article_date)
    return trusted.day.year + written.relative if trusted is not None else 0


def _beyond(written: Written, year: int) -> bool:
    return max(written.days) > length(year, written.month)


def _spoken(text: str, written: Written) -> bool:
    if written.year and written.year < GREGORIAN:
        return True
    start, end = text.rfind("\n", 0, written.start) + 1, text.find("\n", written.end)
    around = text[max(start, written.start - _NEAR) : min(end if end >= 0 else len(text), written.end + _NEAR)]
    return _SPOKEN.search(around) is not None or _OLD.search(around) is not None
