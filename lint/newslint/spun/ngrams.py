"""How often clean news uses a word in its context: n-gram counts in a packed, memory-mapped table.

Four families of counts share one table. Their keys consist of word ids (16 bits each); their values
are counts on a scale of 15 levels.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from newslint.spun.packed import PackedTable
from newslint.spun.tokens import I64, U64, Bool
from newslint.spun.vocabulary import Ids

F32: TypeAlias = npt.NDArray[np.float32]

LEVELS = np.array([1, 2, 3, 4, 6, 9, 14, 22, 36, 64, 128, 300, 800, 2500, 10000], dtype=np.int64)
_LOG_LEVEL = np.concatenate(([0.0], np.log(LEVELS + np.diff(LEVELS, append=40000) * 0.4))).astype(np.float32)
LOG_STEP = np.float32(1 / 16)  # logs of words' counts are stored in one byte each
_PRIOR = np.float32(0.5)


class Family(IntEnum):
    """What an n-gram is made of."""

    PAIR = 1  # two neighbours
    SKIP = 2  # two words with one between them
    NEAR = 3  # two content words within eight tokens, in the order of their ids
    TRIPLE = 4  # three neighbours


def pair_keys(family: Family, first: Ids, second: Ids) -> U64:
    """Keys of pairs of ids."""
    tag = np.uint64(int(family) << 60)
    return tag | (first.astype(np.uint64) << np.uint64(16)) | second.astype(np.uint64)


def triple_keys(first: Ids, second: Ids, third: Ids) -> U64:
    """Keys of three neighbours."""
    return pair_keys(Family.TRIPLE, second, third) | (first.astype(np.uint64) << np.uint64(32))


def near_keys(first: Ids, second: Ids) -> U64:
    """Keys of two words in one window, whichever comes first."""
    return pair_keys(Family.NEAR, np.minimum(first, second), np.maximum(first, second))


def to_levels(counts: I64) -> Ids:
    """Counts of at least 1 on the scale of 1 to 15."""
    return np.searchsorted(LEVELS, counts, side="right").astype(np.uint16)


def lift(log_count: F32, log_expected: F32) -> F32:
    """Smoothed log of how much more often than expected; near 0 if little was expected."""
    return np.log((np.where(log_count > 0, np.exp(log_count), 0) + _PRIOR) / (np.exp(log_expected) + _PRIOR))


class Ngrams(Struct, frozen=True):
    """Counts of a corpus.

    `words` and `log_words` hold each word's natural-log count (by id), `content` whether it is a content
    word, `followers` and `leaders` the log number of distinct words after and before it.
    """

    table: PackedTable
    log_words: F32
    content: Bool
    followers: F32
    leaders: F32
    log_total: float

    def log_counts(self, *keys: U64) -> F32:
        """Natural log of counts, one row for each array of keys (of one length); 0 where an n-gram is unknown.

        One look-up for all: for a few hundred words, numpy's calls cost more than its work.
        """
        return _LOG_LEVEL[self.table.get(np.concatenate(keys))].reshape(len(keys), -1)

    def expected(self, first: Ids, second: Ids) -> F32:
        """Log of how often two words would be neighbours by chance."""
        return self.log_words[first] + self.log_words[second] - np.float32(self.log_total)
