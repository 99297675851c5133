"""impossible-date: a date that no calendar has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.knowledge.dates import GREGORIAN, MONTHS, dates, length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.dates import Written

_MONTHS = ("feb", "apr", "jun", "sep", "nov")  # any other month has its 31 days
# An article may speak of a day that did not exist: it says so, or it is of a time or place with another calendar.
_SPOKEN = re.compile(
    r"\b(?:no such (?:day|date)|(?:did|does|do)(?:n't| not) exist|never existed|non-?existent|"
    r"impossible|there (?:is|was) no|not? a real|"
    r"mistaken(?:ly)?|typo|error|fictitious|leap|calendars?|never c[ao]mes?|has only|only has|"
    r"wrong|invalid|jok(?:e|ing|ed))\b"
)
_NEAR = 300  # code points before and after, in which it may say so
_OLD = re.compile(r"\b1[0-7]\d\d\b")


class ImpossibleDate(Check, frozen=True, kw_only=True):
    """Days beyond the end of their month, and 29 February of a common year."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"month", "days"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """The number beside an impossible day: 29 to 31."""
        words = [f"{month}{gap}{day}" for month in _ENDINGS for gap in (" ", ". ") for day in ("29", "30", "31")]
        numeric = [f"{mark}{day}" for mark in "-/." for day in ("29", "30", "31")]
        return (
            *words,
            *(f"{day}{gap}{m}" for day in _DAYS for gap in (" ", " of ") for m in _MONTHS),
            *numeric,
            "29/",
            "30/",
            "31/",
            "31.",
            "30.",
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each date that does not exist."""
        view = unit.document.folded()
        for written in unit.document.derived(dates):
            if written.invalid and written.sure and not _spoken(view.text, written):
                year = f" {written.year}" if written.year and written.month == 2 else ""
                days = str(length(written.year or 2000, written.month))
                month = MONTHS[written.month - 1] + year
                yield Match(view.span(written.start, written.end), values={"month": month, "days": days})


_ENDINGS = ("feb", "february", "apr", "april", "jun", "june", "sep", "sept", "september", "nov", "november")
_DAYS = (*tuple(f"{day}{suffix}" for day, suffix in (("29", "th"), ("30", "th"), ("31", "st"))), "29", "30", "31")


def _spoken(text: str, written: Written) -> bool:
    if written.year and written.year < GREGORIAN:
        return True
    start, end = text.rfind("\n", 0, written.start) + 1, text.find("\n", written.end)
    around = text[max(start, written.start - _NEAR) : min(end if end >= 0 else len(text), written.end + _NEAR)]
    return _SPOKEN.search(around) is not None or _OLD.search(around) is not None
