"""WARC: the pages that crawlers keep, as they are: what is an article in them is found by whoever lints them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO, Final

from newslint.archive.extraction import PAGE
from newslint.archive.inputs.fields import host_of
from newslint.archive.inputs.opening import TORN
from newslint.archive.linting import Article
from newslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.archive.inputs.fields import Fields

_PAGES: Final = ("text/html", "application/xhtml+xml")
_TEXT: Final = "text/plain"
_LARGEST: Final = 8 * 1024 * 1024  # bytes of a page that are read


def read(file: BinaryIO, name: str, fields: Fields) -> Iterator[Article]:
    """The pages that were answered with 200, and the texts of WET files, in order. UsageError for a file that is no WARC."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(file, arc2warc=True), 1):
            kind = _kind(record)
            if kind:
                address = record.rec_headers.get_header("WARC-Target-URI") or f"{name}:{number}"
                body = record.content_stream().read(_LARGEST)
                yield Article(address, body, PAGE if kind in _PAGES else None, outlet=host_of(address))
    except (ArchiveLoadFailed, *TORN) as fault:
        why = str(fault).strip().splitlines()[0] if str(fault).strip() else "it is cut off"
        if number == 0:
            raise UsageError(f"'{name}' cannot be read as WARC: {why}") from None
        yield Article(f"{name}:{number + 1}", fault=f"the rest of the file cannot be read: {why}")


def _kind(record: Any) -> str:
    """The media type of a record that may hold an article; empty for any other."""
    if record.rec_type == "conversion":
        return _TEXT
    if record.rec_type not in ("response", "resource"):
        return ""
    headers = record.http_headers or record.rec_headers
    if record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        return ""
    kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return kind if kind in (*_PAGES, _TEXT) else ""
