"""list-count: a count and the list of what it counts, one or more items short or long."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterator


class ListCount(Check, frozen=True, kw_only=True):
    """`three provinces: Dulawan, Masipit, Rosal and Tulay`: a figure and the names or bullets that belong to it.

    A list that is short is reported at the list, one that is long at the count.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"stated", "items"})
    cases: ClassVar[dict[str, frozenset[str]]] = {"short": frozenset(), "long": frozenset()}
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each list of another length than its count."""
        text = unit.document.prose.text
        for found in unit.document.derived(listed):
            count = found.quantity
            if found.items == count.value:
                continue
            short = found.items < count.value
            span, other = (found.span, count.span) if short else (count.span, found.span)
            values = {"stated": text[count.start : count.end], "items": str(found.items)}
            yield Match(span, values=values, related=(Compared(other),), case="short" if short else "long")
