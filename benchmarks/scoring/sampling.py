"""Which findings a reader is to judge: at random over rules, frequent ones more often, but far from in proportion."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scoring.reported import Reported

_LEAST: Final = 2  # of each rule, however rare, while there is room


def quotas(volumes: Mapping[str, int], count: int) -> dict[str, int]:
    """How many of each rule: in proportion to the square root of its volume, at least two, never more than it has."""
    total = sum(math.sqrt(volume) for volume in volumes.values())
    shares = {rule: count * math.sqrt(volume) / total for rule, volume in volumes.items() if volume}
    return {rule: min(max(_LEAST, math.ceil(share)), volumes[rule]) for rule, share in shares.items()}


def draw(findings: Iterable[Reported], count: int, chance: random.Random) -> list[Reported]:
    """At most `count` findings in random order; fewer only where there are no more."""
    by_rule: dict[str, list[Reported]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    wanted = quotas({rule: len(found) for rule, found in by_rule.items()}, count)
    picked: list[Reported] = []
    rest: list[Reported] = []
    for rule in sorted(by_rule):
        shuffled = chance.sample(by_rule[rule], len(by_rule[rule]))
        picked += shuffled[: wanted[rule]]
        rest += shuffled[wanted[rule] :]
    chance.shuffle(picked)
    chance.shuffle(rest)
    return [*picked, *rest][:count]


def sample(findings: Sequence[Reported], grave: int, infos: int, seed: str) -> list[Reported]:
    """`grave` errors and warnings, then `infos` infos; equal seeds and findings draw the same."""
    chance = random.Random(seed)
    drawn = draw((finding for finding in findings if finding.grave), grave, chance)
    return drawn + draw((finding for finding in findings if not finding.grave), infos, chance)
