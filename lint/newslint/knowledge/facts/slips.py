"""How two counts of one thing differ, as slips of the pen do or not, and how much their sentences have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.things import dozens

if TYPE_CHECKING:
    from newslint.knowledge.facts.things import Thing

_VAGUELY_FAR: Final = 7
_ROUND: Final = 100  # what is written in words from here on is round: half a million, two hundred
_SLIP: Final = 2  # a count that is off by so many may be a slip


def likeness(one: Thing, other: Thing) -> int:
    """How much two sentences have in common: words, and names twice."""
    return len(one.stems & other.stems) + len(one.names & other.names)


def slip(one: Thing, other: Thing) -> bool:
    """Whether two figures differ as slips do: by one or two, by the order of digits, by one digit, by a nought."""
    if hedged(one) or hedged(other):
        return False
    if abs(one.value - other.value) <= _SLIP and max(one.value, other.value) < 40:
        return True
    first, second = f"{one.value:.0f}", f"{other.value:.0f}"
    if len(first) != len(second) or len(first) < 2:
        return abs(len(first) - len(second)) == 1 and first.rstrip("0") == second.rstrip("0")
    return swapped(one, other) or sum(a != b for a, b in zip(first, second, strict=True)) == 1


def swapped(one: Thing, other: Thing) -> bool:
    """Whether two figures are of the same digits in another order."""
    first, second = (f"{thing.value:.0f}" for thing in (one, other))
    while first.endswith("0") and second.endswith("0"):
        first, second = first[:-1], second[:-1]
    return len(first) > 1 and sorted(first) == sorted(second) and not (hedged(one) or hedged(other))


def vague(one: Thing, other: Thing) -> bool:
    """Whether just one of two counts is hedged, and the other lies outside what the hedge allows, but not by far."""
    return hedged(one) != hedged(other) and 1 / _VAGUELY_FAR < one.value / other.value < _VAGUELY_FAR


def hedged(one: Thing) -> bool:
    number = one.quantity.number
    return bool(number.hedge) or dozens(one.quantity) or (number.words and number.value >= _ROUND)
