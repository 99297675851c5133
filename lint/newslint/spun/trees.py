"""Evaluate boosted symmetric trees over plain arrays.

All nodes on one level of a symmetric tree ask the same question, so a tree of depth 6 is six
comparisons and a table of 64 leaves: no branches, and all words and trees at once.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from newslint.spun.ngrams import F32

_BATCH = 512  # rows at a time: keeps the comparisons in the processor's cache


class Trees(Struct, frozen=True):
    """`columns` and `borders` (trees × depth), `leaves` (trees × 2 ** depth); bit k of a leaf's number is
    set where `row[columns[t, k]] > borders[t, k]`.
    """

    columns: npt.NDArray[np.uint8]
    borders: F32
    leaves: F32

    def log_odds(self, rows: F32) -> F32:
        """Sum of the leaves that each row of features falls into."""
        parts = [self._batch(rows[start : start + _BATCH]) for start in range(0, len(rows), _BATCH)]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)

    def _batch(self, rows: F32) -> F32:
        count, depth = self.columns.shape
        transposed = np.ascontiguousarray(rows.T)
        leaf = np.zeros((count, len(rows)), dtype=np.uint8)
        for level in range(depth):
            above = transposed[self.columns[:, level]] > self.borders[:, level, None]
            leaf |= above.view(np.uint8) << np.uint8(level)
        first = np.arange(count, dtype=np.int32)[:, None] * np.int32(self.leaves.shape[1])
        total: F32 = self.leaves.ravel().take(first + leaf).sum(axis=0, dtype=np.float32)
        return total
