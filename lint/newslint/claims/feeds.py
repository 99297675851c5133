"""Feeds: the reviews of a file, whichever way they are published: JSON-LD, JSON lines, pages with JSON-LD in them, tables."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newslint.claims import tables
from newslint.claims.jsonld import record, reviews
from newslint.claims.records import Record, Unfit
from newslint.claims.stream import Value, values
from newslint.errors import FileError
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

_SNIFFED: Final = 4096  # code points from which a feed's form is told
_PAGE: Final = 32 << 20  # code points: no page is longer
_BLOCK: Final = lazy(
    r"<script\b[^>]*\btype\s*=\s*[\"']?application/ld\+json\b[^>]*>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL
)
_WRAPPED: Final = lazy(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_EMPTY: Final = "no ClaimReview in it"


class Bad(NamedTuple):
    """A record that cannot be used: on which line of its feed it is, and why."""

    line: int
    reason: str


def files(feed: Path) -> list[Path]:
    """The files of a feed: itself, or all files of a folder. FileError if there are none."""
    if feed.is_dir():
        found = sorted(path for path in feed.rglob("*") if path.is_file() and not path.name.startswith("."))
        if not found:
            raise FileError("the folder is empty; name a feed of ClaimReview records", path=str(feed))
        return found
    if not feed.exists():
        raise FileError("the file does not exist; name a feed of ClaimReview records", path=str(feed))
    return [feed]


def read(path: Path) -> Iterator[Record | Bad]:
    """The records of a file, in order, and those that cannot be used. FileError if it is no feed at all."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _read(file, path)
    except UnicodeDecodeError:
        raise FileError("the file is not UTF-8; save it as UTF-8", path=str(path)) from None
    except OSError as fault:
        raise FileError(f"cannot read the file: {fault.strerror or fault}", path=str(path)) from None


def _read(file: TextIO, path: Path) -> Iterator[Record | Bad]:
    start = file.read(_SNIFFED)
    file.seek(0)
    first = start.lstrip("\ufeff \t\r\n")[:1]
    if not first:
        raise FileError("the file is empty; name a feed of ClaimReview records", path=str(path))
    if first in "[{":
        yield from _records(values(file))
    elif first == "<":
        yield from _records(_of_page(file.read(_PAGE)))
    elif tables.is_table(start):
        yield from (found if isinstance(found, Record) else Bad(*found) for found in tables.records(file))
    else:
        raise FileError("not a feed of ClaimReview records (JSON-LD, JSON lines, a page, or CSV)", path=str(path))


def _of_page(page: str) -> Iterator[Value]:
    """The JSON-LD of all script blocks of a page as one value, so that they may refer to each other."""
    found: list[Any] = []
    for block in _BLOCK.finditer(page):
        line = page.count("\n", 0, block.start(1)) + 1
        for value in _parsed(_WRAPPED.sub("", block[1]), line):
            if value.fault:
                yield value
            else:
                found.append(value.value)
    yield Value(1, found)


def _parsed(block: str, line: int) -> Iterator[Value]:
    """The values of one script block; some pages write its quotation marks as entities."""
    from io import StringIO

    found = list(values(StringIO(block)))
    if any(value.fault for value in found) and "&quot;" in block:
        found = list(values(StringIO(html.unescape(block))))
    return (value._replace(line=value.line + line - 1) for value in found)


def _records(found: Iterable[Value]) -> Iterator[Record | Bad]:
    any_review = False
    for line, value, fault in found:
        if fault:
            yield Bad(line, fault)
            continue
        several = list(reviews(value))
        any_review |= bool(several)
        if not several and not _is_shell(value):
            yield Bad(line, _EMPTY)
        for review in several:
            try:
                yield record(review)
            except Unfit as why:
                yield Bad(line, str(why))
    if not any_review:
        yield Bad(1, _EMPTY)


def _is_shell(value: Any) -> bool:
    """Whether a value is only what is around records: a feed's own name, a list of a page's blocks."""
    return not value or isinstance(value, list) or (isinstance(value, dict) and "Feed" in str(value.get("@type", "")))
