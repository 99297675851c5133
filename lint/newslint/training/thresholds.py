"""Thresholds for stated budgets of false flags, on clean text whose outlets nothing else was made from."""

from __future__ import annotations

import numpy as np

from newslint.training.workshop import Arrays

WORD_BUDGETS = (0.05, 0.1, 0.2, 0.5, 1.0)  # false flags per 1,000 clean words
TEXT_BUDGETS = (0.002, 0.0005, 0.0002)  # share of clean texts flagged: suspect, warning, error
_ENOUGH = 5  # texts over a border that is read off the data
_TAIL = 100  # texts that a tail beyond the data is drawn through


def word_thresholds(clean: Arrays) -> dict[str, float]:
    """Budget → log-odds that as many clean words exceed."""
    ordered = np.sort(clean["words"])[::-1]
    allowed = [int(budget * int(clean["total"]) / 1000) for budget in WORD_BUDGETS]
    return {
        str(b): round(float(ordered[min(n, len(ordered) - 1)]), 4) for b, n in zip(WORD_BUDGETS, allowed, strict=True)
    }


def text_thresholds(clean: Arrays) -> dict[str, float]:
    """Budget → log-odds."""
    return {str(budget): round(upper(clean["texts"], budget), 4) for budget in TEXT_BUDGETS}


def upper(values: np.ndarray, share: float) -> float:
    """The value that at most a share of them exceeds.

    Beyond the last few values the tail is taken to fall off exponentially (the mean excess over a border is
    then its scale: the peaks-over-threshold method of extreme-value statistics).
    """
    ordered = np.sort(values)[::-1].astype(np.float64)
    tail = min(_TAIL, len(ordered) - 1)
    border = ordered[tail]
    scale = (ordered[:tail] - border).mean() if tail else 0.0
    drawn = border + scale * np.log(tail / max(share * len(ordered), 1e-9)) if tail else border
    place = int(share * len(ordered))
    return float(ordered[place] if place >= _ENOUGH else drawn)
