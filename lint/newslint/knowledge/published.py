"""The date of an article, and what a date without a year means relative to it."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.knowledge.dates import written_dates
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.article.layout import Field
    from newslint.knowledge.dates import Written

WINDOW: Final = 30  # days around the article's date in which a date without a year is trusted to be near it


# `--date`, two metadata fields, the name of the file or its address, a line of the text.
SOURCES: Final = ("given", "published", "modified", "file-name", "date-line")


class Trusted(NamedTuple):
    """A day, and which of SOURCES it is from."""

    day: datetime.date
    source: str


def article_date(document: Document) -> Trusted | None:
    """The date of the article; use with `derived`.

    In this order: `--date`, its metadata, the name of its file, its address, the line above its text that names a date.
    A name counts only if no metadata field speaks of the date and says another year.
    """
    if document.settings.date is not None:
        return Trusted(document.settings.date, "given")
    if (day := _field_day(document, "published")) is not None:
        return Trusted(day, "published")
    if (day := _named_day(document)) is not None:
        return Trusted(day, "file-name")
    if (day := _field_day(document, "modified")) is not None:
        return Trusted(day, "modified")
    return _date_line(document)


def _field_day(document: Document, name: str) -> datetime.date | None:
    field = document.field(name)
    return None if field is None else parse_day(field.value)


def _named_day(document: Document) -> datetime.date | None:
    """The day in the name of the file or, failing that, in its address, unless a field contradicts its year."""
    fields = document.layout.fields
    paths = (document.text.path, *(field.value for field in fields if field.name in _PATHS))
    day = next((day for path in paths if (day := day_of_path(path)) is not None), None)
    return None if day is None or any(_contradicts(field, day.year) for field in fields) else day


def _contradicts(field: Field, year: int) -> bool:
    """Whether a field that is about the date of the article says years, and not this one."""
    if not _DATING.search(field.name) or _OTHER_DAY.search(field.name):
        return False
    said = {int(hit) for hit in _YEARS.findall(field.value)}
    return bool(said) and year not in said


_DATING: Final = lazy(r"date|year|issue|publish|posted|created|written|printed", re.IGNORECASE)
_OTHER_DAY: Final = lazy(
    r"modified|updat|revis|review|expir|event|start|begin|end|until|due|deadline|import|scan|archiv|retriev|access",
    re.IGNORECASE,
)
_YEARS: Final = lazy(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_PATHS: Final = frozenset({"url", "path", "slug", "permalink", "aliases"})
# Jekyll's `2024-05-02-slug.md`, and folders such as 2024/05/02/.
_PATH = lazy(r"(?:^|/)(?:\d{4}/)?((?:19|20)\d\d)([-_/])(\d\d)\2(\d\d)(?:[-_/.T ]|$)")


def day_of_path(path: str) -> datetime.date | None:
    """The day that a file's name or its folders give, the last where several do."""
    for hit in reversed(list(_PATH.finditer(path))):
        try:
            return datetime.date(int(hit[1]), int(hit[3]), int(hit[4]))
        except ValueError:
            continue
    return None


def _date_line(document: Document) -> Trusted | None:
    """The date above the article's first paragraph: on a line of its own, in the byline or the dateline."""
    for segment in document.segments:
        if segment.lede:
            return None
        if segment.kind in ("dateline", "byline"):
            line = _line(document, segment.start, segment.end)
            written = list(written_dates(*line))
            sure = len(written) == 1 or _FIRST.match(line[0]) is not None
            if written and sure and written[0].year and not written[0].invalid:
                return Trusted(written[0].dates(written[0].year)[0], "date-line")
    return None


_FIRST = lazy(r"(?:by\b.{0,80})?(?:first )?(?:published|posted)\b")


def _line(document: Document, start: int, end: int) -> tuple[str, str]:
    folded, cased = document.folded(), document.folded(case=False)
    return folded.text[folded.locate(start) : folded.locate(end)], cased.text[cased.locate(start) : cased.locate(end)]


_ISO = lazy(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")


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
