from __future__ import annotations

import numpy as np
import pytest

from newslint.spun.evidence import statistics
from newslint.spun.lexicon import Lexicon
from newslint.spun.trees import Trees

TREES = Trees(
    columns=np.array([[0, 1], [1, 1]], dtype=np.uint8),
    borders=np.array([[0.5, 2.0], [1.0, np.inf]], dtype=np.float32),
    leaves=np.array([[1, 2, 3, 4], [10, 20, 30, 40]], dtype=np.float32),
)


@pytest.mark.parametrize(
    ("row", "log_odds"),
    [((0, 0), 11), ((1, 0), 12), ((0, 3), 23), ((1, 3), 24), ((0.5, 1.0), 11)],
)
def test_a_leaf_is_found_by_its_bits(row: tuple[float, float], log_odds: float) -> None:
    assert TREES.log_odds(np.array([row], dtype=np.float32)).tolist() == [log_odds]


def test_many_rows_are_batched() -> None:
    rows = np.tile(np.array([[1, 3]], dtype=np.float32), (2000, 1))
    assert (TREES.log_odds(rows) == 24).all()


def test_no_row_no_score() -> None:
    assert TREES.log_odds(np.zeros((0, 2), dtype=np.float32)).shape == (0,)


def test_a_lexicon_expands_in_order() -> None:
    lexicon = Lexicon(np.array([0, 0, 2, 3], dtype=np.uint32), np.array([7, 8, 9], dtype=np.uint16))
    owners, forms = lexicon.expand(np.array([2, 0, 1], dtype=np.uint16))
    assert owners.tolist() == [0, 2, 2]
    assert forms.tolist() == [9, 7, 8]


def test_statistics_of_nothing_are_finite() -> None:
    assert np.isfinite(statistics(np.zeros(0, dtype=np.float32), 0)).all()


def test_statistics_do_not_depend_on_the_order_of_the_words() -> None:
    values = np.array([-3, 1.5, -0.5, 4], dtype=np.float32)
    assert np.allclose(statistics(values, 20), statistics(values[::-1], 20))
