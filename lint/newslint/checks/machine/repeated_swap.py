"""repeated-swap: one odd word used for the same other word throughout the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Related
from newslint.spun.oddity import oddities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.spun.oddity import OddWord


class RepeatedSwap(Check, frozen=True, kw_only=True):
    """Reports the first of at least `least` uses of a word whose mean log-odds is over `log-odds`.

    In most of them the same original must be likelier by `ahead` nats.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"original", "number"})
    per: ClassVar[str] = "document"

    least: int = 3
    log_odds: float = 0.5
    ahead: float = 6.0

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a word."""
        uses: defaultdict[str, list[OddWord]] = defaultdict(list)
        for word in unit.document.derived(oddities).words:
            uses[word.word].append(word)
        for places in uses.values():
            if len(places) >= self.least and (original := self._original(places)):
                rest = tuple(Related(word.span, f"'{word.word}' again") for word in places[1:])
                values = {"original": original, "number": str(len(places))}
                yield Match(places[0].span, (original,), values, rest, places[0].scores)

    def _original(self, places: list[OddWord]) -> str:
        """The word that it replaces in most of its places; empty if it is not odd enough."""
        if sum(word.log_odds for word in places) / len(places) <= self.log_odds:
            return ""
        counts = Counter(word.original for word in places if word.original and word.ahead >= self.ahead)
        original, number = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return original if number * 2 > len(places) else ""
