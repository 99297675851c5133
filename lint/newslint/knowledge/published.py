"""The date of an article, and what a date without a year means relative to it."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.knowledge.dates import written_dates

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.knowledge.dates import Written

WINDOW: Final = 30  # days around the article's date in which a date without a year is trusted to be near it


SOURCES: Final = ("given", "published", "modified", "date-line")  # `--date`, two metadata fields, a line of the text


class Trusted(NamedTuple):
    """A day, and which of SOURCES it is from."""

    day: datetime.date
    source: str


def article_date(document: Document) -> Trusted | None:
    """The date of the article: `--date`, else its metadata, else its date line; use with `derived`."""
    if document.settings.date is not None:
        return Trusted(document.settings.date, "given")
    for name in ("published", "modified"):
        field = document.field(name)
        day = parse_day(field.value) if field is not None else None
        if day is not None:
            return Trusted(day, name)
    return _date_line(document)


def _date_line(document: Document) -> Trusted | None:
    """The date on a line of its own above the article's first paragraph."""
    for segment in document.segments:
        if segment.lede:
            return None
        if segment.kind == "dateline":
            written = list(written_dates(*_line(document, segment.start, segment.end)))
            if len(written) == 1 and written[0].year and not written[0].invalid:
                return Trusted(written[0].dates(written[0].year)[0], "date-line")
    return None


def _line(document: Document, start: int, end: int) -> tuple[str, str]:
    folded, cased = document.folded(), document.folded(case=False)
    return folded.text[folded.locate(start) : folded.locate(end)], cased.text[cased.locate(start) : cased.locate(end)]


_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


def parse_day(value: str) -> datetime.date | None:
    """The day in a metadata value: ISO 8601 (in its own time zone), or a date in words with a year."""
    hit = _ISO.match(value)
    try:
        if hit is not None:
            return datetime.date(int(hit[1]), int(hit[2]), int(hit[3]))
        written = list(written_dates(value.lower(), value))
        return written[0].dates(written[0].year)[0] if written and written[0].year else None
    except (ValueError, IndexError):
        return None


def near(written: Written, day: datetime.date) -> list[datetime.date]:
    """The days that a date without a year means if it lies within WINDOW days of `day`; empty if none does."""
    for year in (day.year, day.year - 1, day.year + 1):
        found = written.dates(year)
        if found and len(found) == len(written.days) and abs((found[0] - day).days) <= WINDOW:
            return found
    return []
