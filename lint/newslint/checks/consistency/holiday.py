"""holiday: a holiday beside a date on which it does not fall."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.knowledge.calendars import HOLIDAYS, MONTHS, holiday
from newslint.knowledge.dates import dates
from newslint.knowledge.published import article_date, near
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.dates import Written

_NAME: Final = (
    "(?P<name>"
    + "|".join(
        name.replace("'", "'?").replace("st ", r"st\.? ").replace("jr ", r"jr\.? ")
        for name in sorted(HOLIDAYS, key=len, reverse=True)
    )
    + ")"
)
_BEFORE: Final = lazy(rf"(?<![\w'-]){_NAME}(?:,? \(|, | on | [-–—] |: )\Z")
_AFTER: Final = lazy(rf"(?:, (?:which is )?| \(|,? is ){_NAME}(?=[.,;:)]|\s*\Z|\n)")
# A holiday named as one end of a stretch, or as a day near the one that is meant.
_NEAR_IT: Final = lazy(
    r"(?:\b(?:before|after|following|until|till|since|between|from|through|to|eve of|weekend|day|and|or|than)|[,;]) (?:the )?\Z"
)
# A list of days: "on Christmas Day, 26 December and 1 January".
_MONTH: Final = "|".join(month[:3].lower() for month in MONTHS)
_LISTED: Final = lazy(rf",? ?(?:and|or|to|until|through|&|[-–—])(?: |\d)|, (?:and |or )?(?:\d|{_MONTH})")
_OBSERVED: Final = lazy(r"\b(?:observ\w+|bank holiday|in lieu|substitute|early|late|postponed|moved|instead)\b")
_AROUND: Final = 48


class HolidayDate(Check, frozen=True, kw_only=True):
    """`Thanksgiving, Nov. 21, 2024`: fixed days, days by a rule of the United States, Canada or Britain, and days around Easter.

    A date without a year is of the year that puts it near the article's date. Where countries or churches differ, any of
    their days is right.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "year", "day"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """The holidays' names."""
        return tuple(part for name in HOLIDAYS for part in (name, name.replace("'", "")))

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each date that is not the holiday's beside it."""
        view, cased = unit.document.folded(), unit.document.folded(case=False).text
        for written in unit.document.derived(dates):
            beside = _beside(view.text, written)
            year = _year(unit.document, written) if beside else 0
            if beside is None or not year or len(written.days) > 1:
                continue
            falls = holiday(beside["name"]).falls(year)
            if written.invalid or set(written.dates(year)).intersection(falls):
                continue
            span = view.span(min(written.start, beside.start("name")), max(written.end, beside.end("name")))
            name = cased[beside.start("name") : beside.end("name")]
            yield Match(span, values={"name": name, "year": str(year), "day": written.label(falls[0])})


def _beside(text: str, written: Written) -> re.Match[str] | None:
    """The holiday before or after a date, if both name one day."""
    around = text[max(written.start - _AROUND, 0) : written.end + _AROUND]
    if _OBSERVED.search(around):
        return None
    edges = (written.core, written.start)  # the weekday may be the holiday's own ("Good Friday") or beside it
    found = (_BEFORE.search(text, max(edge - _AROUND, 0), edge) for edge in edges)
    before = next((hit for hit in found if hit is not None), None)
    if before is not None:
        apart = _NEAR_IT.search(text, max(before.start() - 16, 0), before.start())
        return None if apart or _LISTED.match(text, written.end) else before
    after = _AFTER.match(text, written.end)
    return None if after is None or _LISTED.match(text, after.end()) else after


def _year(document: Document, written: Written) -> int:
    """The year of a date, 0 if it is not known."""
    if written.year or written.readings:
        return 0 if written.readings else written.year
    trusted = document.derived(article_date)
    meant = near(written, trusted.day) if trusted is not None else []
    return meant[0].year if meant else 0
