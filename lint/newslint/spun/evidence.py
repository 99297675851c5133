"""From the log-odds of single words to one number for the whole text: was it spun?

Statistics of the log-odds, raw and on other scales, go into a logistic regression.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newslint.spun.ngrams import F32

_SHARES = np.array([0.02, 0.05, 0.1, 0.2])
_TOPS = np.array([1, 2, 3, 5, 8, 12, 20, 40])
_QUANTILES = np.array([0.5, 0.75, 0.9, 0.95, 0.98])
_BORDERS = np.arange(-5, 5.01, 0.5)
_PRIOR = 1.6  # log-odds against a swap among the examined words that the trees were fitted to
_NOTHING = np.full(1, -6.0)  # of a text without examined words


def statistics(log_odds: F32, words: int) -> F32:
    """Statistics of a text: `log_odds` of its distinct examined words, `words` content words in all."""
    rising = np.sort(log_odds).astype(np.float64) if len(log_odds) else _NOTHING
    size, words = len(rising), max(words, 1)
    # Log-likelihood ratio of "so many of the words are swapped" against "none is".
    mixture = np.log1p(_SHARES[:, None] * (np.exp(np.minimum(rising + _PRIOR, 12)) - 1)).sum(axis=1)
    falling_sums = np.cumsum(rising[::-1])
    tops = falling_sums[np.minimum(_TOPS, size) - 1] / _TOPS
    quantiles = np.interp(_QUANTILES * (size - 1), np.arange(size), rising)
    over = size - np.searchsorted(rising, _BORDERS, side="right")
    parts = (
        mixture,
        mixture / np.sqrt(size),
        np.sign(mixture) * np.log1p(np.abs(mixture)),
        tops,
        quantiles,
        over * (100 / words),
        over / np.sqrt(words),
        np.sqrt(over),
        np.log1p(over),
        [rising.mean(), rising.std(), size / words, np.log(words)],
    )
    return np.concatenate(parts).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression over standardised statistics, folded into plain weights and a bias."""

    weights: npt.NDArray[np.float64]
    bias: float

    def log_odds(self, values: F32) -> float:
        """Log-odds of one row of statistics."""
        return float(values @ self.weights) + self.bias
