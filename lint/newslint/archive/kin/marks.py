"""Marks: which articles may contain parts of others.

Signatures (`bands`) compare whole articles: of a version that keeps a third of its source they have too little in common. Marks
are some of an article's fixed shingles, in all articles those whose number is divisible (Broder 1997): what two articles share is
marked in both or in neither, however long the rest of each is. Few articles share a mark by chance, and hardly any share three.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.archive.kin.shingles import U64, Shingles

LEAST: Final = 3  # marks that articles have in common if one may contain a part of the other
_EVERY: Final = 6  # shingle is a mark: 49 an article of news
_MANY: Final = 10  # articles with one mark: it is a name that is often in the news, and says nothing
_AT_ONCE: Final = 50_000_000  # marks that are sorted at once


def marks(shingles: Shingles) -> U64:
    """The marks of an article, sorted."""
    found = shingles.fixed
    return np.asarray(found[found % np.uint64(_EVERY) == 0], np.uint64)


def pairs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """The pairs of articles that have one mark."""
    if len(rows) <= _MANY:
        yield from combinations(rows, 2)


def candidates(found: U64, rows: U64) -> list[tuple[int, int]]:
    """The pairs of rows with LEAST marks in common, in order; `found` are all marks, each in the row beside it, rows in order."""
    turns = 1 + len(found) // _AT_ONCE
    met = [_met(found, rows, turn, turns) for turn in range(turns)]
    keys, counts = np.unique(np.concatenate(met), return_counts=True)
    kept = keys[counts >= LEAST]
    return list(zip((kept >> np.uint64(32)).tolist(), (kept & np.uint64(0xFFFFFFFF)).tolist(), strict=True))


def _met(found: U64, rows: U64, turn: int, turns: int) -> U64:
    """Pairs of rows as numbers, once for each mark in common, of the marks whose turn it is."""
    mine = np.flatnonzero((found >> np.uint64(32)) % np.uint64(turns) == turn)
    order = mine[np.argsort(found[mine], kind="stable")]
    ranked, owners = found[order], rows[order]
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(ranked), 1), np.bool_), ranked[1:] != ranked[:-1])))
    sizes = np.diff(starts, append=len(ranked))
    met = [np.zeros(0, np.uint64)]
    for size in range(2, _MANY + 1):
        first = starts[sizes == size]
        met += [
            owners[first + one] << np.uint64(32) | owners[first + other] for one, other in combinations(range(size), 2)
        ]
    return np.concatenate(met)
