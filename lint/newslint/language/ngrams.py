"""How often clean news writes a word in its context: n-gram counts in a packed, memory-mapped table.

Four families of counts live in one table.  Their keys are made of word ids (16 bits each).
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from newslint.language.tokens import U64
from newslint.language.vocabulary import Ids


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
