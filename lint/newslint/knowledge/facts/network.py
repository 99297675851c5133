"""Network: points in time and what is said of the days between them; contradictions are its negative cycles.

A simple temporal network (Dechter, Meiri & Pearl, "Temporal constraint networks", Artificial Intelligence 49, 1991): every
statement bounds the days from one point to another. It can all be true if and only if no cycle of bounds is negative, and
the statements of such a cycle are the explanation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from newslint.knowledge.facts.periods import Range

_TOLERANCE: Final = 1e-6


class Statement(NamedTuple):
    """That `second` is between `days.low` and `days.high` days after `first`; `said` is whatever the caller says it by."""

    first: Hashable
    second: Hashable
    days: Range
    said: object


class _Bound(NamedTuple):
    """That `second` is at most `most` days after `first`."""

    first: Hashable
    second: Hashable
    most: float
    by: Statement


def contradiction(statements: Iterable[Statement]) -> list[Statement]:
    """The statements of one negative cycle, each once, in the order of the cycle; empty if all can be true (Bellman & Ford)."""
    bounds = [bound for one in statements for bound in _bounds(one)]
    distance: dict[Hashable, float] = {point: 0.0 for bound in bounds for point in bound[:2]}
    into: dict[Hashable, _Bound] = {}
    changed: Hashable | None = None
    for _ in range(len(distance) + 1):  # from a source before all points
        changed = _relaxed(bounds, distance, into)
        if changed is None:
            return []
    return _cycle(changed, into, len(distance))


def _bounds(one: Statement) -> tuple[_Bound, _Bound]:
    return _Bound(one.first, one.second, one.days.high, one), _Bound(one.second, one.first, -one.days.low, one)


def _relaxed(
    bounds: Sequence[_Bound], distance: dict[Hashable, float], into: dict[Hashable, _Bound]
) -> Hashable | None:
    """Lowers every distance that a bound allows to be lower; one of those points, if any."""
    lowered = None
    for bound in bounds:
        if distance[bound.first] + bound.most < distance[bound.second] - _TOLERANCE:
            distance[bound.second] = distance[bound.first] + bound.most
            into[bound.second] = bound
            lowered = bound.second
    return lowered


def _cycle(point: Hashable, into: dict[Hashable, _Bound], size: int) -> list[Statement]:
    for _ in range(size):  # back far enough to be in the cycle
        point = into[point].first
    found, at = [into[point].by], into[point].first
    while at != point:
        found.append(into[at].by)
        at = into[at].first
    return list(dict.fromkeys(reversed(found)))
