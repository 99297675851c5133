"""Choose the n-grams that are worth their bytes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from newslint.spun.ngrams import F32, Family, lift
from newslint.spun.tokens import U64, Bool
from newslint.spun.vocabulary import Ids
from newslint.training.counting import WINDOW, Counts

# The relative worth of a nat added by each family; chosen on the articles kept for measuring.
WEIGHTS = {Family.PAIR: 1.0, Family.SKIP: 0.5, Family.NEAR: 0.25, Family.TRIPLE: 1.0}


def worth(family: Family, found: Counts, log_words: F32, log_total: float, content: Bool, pairs: Counts) -> F32:
    """What each n-gram adds to a smaller model: count × lift over what its parts predict (Stolcke 1998)."""
    first, second, third = unpack(found.keys)
    log_count = np.log(found.counts).astype(np.float32)
    if family is Family.TRIPLE:
        left, right = (
            np.log(np.maximum(pairs.get(key), 1)) for key in (pair_of(first, second), pair_of(second, third))
        )
        expected = (left + right).astype(np.float32) - log_words[second]
        useful = content[first] | content[second] | content[third]
    else:
        expected = log_words[second] + log_words[third] - np.float32(log_total)
        expected += np.float32(np.log(2 * WINDOW)) if family is Family.NEAR else np.float32(0)
        useful = content[second] | content[third] | (found.counts >= 50)
    gain = found.counts * np.abs(lift(log_count, expected)) * WEIGHTS[family]
    return np.where(useful, gain, 0).astype(np.float32)


def unpack(keys: U64) -> tuple[Ids, Ids, Ids]:
    """The three ids of a key; for a pair, the last two count."""
    first, second, third = ((keys >> np.uint64(shift)).astype(np.uint16) for shift in (32, 16, 0))
    return first, second, third


def pair_of(first: Ids, second: Ids) -> U64:
    """Key of a pair of neighbours."""
    return np.uint64(int(Family.PAIR) << 60) | (first.astype(np.uint64) << np.uint64(16)) | second.astype(np.uint64)


def choose(counts: Mapping[Family, Counts], worths: Mapping[Family, F32], budget: int) -> Counts:
    """The `budget` most valuable n-grams, over all families."""
    keys = np.concatenate([counts[family].keys for family in counts])
    numbers = np.concatenate([counts[family].counts for family in counts])
    gains = np.concatenate([worths[family] for family in counts])
    if len(keys) <= budget:
        return Counts(keys, numbers)
    # Ties are broken by key, so that the choice does not depend on the order of the families.
    chosen = np.lexsort((keys, -gains))[:budget]
    return Counts(keys[chosen], numbers[chosen])
