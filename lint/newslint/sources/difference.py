"""Difference: two runs of words beside each other: which are equal, which one has and the other has not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Change(NamedTuple):
    """Words [first, last) of the one run that are `equal` to [start, end) of the other, or are in its place."""

    equal: bool
    first: int
    last: int
    start: int
    end: int


def changes(one: Sequence[str], other: Sequence[str]) -> list[Change]:
    """The stretches of two runs of words in order, equal ones and those that differ."""
    from rapidfuzz.distance import Indel

    found: list[Change] = []
    for code in Indel.opcodes(one, other):
        change = Change(code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        if found and not change.equal and not found[-1].equal:
            before = found.pop()
            change = Change(False, before.first, change.last, before.start, change.end)
        found.append(change)
    return found
