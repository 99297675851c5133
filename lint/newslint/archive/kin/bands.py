"""Bands: which articles of an archive may be kin, by MinHash signatures that are equal in a band (locality-sensitive hashing).

The signatures are datasketch's. Its index, `MinHashLSH`, keeps every article in a Python dictionary for each band: 9.5 kB an
article were measured, against 256 bytes for bands as numbers that are sorted one after the other. Sorting is what Spark does, too.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt
    from datasketch import MinHash

    from newslint.archive.kin.shingles import U64, Shingles

BANDS: Final = 32  # of each of the two sets
_ROWS: Final = 4  # of a band: half of the pairs with .41 in common meet, .998 of those with .65, .05 of those with .2
_MANY: Final = 20  # articles in one place: what all of them share is a form, and each is held against the first only
_SEED: Final = 1
_ABSENT: Final = np.uint64(0)  # a set that is too small is nowhere


def bands(shingles: Shingles) -> U64:
    """2 · BANDS numbers: articles that have one in common, at the same place, may be kin. 0 is in common with nobody."""
    return np.concatenate([_bands(each) for each in shingles])


def candidates(table: npt.NDArray[np.uint64]) -> list[tuple[int, int]]:
    """The pairs of rows of a table of bands that have one in common, each once, the lower row first, in order."""
    found: set[tuple[int, int]] = set()
    for column in range(table.shape[1]):
        found.update(_together(np.ascontiguousarray(table[:, column])))
    return sorted(found)


def _together(band: U64) -> Iterator[tuple[int, int]]:
    order = np.argsort(band, kind="stable")
    ranked = band[order]
    starts = np.flatnonzero(np.concatenate(([True], ranked[1:] != ranked[:-1])))
    ends = np.append(starts[1:], len(ranked))
    for start, end in zip(starts[ends - starts > 1].tolist(), ends[ends - starts > 1].tolist(), strict=True):
        if ranked[start] != _ABSENT:
            yield from pairs(order[start:end].tolist())


def pairs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """The pairs of rows in one place; of many, each with the first and with the one before it."""
    if len(rows) > _MANY:
        yield from ((rows[0], row) for row in rows[1:])
        yield from pairwise(rows[1:])
    else:
        yield from ((one, other) for number, one in enumerate(rows) for other in rows[number + 1 :])


def _bands(found: U64) -> U64:
    if not len(found):
        return np.full(BANDS, _ABSENT)
    sketch = _empty().copy()
    sketch.update_batch((found >> np.uint64(32)).tolist())  # of 32 bits, as datasketch has them
    values = np.asarray(sketch.hashvalues, np.uint64).reshape(BANDS, _ROWS)
    mixed = np.zeros(BANDS, np.uint64)
    for row in range(_ROWS):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + values[:, row]
    mixed ^= mixed >> np.uint64(29)
    return np.maximum(mixed, np.uint64(1))


@lru_cache(maxsize=1)
def _empty() -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=BANDS * _ROWS, seed=_SEED, hashfunc=int)  # shingles are hashes already
