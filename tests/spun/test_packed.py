from __future__ import annotations

import numpy as np
import pytest

from newslint.spun.packed import MAX_VALUE, PackingError, pack


@pytest.mark.parametrize("size", [1, 2, 50, 20_000])
def test_every_key_gives_its_value(size: int) -> None:
    random = np.random.default_rng(size)
    keys = random.permutation(np.unique(random.integers(1, 1 << 62, size, dtype=np.uint64)))
    values = random.integers(1, MAX_VALUE + 1, len(keys)).astype(np.uint16)
    assert (pack(keys, values).get(keys) == values).all()


def test_a_key_that_is_absent_reads_as_nothing_but_for_one_in_thousands() -> None:
    random = np.random.default_rng(7)
    table = pack(np.arange(1, 5001, dtype=np.uint64), np.full(5000, 3, dtype=np.uint16))
    assert (table.get(random.integers(10_000, 1 << 62, 100_000, dtype=np.uint64)) > 0).mean() < 0.001


def test_the_order_of_the_keys_does_not_matter() -> None:
    keys = np.arange(1, 1001, dtype=np.uint64)
    values = (keys % np.uint64(MAX_VALUE) + np.uint64(1)).astype(np.uint16)
    there, back = pack(keys, values), pack(keys[::-1], values[::-1])
    assert there.seed == back.seed
    assert (there.slots == back.slots).all()


def test_keys_must_be_distinct() -> None:
    with pytest.raises(PackingError):
        pack(np.array([5, 5], dtype=np.uint64), np.array([1, 2], dtype=np.uint16))


def test_it_costs_about_two_bytes_a_key() -> None:
    table = pack(np.arange(1, 100_001, dtype=np.uint64), np.ones(100_000, dtype=np.uint16))
    assert table.slots.nbytes < 250_000
