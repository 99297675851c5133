"""Scorers: from features to a word's log-odds of being a swap, and from those to a text's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newslint.language.evidence import statistics
from newslint.language.ngrams import F32
from newslint.language.trees import Trees


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression over standardised statistics, folded into plain weights and a bias."""

    weights: npt.NDArray[np.float64]
    bias: float

    def log_odds(self, values: F32) -> float:
        """Log-odds of one row of statistics."""
        return float(values @ self.weights) + self.bias


@dataclass(frozen=True, slots=True)
class Scorer:
    """Trees for words and a regression for texts."""

    trees: Trees
    regression: Regression

    def words(self, rows: F32) -> F32:
        """Log-odds of words, one row of features each."""
        return self.trees.log_odds(rows)

    def text(self, log_odds: F32, words: int) -> float:
        """Log-odds of a text by those of its looked-at words; `words`: all its content words."""
        return self.regression.log_odds(statistics(log_odds, words))
