"""Vectors: what is stored is what was rounded, windows are summed where they lie, and learning tells words apart."""

from __future__ import annotations

import numpy as np
import pytest

from newslint.spun.lexicon import Lexicon
from newslint.spun.vectors import FAR, NEAR, Rounded, Vectors, halves, round_off, wholes

SIZE = 6


@pytest.fixture
def vectors() -> Vectors:
    random = np.random.default_rng(3)
    around, own = (random.normal(size=(rows, SIZE)).astype(np.float32) for rows in (9, 5))
    places = np.array([4, 0, 1, 2, 3, 4, 4, 4, 4, 4, 4], dtype=np.uint16)
    weights = random.normal(size=(2 * NEAR + 1, SIZE)).astype(np.float32)
    return Vectors(round_off(around), round_off(own), np.arange(5, dtype=np.float32), places, weights)


def rows(rounded: Rounded) -> np.ndarray:
    return rounded.levels * rounded.scales[:, None]


def test_rounding_keeps_most_of_a_row() -> None:
    values = np.random.default_rng(1).normal(size=(50, 96)).astype(np.float32)
    rounded = round_off(values)
    assert np.abs(rounded.levels).max() <= 7
    assert ((rows(rounded) - values) ** 2).sum() < 0.02 * (values**2).sum()
    assert np.array_equal(rounded.scales, rounded.scales.astype(np.float16))


def test_two_levels_a_byte_come_back() -> None:
    levels = np.random.default_rng(2).integers(-7, 8, size=(20, SIZE)).astype(np.int8)
    codes = halves(levels)
    assert codes.nbytes * 2 == levels.nbytes
    assert np.array_equal(wholes(codes), levels)


def test_surroundings_are_those_of_a_plain_loop(vectors: Vectors) -> None:
    content = np.arange(11) % 3 == 0
    text = np.random.default_rng(4).integers(1, 11, size=150).astype(np.uint16)
    pad = np.zeros(FAR + 1, dtype=np.uint16)
    ids = np.concatenate((pad, text, pad))
    at = np.array([FAR + 1, FAR + 40, FAR + 150])
    around = rows(vectors.around)
    for place, found in zip(at, vectors.surroundings(ids, at, content), strict=True):
        near = sum(vectors.weights[NEAR + k] * around[min(ids[place + k], 8)] for k in range(-NEAR, NEAR + 1) if k)
        window = [ids[place + k] for k in range(-FAR, FAR + 1) if abs(k) > NEAR and content[ids[place + k]]]
        far = sum(around[min(number, 8)] for number in window) / np.sqrt(max(len(window), 1))
        assert found == pytest.approx(near + vectors.weights[NEAR] * far, rel=1e-4, abs=1e-4)


def test_a_word_without_a_vector_has_the_last_rows_bias(vectors: Vectors) -> None:
    places = np.zeros((2, SIZE), dtype=np.float32)
    assert vectors.suits(places, np.array([10, 2], np.uint16)).tolist() == [4.0, 1.0]


def test_learning_tells_which_word_stands_where() -> None:
    pytest.importorskip("numba")
    from newslint.training.learning import learn, steps
    from newslint.training.tables import Shape

    ship, harbour, money, bank = range(8, 12)
    random = np.random.default_rng(0)
    pairs = [(ship, harbour), (money, bank)]
    ids = np.array([word for _ in range(4000) for word in (*pairs[random.integers(2)], 0, 0, 0)], dtype=np.uint16)
    content = np.arange(12) >= 8
    given = Lexicon(np.array([*[0] * 10, 1, 1, 2], dtype=np.uint32), np.array([bank, harbour], dtype=np.uint16))
    model, again = (learn(ids, content, given, Shape(around=12, size=4), steps()) for _ in range(2))
    assert np.array_equal(model.own.levels, again.own.levels)
    text = np.zeros(2 * FAR + 3, dtype=np.uint16)
    at = np.array([FAR + 1, FAR + 1])
    text[FAR] = ship
    right, wrong = model.suits(model.surroundings(text, at, content), np.array([harbour, bank], np.uint16))
    assert right > 2 + wrong
