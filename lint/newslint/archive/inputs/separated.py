"""Separated values: CSV and its relatives, with a line of names first; quoted fields may hold line breaks."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from newslint.archive.inputs.opening import TORN
from newslint.archive.linting import Article
from newslint.article.layout import LONGEST
from newslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.archive.inputs.fields import Fields

_MARKS: Final = ",;\t|"


def read(file: BinaryIO, name: str, fields: Fields) -> Iterator[Article]:
    """The articles in the order of their rows. UsageError for a file without a line of names that has the text's."""
    csv.field_size_limit(4 * LONGEST)
    stream = io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")
    number = 0
    try:
        head = stream.readline()
        mark = max(_MARKS, key=head.count)
        names = next(csv.reader([head], delimiter=mark), [])
        fields.check(names, name)
        for number, record in enumerate(_records(stream, names, mark), 1):
            yield record if isinstance(record, Article) else fields.article(record, f"{name}:{number}")
    except TORN as fault:
        if number == 0:
            raise UsageError(f"'{name}' cannot be read: {fault}") from None
        yield Article(f"{name}:{number + 1}", fault=f"the rest of the file cannot be read: {fault}")
    finally:
        stream.detach()


def _records(stream: io.TextIOWrapper, names: list[str], mark: str) -> Iterator[dict[str, Any] | Article]:
    """The rows by name; one that cannot be parsed, or is longer than its names, as an article with a fault."""
    rows = csv.reader(stream, delimiter=mark)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as fault:
            yield Article(f"line {rows.line_num}", fault=f"this row cannot be read: {fault}")
            continue
        if len(row) > len(names):
            yield Article(f"line {rows.line_num}", fault=f"this row has {len(row)} fields, not {len(names)}")
        elif row:
            yield dict(zip(names, map(_whole, row), strict=False))


def _whole(value: str) -> str | bytes:
    """A field; as bytes where it is not UTF-8, so that what it is can be guessed."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogateescape")
    return value
