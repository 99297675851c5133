"""Parquet: row groups, of which only the columns that are needed are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

import pyarrow as pa
from msgspec import structs
from pyarrow import parquet

from newslint.archive.arrow import value
from newslint.archive.inputs.fields import Fields
from newslint.archive.linting import Article
from newslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT_ONCE: Final = 500  # rows that are unpacked at once


def read(file: BinaryIO, name: str, fields: Fields) -> Iterator[Article]:
    """The articles in the order of their rows. UsageError for a file that is none, or has no column of texts."""
    try:
        opened = parquet.ParquetFile(file)
    except (pa.ArrowInvalid, OSError) as fault:
        raise UsageError(f"'{name}' cannot be read as Parquet: {str(fault).splitlines()[0]}") from None
    there = opened.schema_arrow.names
    fields.check(there, name)
    wanted = [column for column in structs.astuple(fields) if column in there]
    number = 0
    try:
        for batch in opened.iter_batches(_AT_ONCE, columns=wanted):
            for row in range(batch.num_rows):
                number += 1
                record = {column: value(batch.column(column)[row]) for column in wanted}
                yield fields.article(record, f"{name}:{number}")
    except (pa.ArrowException, OSError) as fault:
        yield Article(
            f"{name}:{number + 1}", fault=f"the rest of the file cannot be read: {str(fault).splitlines()[0]}"
        )
