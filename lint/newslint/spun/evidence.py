"""From the log-odds of single words to one number for the whole text: was it spun?

Statistics of the log-odds, raw and on other scales, go into a logistic regression.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from newslint.spun.ngrams import F32

F64: TypeAlias = npt.NDArray[np.float64]

_SHARES = np.array([0.02, 0.05, 0.1, 0.2])
_TOPS = np.array([1, 2, 3, 5, 8, 12, 20, 40])
_QUANTILES = np.array([0.5, 0.75, 0.9, 0.95, 0.98])
_BORDERS = np.arange(-5, 5.01, 0.5)
_PRIOR = 1.6  # log-odds against a swap among the examined words that the trees were fitted to
_NOTHING = np.full(1, -6.0)  # of a text without examined words


def statistics(log_odds: F32, words: int) -> F32:
    """Statistics of a text: `log_odds` of its distinct examined words, `words` content words in all."""
    rising = _rising(log_odds)
    size, words = len(rising), max(words, 1)
    mixture = _mixture(rising)
    quantiles = np.interp(_QUANTILES * (size - 1), np.arange(size), rising)
    over = size - np.searchsorted(rising, _BORDERS, side="right")
    parts = (
        mixture,
        mixture / np.sqrt(size),
        _shortened(mixture),
        _tops(rising),
        quantiles,
        over * (100 / words),
        over / np.sqrt(words),
        np.sqrt(over),
        np.log1p(over),
        [rising.mean(), rising.std(), size / words, np.log(words)],
    )
    return np.concatenate(parts).astype(np.float32)


def strongest(log_odds: F32) -> F32:
    """Those of the statistics that carry over to thesauri nobody has seen: the highest log-odds, and what all say together."""
    rising = _rising(log_odds)
    return np.concatenate((_tops(rising), _shortened(_mixture(rising)))).astype(np.float32)


def _rising(log_odds: F32) -> F64:
    return np.sort(log_odds).astype(np.float64) if len(log_odds) else _NOTHING


def _mixture(rising: F64) -> F64:
    """Log-likelihood ratios of "so many of the words are swapped" against "none is", for each of `_SHARES`."""
    ratios: F64 = np.log1p(_SHARES[:, None] * (np.exp(np.minimum(rising + _PRIOR, 12)) - 1)).sum(axis=1)
    return ratios


def _shortened(values: F64) -> F64:
    shortened: F64 = np.sign(values) * np.log1p(np.abs(values))
    return shortened


def _tops(rising: F64) -> F64:
    """Sums of the highest one, two, three and so on, over how many they were to be."""
    tops: F64 = np.cumsum(rising[::-1])[np.minimum(_TOPS, len(rising)) - 1] / _TOPS
    return tops


class Regression(Struct, frozen=True):
    """A logistic regression over standardised statistics, folded into plain weights and a bias."""

    weights: npt.NDArray[np.float64]
    bias: float

    def log_odds(self, values: F32) -> float:
        """Log-odds of one row of statistics."""
        return float(values @ self.weights) + self.bias
