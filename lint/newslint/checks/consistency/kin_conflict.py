"""kin-conflict: one relative of one person who is said to be two things: her husband Ronald, her brother Ronald."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge.facts.kin import ties
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_TWO: Final = lazy(
    r"\b(?:also (?:called|named)|same name|namesake|named after|another|both (?:called|"
    r"named)|in-laws?|remarried|no relation)\b"
)


class KinConflict(Check, frozen=True, kw_only=True):
    """`her husband, Ronald, … Her brother Ronald`: silent where the text knows two people of that name."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "other"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """Words before a relative."""
        return ("his ", "her ", "'s ")

    def find(self, unit: Unit) -> Iterator[Match]:
        """The later of two ties that exclude each other, once for each name."""
        document = unit.document
        told: set[str] = set()
        for one, other in combinations(document.derived(ties), 2):
            if one.excludes(other) and one.who not in told and not _TWO.search(document.prose.text):
                told.add(one.who)
                values = {"name": f"{one.who}{one.rest or other.rest}", "other": one.kin}
                yield Match(Span(other.start, other.end), values=values, related=(Compared(Span(one.start, one.end)),))
