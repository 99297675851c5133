"""Stretches: spans of a text, and whether another span lies in them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stretches:
    """Half-open spans of a text, in order: `spans`."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(spans)
        self._starts = [start for start, _ in self.spans]

    def inside(self, start: int, end: int) -> bool:
        """Whether every code point of [start, end) is in one of them."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self.spans[index][1] >= end

    def outside(self, start: int, end: int) -> bool:
        """Whether no code point of [start, end) is in any of them."""
        index = bisect_right(self._starts, max(end - 1, start)) - 1
        return index < 0 or self.spans[index][1] <= start

    def length(self, start: int, end: int) -> int:
        """How many code points of [start, end) are in them."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        total = 0
        for first, stop in self.spans[index:]:
            if first >= end:
                break
            total += max(min(stop, end) - max(first, start), 0)
        return total


def apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap or touch as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
