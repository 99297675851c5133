"""What values a written figure may stand for, as intervals; what two of them can make. Interval arithmetic only.

Rounding is allowed for generously on both sides: a relation fails only if no plausible reading of its figures bears it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.numbers import CAP, Interval, Number, zeros

if TYPE_CHECKING:
    from newslint.knowledge.facts.quantities import Quantity

_ROUND: Final = 0.025  # 3,000 may be 2,950, and 200 may be 204
_LOOSE: Final = 0.1  # "a third" is said of 30 and of 36 in a hundred
_TENS: Final = 0.025  # 50 percent is said of 51.8, too
_ABOUT: Final = 0.05  # what "about 3,000" may be off
_MUCH: Final = {
    "about": (0.18, 0.18),
    "over": (0.03, 0.45),
    "under": (0.25, 0.06),
}  # what a hedged share may lack or exceed
_FACTORS: Final = {"about": (0.25, 0.25), "over": (0.04, 0.6), "under": (0.28, 0.04), "": (0.1, 0.15)}
_VERB: Final = 0.13
EXACT: Final = 100  # counts below are not rounded


def amount(one: Quantity) -> Interval:
    """The values of a count, a sum of money or a measure: half its last digit, or a little of its trailing zeros, either way."""
    number = one.number
    half = number.step / 2 if number.step < 1 or number.value >= 1e6 or one.kind in ("percent", "measure") else 0.0
    if number.value >= EXACT and number.step >= 1:
        half = max(half, min(zeros(number.value) / 2, number.value * _ROUND))
    return _widened(number, number.value - half, number.value + half, _ABOUT if number.hedge == "about" else CAP)


def exact(one: Quantity) -> Interval:
    """The values of a figure that is added: half its last digit either way; whole numbers are what they are."""
    number = one.number
    half = number.step / 2 if number.step < 1 or number.value >= 1e6 or one.kind == "measure" else 0.0
    return _widened(number, number.value - half, number.value + half, CAP)


def _widened(number: Number, low: float, high: float, share: float) -> Interval:
    """An interval with what its hedge allows on either side, a share of the value."""
    margin = number.value * share
    return Interval(
        low - margin if number.hedge in ("about", "under") else low,
        high + margin if number.hedge in ("about", "over") else high,
    )


def part(one: Quantity) -> Interval:
    """The values between 0 and 1 (or beyond) of a percentage or fraction."""
    number = one.number
    if one.kind == "percent":
        ten = number.step == 1 and number.value >= 20 and number.value % 10 == 0
        return _hedged(number.value / 100, _TENS if ten else number.step / 100, number.hedge)
    less, more = _MUCH.get(number.hedge, (_LOOSE, _LOOSE))
    return Interval(number.value * (1 - less), number.value * (1 + more))


def _hedged(value: float, step: float, hedge: str) -> Interval:
    low, high = value - step, value + step
    margin = min(zeros(round(value * 100)) / 100, 0.1) if value >= 0.1 else step
    if hedge in ("about", "under"):
        low = min(low, value - max(margin, value * CAP))
    if hedge in ("about", "over"):
        high = max(high, value + max(margin, value * CAP))
    return Interval(low, high)


def factor(one: Quantity) -> Interval:
    """The values of a factor: `six times` may be 5.4 times, `doubled` 1.8 to 2.3."""
    less, more = _FACTORS[one.number.hedge]
    if one.number.step == 0 and not one.number.hedge:  # a verb: doubled, halved
        more = _VERB
    return Interval(one.value * (1 - less), one.value * (1 + more))


def ratio(top: Interval, bottom: Interval) -> Interval:
    """What top/bottom can be."""
    if bottom.low <= 0:
        return Interval(0.0, float("inf"))
    return Interval(top.low / bottom.high, top.high / bottom.low)


def difference(more: Interval, less: Interval) -> Interval:
    """What more - less can be."""
    return Interval(more.low - less.high, more.high - less.low)


def product(one: Interval, other: Interval) -> Interval:
    """What one * other can be, both positive."""
    return Interval(one.low * other.low, one.high * other.high)


def total(parts: list[Interval]) -> Interval:
    """What the parts can add up to."""
    return Interval(sum(p.low for p in parts), sum(p.high for p in parts))
