"""Relation: a figure that others determine, the figures that determine it, and whether they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from newslint.knowledge.facts.quantities import Quantity

Name = Literal[
    "share",
    "rise",
    "fall",
    "factor",
    "points",
    "sum",
    "rest",
    "difference",
    "product",
    "rate",
    "votes",
    "whole",
    "proportion",
    "total",
    "cell",
    "left",
    "average",
    "time",
]


class Relation(Struct, frozen=True):
    """A derived figure and its operands, each with its role; `computed` is what they make, as messages print it.

    `explained` is true if some relation that the cue allows holds within the rounding of all figures.
    """

    name: Name
    derived: Quantity
    operands: tuple[tuple[Quantity, str], ...]
    computed: str
    explained: bool

    @property
    def place(self) -> Quantity:
        """The figure to report: the derived one, or the last of all where none is more derived than the others."""
        if self.name == "sum" or (self.name == "factor" and self.derived.number.step == 0):
            return max((self.derived, *(one for one, _ in self.operands)), key=lambda one: one.start)
        return self.derived

    @property
    def one_voice(self) -> bool:
        """Whether all figures are the article's own, or all somebody's in quotation marks."""
        return all(one.quoted == self.derived.quoted for one, _ in self.operands)
