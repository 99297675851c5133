"""Counting on Spark: the words and n-grams that `newslint train` learns from, the same numbers that one process counts.

>>> from newslint.archive.counting import OnSpark
>>> counted = OnSpark(session.read.parquet("articles").select("outlet", "text"))  # `elsewhere` of a Groundwork
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from newslint.archive.spark import mapper, told
from newslint.training.counting import Counts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from newslint.archive.corpus import Archive
    from newslint.spun.tokens import Bool
    from newslint.spun.vocabulary import Vocabulary

_TEXTS: Final = "outlet string, text string"
_WORDS: Final = "word string, count bigint"
_KEYS: Final = "key bigint, count bigint"


def texts(session: Any, archive: Archive) -> Any:
    """The articles of an archive with their outlets, as a data frame: each file is read by one worker, which must see it."""
    files = len(archive.inputs)
    reader = mapper("counting_tasks:texts", archive.inputs, archive.fields, archive.sample)
    return session.range(0, files, 1, files).mapInArrow(reader, _TEXTS)


class OnSpark:
    """Counts a data frame with `outlet` and `text`, whatever its partitions and their order; what is null is nothing.

    Unavailable, in one line, for a job that fails.
    Workers count some articles at a time as one process does, and Spark adds up: a word or n-gram and its number are shuffled.
    """

    def __init__(self, df: Any) -> None:
        self._df = df

    def words(self, outlets: Collection[str]) -> Mapping[str, int]:
        """How often articles of some outlets use each word."""
        counted = self._of(outlets).mapInArrow(mapper("counting_tasks:words"), _WORDS)
        with told():
            summed = counted.groupBy("word").sum("count").toArrow()
        return dict(zip(*(column.to_pylist() for column in summed.columns), strict=True))

    def ngrams(self, outlets: Collection[str], vocabulary: Vocabulary, content: Bool) -> Counts:
        """All of their words and n-grams that are frequent enough; rarer ones do not leave the workers."""
        counted = self._of(outlets).mapInArrow(mapper("counting_tasks:ngrams", vocabulary, content), _KEYS)
        summed = counted.groupBy("key").sum("count").withColumnRenamed("sum(count)", "count")
        with told():
            kept = summed.mapInArrow(mapper("counting_tasks:frequent"), _KEYS).toArrow()
        keys, counts = (kept.column(name).to_numpy() for name in ("key", "count"))
        order = np.argsort(keys, kind="stable")
        return Counts(keys[order].view(np.uint64), counts[order])

    def _of(self, outlets: Collection[str]) -> Any:
        from pyspark.sql.functions import col

        return self._df.select("outlet", "text").where(col("outlet").isin(sorted(outlets)) & col("text").isNotNull())
