"""set-count: `both`, `all three` or `the four` for a set that was of another size when it was named."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.sets import taken_up

if TYPE_CHECKING:
    from collections.abc import Iterator


class SetCount(Check, frozen=True, kw_only=True):
    """`Three climbers are missing. The four had last been seen …`: a set that is taken up by its number.

    Silent if the text before offers that number in any way: as a count, a list, a sum, a difference.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"offered"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """What takes a set up."""
        numbers = "two three four five six seven eight nine ten eleven twelve 1 2 3 4 5 6 7 8 9".split()
        groups = (
            "the pair ",
            "the duo ",
            "the couple ",
            "the trio ",
            "the threesome ",
            "the quartet ",
            "the foursome ",
            "the quintet ",
        )
        return ("both ", *groups, *(f"{word} {number}" for word in ("all", "the") for number in numbers))

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each set of another size."""
        for found in unit.document.derived(taken_up):
            yield Match(found.span, values={"offered": str(found.offers)}, related=(Compared(found.offered),))
