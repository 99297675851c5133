"""exception: something said of all or of none, and somebody of whom the text says the opposite: "unanimous", "voted against"."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.exceptions import exceptions

if TYPE_CHECKING:
    from collections.abc import Iterator


class Exceptional(Check, frozen=True, kw_only=True):
    """Votes, verdicts, accidents: "no survivors" and "the only survivor"; silent where the text may speak of two occasions."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """What is said of all or of none."""
        return (
            "unanimous",
            "without",
            "no one",
            "nobody",
            "no-one",
            "none of",
            "all",
            "every",
            "each",
            "no survivors",
            "no injuries",
            "votes to",
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each kind of occasion, at the later of the two places."""
        text = unit.document.prose.text
        for found in exceptions(unit.document):
            first, later = sorted((found.every, found.one))
            yield Match(later, values={"other": text[first.start : first.end]}, related=(Compared(first),))
