"""odd-word: a word that no writer chooses in that place, and that a thesaurus may have put there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.spun.calibration import Flags
from newslint.spun.oddity import SUSPECT, oddities

if TYPE_CHECKING:
    from collections.abc import Iterator


FLAGS: Final[Flags] = "0.1"  # of 1,000 clean words
SUSPECT_FLAGS: Final[Flags] = "0.5"  # in a suspect article


class OddWord(Check, frozen=True, kw_only=True):
    """Reports the words whose log-odds of being a swap only 0.1 of 1,000 clean words exceed.

    Once the article as a whole is suspect (as 0.002 of clean ones are), it is 0.5 of 1,000. Case `swap`: another word is
    more likely there; `odd`: none is by much.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {"odd": frozenset(), "swap": frozenset()}
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a word."""
        found = unit.document.derived(oddities)
        suspect = found.margins[SUSPECT] > 0
        for word in found.above(SUSPECT_FLAGS if suspect else FLAGS):
            yield Match(word.span, word.suggestions, scores=word.scores, case="swap" if word.suggestions else "odd")
