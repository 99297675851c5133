"""odd-word: a word that no writer chooses in that place, and that a thesaurus may have put there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.spun.calibration import Flags, Share
from newslint.spun.oddity import oddities

if TYPE_CHECKING:
    from collections.abc import Iterator


class OddWord(Check, frozen=True, kw_only=True):
    """Reports the words whose log-odds of being a swap only `flags` of 1,000 clean words exceed.

    Once the article as a whole is suspect (as `share` of clean ones is), `suspect-flags` counts instead.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"original"})
    per: ClassVar[str] = "document"

    flags: Flags = "0.1"
    suspect_flags: Flags = "0.5"
    share: Share = "0.002"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a word."""
        found = unit.document.derived(oddities)
        suspect = found.margins[self.share] > 0
        for word in found.above(self.suspect_flags if suspect else self.flags):
            original = f"; '{word.original}' would be likelier" if word.suggestions else ""
            yield Match(word.span, word.suggestions, {"original": original}, scores=word.scores)
