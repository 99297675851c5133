"""Ratios of written figures: what one can be of another when both were rounded."""

from __future__ import annotations

from newslint.knowledge.numbers import Interval, Number, zeros


def ratio(a: Number, b: Number) -> Interval:
    """What b/a can be when both figures were rounded alike: to the finer of their last digits, two digits at least."""
    grain = min(_grain(a), _grain(b)) / (4 if max(a.value, b.value) < 100 else 2)
    low_a, high_a = _within(a, grain)
    low_b, high_b = _within(b, grain)
    return Interval(low_b / high_a, high_b / low_a if low_a > 0 else float("inf"))


def _grain(number: Number) -> float:
    if number.step > 1:  # 0.3 million has one digit, and no more
        return number.step
    grain = max(number.step, zeros(number.value)) if number.value == int(number.value) else number.step
    digits = len(str(int(number.value)))
    return min(grain, 10.0 ** max(digits - 2, 0)) if number.value >= 10 else min(grain, number.step)


def _within(number: Number, grain: float) -> tuple[float, float]:
    margin = abs(number.value) * 0.1 if number.hedge else 0.0
    return number.value - grain - (margin if number.hedge != "over" else 0), number.value + grain + (
        margin if number.hedge != "under" else 0
    )
