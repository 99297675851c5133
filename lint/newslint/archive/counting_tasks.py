"""Counting tasks: what a worker of Spark does with its batches when `newslint train` counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from newslint.archive.corpus import articles
from newslint.training.counting import Counts, count_words, every
from newslint.training.pieces import batches as pieces
from newslint.training.pieces import encode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.archive.inputs import Input
    from newslint.archive.inputs.fields import Fields
    from newslint.spun.tokens import Bool
    from newslint.spun.vocabulary import Vocabulary

_AT_ONCE = 500  # articles


def texts(
    batches: Iterator[pa.RecordBatch], inputs: Sequence[Input], fields: Fields, sample: int
) -> Iterator[pa.RecordBatch]:
    """The articles of the files with some numbers."""
    for batch in batches:
        for number in batch.column(0).to_pylist():
            held: list[tuple[str, str]] = []
            for article in articles(
                inputs[number], fields, sample, lambda fault: None
            ):  # the driver says so, which reads it, too
                held.append((article.outlet, article.text))
                if len(held) == _AT_ONCE:
                    yield _batch(held)
                    held = []
            yield _batch(held)


def words(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The words of articles, and how often each is used."""
    for some in pieces(_texts(batches)):
        found = count_words(some)
        yield pa.RecordBatch.from_pydict({"word": list(found), "count": list(found.values())})


def ngrams(batches: Iterator[pa.RecordBatch], vocabulary: Vocabulary, content: Bool) -> Iterator[pa.RecordBatch]:
    """The words and n-grams of articles by their keys."""
    for some in pieces(_texts(batches)):
        yield _counted(every(encode(some, vocabulary), content))


def frequent(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Of counts, those that are kept."""
    for batch in batches:
        keys, counts = (column.to_numpy() for column in batch.columns)
        yield _counted(Counts(keys.view(np.uint64), counts).frequent())


def _texts(batches: Iterator[pa.RecordBatch]) -> Iterator[str]:
    for batch in batches:
        yield from batch.column("text").to_pylist()


def _counted(counts: Counts) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([counts.keys.view(np.int64), counts.counts], ["key", "count"])


def _batch(held: Sequence[tuple[str, str]]) -> pa.RecordBatch:
    columns = [pa.array(column, pa.string()) for column in (zip(*held, strict=True) if held else ((), ()))]
    return pa.RecordBatch.from_arrays(columns, ["outlet", "text"])
