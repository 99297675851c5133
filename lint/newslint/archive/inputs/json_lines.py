"""JSON lines: an object a line. A line that is none is an article with a fault."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import msgspec

from newslint.archive.inputs.opening import TORN
from newslint.archive.linting import Article
from newslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.archive.inputs.fields import Fields

_LONGEST: Final = 64 * 1024 * 1024  # bytes of a line: what is longer would be read at once, and is no article


def read(file: BinaryIO, name: str, fields: Fields) -> Iterator[Article]:
    """The articles in the order of their lines. UsageError if the first line is none."""
    number = 0
    try:
        while line := file.readline(_LONGEST):
            number += 1
            whole = line.endswith(b"\n") or len(line) < _LONGEST
            _skip(file, whole)
            stripped = line.removeprefix(BOM_UTF8).strip()
            if stripped:
                yield _article(stripped if whole else b"", f"{name}:{number}", fields, first=number == 1)
    except TORN as fault:
        yield Article(f"{name}:{number + 1}", fault=f"the rest of the file cannot be read: {fault}")


def _skip(file: BinaryIO, whole: bool) -> None:
    while not whole:
        more = file.readline(_LONGEST)
        whole = not more or more.endswith(b"\n")


def _article(line: bytes, place: str, fields: Fields, *, first: bool) -> Article:
    try:
        record: Any = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        if first:
            raise UsageError(f"{place}: this is no line of JSON: {fault}") from None
        return Article(place, fault=f"this is no line of JSON: {fault}")
    if not isinstance(record, dict):
        if first:
            raise UsageError(f"{place}: expected one object a line, with a field '{fields.text}'")
        return Article(place, fault="this line is no JSON object")
    if first:
        fields.check(record, place.rpartition(":")[0])
    return fields.article(record, place)
