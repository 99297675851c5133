"""A static function from 64-bit keys to small numbers, in about 18 bits a key, looked up by numpy.

Laid out as a binary fuse filter (Graf & Lemire 2022) that returns a value besides the fingerprint (a
Bloomier filter, Chazelle et al. 2004): the XOR of three slots, one in each of three neighbouring segments.
An absent key reads as 0, except for one in `2 ** FINGERPRINT_BITS`, which reads as a random value.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from newslint.spun.tokens import I64, U64, mix
from newslint.spun.vocabulary import Ids

VALUE_BITS = 4
FINGERPRINT_BITS = 16 - VALUE_BITS
MAX_VALUE = (1 << VALUE_BITS) - 1
_SLACK = 1.14
_TRIES = 64


class PackingError(ValueError):
    """No seed gave a layout; with distinct keys this does not happen."""


class PackedTable(Struct, frozen=True):
    """A table as it is stored: `slots` (16 bits each), the hash `seed`, and log2 of the segment length."""

    slots: Ids
    seed: int
    segment_bits: int

    def get(self, keys: U64) -> Ids:
        """Values of some keys; 0 where a key is absent."""
        hashes = mix(keys ^ np.uint64(self.seed))
        places = _places(hashes, len(self.slots), self.segment_bits)
        found = self.slots[places[0]] ^ self.slots[places[1]] ^ self.slots[places[2]] ^ _fingerprints(hashes)
        return np.where(found <= MAX_VALUE, found, np.uint16(0))


def pack(keys: U64, values: Ids) -> PackedTable:
    """Build a table of distinct keys with values of 1 to `MAX_VALUE`.

    The same keys and values, in whatever order, give the same table.  Raises `PackingError`.
    """
    order = np.argsort(keys)
    keys, values = keys[order], values[order]
    bits = max(4, min(18, int(np.log(max(len(keys), 2)) / np.log(3.33) + 2.25)))
    segments = int(np.ceil(len(keys) * _SLACK / (1 << bits))) + 4
    for seed in range(1, _TRIES):
        table = _assign(keys, values, PackedTable(np.zeros(segments << bits, dtype=np.uint16), seed, bits))
        if table is not None:
            return table
    raise PackingError("no layout found: are the keys distinct?")


def _places(hashes: U64, size: int, bits: int) -> tuple[I64, I64, I64]:
    """The three slots of each hash."""
    length, mask = np.uint64(1 << bits), np.uint64((1 << bits) - 1)
    segment = ((hashes >> np.uint64(40)) * np.uint64((size >> bits) - 2)) >> np.uint64(24)
    base = (segment * length).astype(np.int64)
    places = [((hashes >> np.uint64(shift)) & mask).astype(np.int64) + base for shift in (0, 13, 26)]
    return places[0], places[1] + (1 << bits), places[2] + (2 << bits)


def _fingerprints(hashes: U64) -> Ids:
    """The upper bits of the stored value, so that a key that is found leaves a small number."""
    scrambled = (hashes * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - FINGERPRINT_BITS)
    return (scrambled << np.uint64(VALUE_BITS)).astype(np.uint16)


def _assign(keys: U64, values: Ids, table: PackedTable) -> PackedTable | None:
    """Peel the hypergraph in parallel rounds, then fill the slots backwards; `None` if the seed does not peel."""
    hashes = mix(keys ^ np.uint64(table.seed))
    places = np.stack(_places(hashes, len(table.slots), table.segment_bits))
    rounds = _peel(places, len(table.slots))
    if sum(len(peeled) for peeled, _ in rounds) < len(keys):
        return None
    wanted = values ^ _fingerprints(hashes)
    for peeled, own in reversed(rounds):
        first, second, third = (table.slots[row[peeled]] for row in places)
        table.slots[own] ^= first ^ second ^ third ^ wanted[peeled]
    return table


def _peel(places: I64, size: int) -> list[tuple[I64, I64]]:
    """Rounds of (keys, each key's own slot): a slot with a single key left releases that key."""
    degree = np.bincount(places.ravel(), minlength=size)
    left = np.zeros(size, dtype=np.int64)  # XOR of the keys at a slot: if one is left, that key
    numbers = np.arange(places.shape[1])
    for row in places:
        np.bitwise_xor.at(left, row, numbers)
    rounds = []
    single = np.flatnonzero(degree == 1)
    while len(single):
        peeled, first = np.unique(left[single], return_index=True)
        rounds.append((peeled, single[first]))
        touched = places[:, peeled]
        np.subtract.at(degree, touched.ravel(), 1)
        for row in touched:
            np.bitwise_xor.at(left, row, peeled)
        around = np.unique(touched)
        single = around[degree[around] == 1]
    return rounds
