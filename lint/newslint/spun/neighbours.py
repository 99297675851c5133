"""Neighbours: how often clean news has some words side by side, as they are written and as they might have been."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from msgspec import Struct

from newslint.spun.model import shipped
from newslint.spun.ngrams import Family, pair_keys, triple_keys
from newslint.spun.tokens import tokenize


class Attested(Struct, frozen=True):
    """Log counts in clean news: of the rarest pair, and of the most frequent triple, that a stretch is part of; 0: unknown."""

    pair: float
    triple: float


@lru_cache(maxsize=512)
def attested(text: str, start: int, end: int) -> Attested:
    """How well the words of a stretch of a text, half-open, are known beside one another and beside their neighbours."""
    tokens, tables = tokenize(text), shipped().tables
    inside = np.flatnonzero((tokens.starts < end) & (tokens.ends > start))
    if not len(inside) or len(tokens.starts) == 1:
        return Attested(0.0, 0.0)
    first, last = int(inside[0]), int(inside[-1])
    ids = tables.vocabulary.encode(tokens)
    pairs = ids[max(first - 1, 0) : last + 2]
    triples = ids[max(first - 2, 0) : last + 3]
    return Attested(
        float(tables.ngrams.log_counts(pair_keys(Family.PAIR, pairs[:-1], pairs[1:])).min()),
        float(tables.ngrams.log_counts(triple_keys(triples[:-2], triples[1:-1], triples[2:])).max(initial=0.0)),
    )
