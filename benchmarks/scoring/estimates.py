"""Precision from samples: Wilson intervals, and shares weighted by how often each rule fires."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scoring.reported import Reported
    from scoring.survival import Fate

_Z: Final = 1.959964  # 95 %, both sides


class Stratum(Struct, frozen=True):
    """What was sampled together, a rule in a set: findings reported, judged among them, right among these."""

    volume: int
    judged: int
    right: int


class Estimate(Struct, frozen=True):
    """A share with its 95 % interval. `volume`: the findings in strata that have a judged one, `covered`: their share of all."""

    share: float
    low: float
    high: float
    judged: int
    right: int
    volume: int
    covered: float


def wilson(right: float, judged: float) -> tuple[float, float]:
    """Wilson's 95 % interval of a share; (0, 1) of nothing. Counts may be effective ones, that is no whole numbers."""
    if judged <= 0:
        return 0.0, 1.0
    share, spread = right / judged, _Z * _Z / judged
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * math.sqrt(share * (1 - share) / judged + spread / (4 * judged)) / (1 + spread)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def weighted(strata: Iterable[Stratum]) -> Estimate | None:
    """Precision weighted by volume; None if nothing was judged.

    The interval is Wilson's on Kish's effective size, (Σ volume)² / Σ (volume² / judged): a frequent rule of which little was
    read widens it, as it should.
    """
    every = list(strata)
    known = [one for one in every if one.judged and one.volume]
    if not known:
        return None
    volume = sum(one.volume for one in known)
    share = sum(one.volume * one.right / one.judged for one in known) / volume
    size = volume**2 / sum(one.volume**2 / one.judged for one in known)
    low, high = wilson(share * size, size)
    judged, right = sum(one.judged for one in known), sum(one.right for one in known)
    return Estimate(share, low, high, judged, right, volume, volume / sum(one.volume for one in every))


def by_rule(
    findings: Iterable[Reported], judged: Iterable[Fate], wanted: Callable[[Reported], bool]
) -> dict[str, Stratum]:
    """The strata of one set: of the findings that are `wanted`, those of each rule, and what the ledger says of them."""
    chosen = [fate for fate in judged if fate.same is not None and wanted(fate.same)]
    volume = Counter(finding.rule for finding in findings if wanted(finding))
    read = Counter(fate.same.rule for fate in chosen if fate.same)
    right = Counter(fate.same.rule for fate in chosen if fate.same and fate.entry.right)
    return {rule: Stratum(count, read[rule], right[rule]) for rule, count in sorted(volume.items())}
