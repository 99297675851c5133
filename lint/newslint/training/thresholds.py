"""Thresholds for stated budgets of false flags, on clean text from outlets used for nothing else."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from newslint.spun.ngrams import F32

WORD_BUDGETS = (0.05, 0.1, 0.2, 0.5, 1.0)  # false flags per 1,000 clean words
TEXT_BUDGETS = (0.002, 0.0005, 0.0002)  # share of clean texts flagged: suspect, warning, error
_ENOUGH = 5  # texts over a threshold that comes from the data
_TAIL = 100  # texts to which a tail beyond the data is fitted


def word_thresholds(words: F32, total: int) -> dict[str, float]:
    """Budget → log-odds that as many clean words exceed: of the examined `words` among `total`."""
    ordered = np.sort(words)[::-1]
    allowed = [int(budget * total / 1000) for budget in WORD_BUDGETS]
    return {
        str(b): round(float(ordered[min(n, len(ordered) - 1)]), 4) for b, n in zip(WORD_BUDGETS, allowed, strict=True)
    }


def text_thresholds(clean: npt.NDArray[np.float64]) -> dict[str, float]:
    """Budget → log-odds, from those of clean texts."""
    return {str(budget): math.ceil(upper(clean, budget) * 10_000) / 10_000 for budget in TEXT_BUDGETS}


def upper(values: np.ndarray, share: float) -> float:
    """The value that at most a share of them exceeds.

    Beyond the last few values the tail is assumed to fall off exponentially (the mean excess over a threshold is
    then its scale: the peaks-over-threshold method of extreme-value statistics), but no faster than the values do.
    """
    ordered = np.sort(values)[::-1].astype(np.float64)
    tail = min(_TAIL, len(ordered) - 1)
    border = ordered[tail]
    scale = (ordered[:tail] - border).mean() if tail else 0.0
    drawn = border + scale * np.log(tail / max(share * len(ordered), 1e-9)) if tail else border
    place = int(share * len(ordered))
    return float(ordered[place] if place >= _ENOUGH else max(drawn, ordered[round(share * len(ordered))]))
