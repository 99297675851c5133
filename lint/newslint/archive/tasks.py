"""Tasks: what a worker of Spark does with its batches, by name; the rest of `spark` stays with the driver."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Final

import msgspec
import pyarrow as pa
from msgspec import structs

from newslint.archive import arrow
from newslint.archive.kin import bands, marks
from newslint.archive.kin.search import compared, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.archive.kin.search import Claim

_MARKS: Final = 2 * bands.BANDS  # the place of marks
_AT_ONCE: Final = 500  # articles: what was found in more would be in memory at once
# An article in one place of the two tables of bands, or, in the place after those, with a mark.
PLACES: Final = pa.schema([("place", pa.int32()), ("band", pa.int64()), ("key", pa.int64())])
PAIRS: Final = pa.schema([("key", pa.int64()), ("key_2", pa.int64()), ("met", pa.int32())])
# An article, what it was likely made from, how, and how likely: lower comes first.
KIN: Final = pa.schema(
    [
        *((name, pa.string()) for name in ("path", "source", "kind")),
        *((name, pa.float64()) for name in ("kept", "replaced", "answered", "fixed")),
        ("swaps", pa.list_(pa.struct([("source", pa.string()), ("article", pa.string()), ("count", pa.int32())]))),
        ("quotations", pa.list_(pa.string())),
        ("rank", pa.string()),
    ]
)


def probe(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Everything as it is: that it comes back says that newslint is there."""
    yield from batches


def lint(batches: Iterator[pa.RecordBatch], carried: bytes | None, day: str) -> Iterator[pa.RecordBatch]:
    """Findings of articles."""
    today = datetime.date.fromisoformat(day)
    for batch in batches:
        for start in range(0, batch.num_rows, _AT_ONCE):
            yield arrow.lint(batch.slice(start, _AT_ONCE), carried, today=today)


def places(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The places at which articles may meet kin."""
    for batch in batches:
        rows = []
        for key, article in zip(batch.column("key").to_pylist(), _articles(batch), strict=True):
            found = places_of(article)
            numbered = [(place, band) for place, band in enumerate(found.bands.view("int64").tolist()) if band]
            numbered += [(_MARKS, mark) for mark in found.marks.view("int64").tolist()]
            rows += [{"place": place, "band": band, "key": key} for place, band in numbered]
        yield pa.RecordBatch.from_pylist(rows, schema=PLACES)


def pairs(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The pairs of articles at one place, a list in a row; those that `met` marks.LEAST times are compared."""
    for batch in batches:
        rows = []
        for place, keys in zip(*(batch.column(name).to_pylist() for name in ("place", "keys")), strict=True):
            met, times = (marks.pairs(keys), 1) if place == _MARKS else (bands.pairs(keys), marks.LEAST)
            rows += [{"key": one, "key_2": other, "met": times} for one, other in met]
        yield pa.RecordBatch.from_pylist(rows, schema=PAIRS)


def relations(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The kin among pairs of articles: columns of two articles, those of the second with `_2`."""
    for batch in batches:
        second = batch.select([name for name in batch.schema.names if name.endswith("_2")])
        second = second.rename_columns([name.removesuffix("_2") for name in second.schema.names])
        numbered = [zip(each.column("key").to_pylist(), _articles(each), strict=True) for each in (batch, second)]
        rows = [_row(claim) for claim in compared(zip(*numbered, strict=True))]
        yield pa.RecordBatch.from_pylist(rows, schema=KIN)


def _articles(batch: pa.RecordBatch) -> Iterator[Any]:
    return arrow.articles(batch, "text", "id", "format", "date")


def _row(claim: Claim) -> dict[str, Any]:
    share, day, number = claim.rank
    values = {**structs.asdict(claim.kin.relation), "path": claim.kin.path, "source": claim.kin.source}
    plain: dict[str, Any] = msgspec.to_builtins(values)
    return {**plain, "rank": f"{1 + share:.2f} {day} {number:+020}"}
