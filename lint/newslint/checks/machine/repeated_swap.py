"""repeated-swap: one odd word used for the same other word throughout the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.spun.oddity import oddities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.spun.oddity import OddWord


_LEAST: Final = 3  # uses
_LOG_ODDS: Final = 0.5  # the mean of all uses is over it
_AHEAD: Final = 6.0  # nats by which the original is more likely


class RepeatedSwap(Check, frozen=True, kw_only=True):
    """Reports the first of three or more uses of a word that is odd in them, where most have the same original."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"original", "number"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a word."""
        uses: defaultdict[str, list[OddWord]] = defaultdict(list)
        for word in unit.document.derived(oddities).words:
            uses[word.word].append(word)
        for places in uses.values():
            if len(places) >= _LEAST and (original := self._original(places)):
                rest = tuple(Compared(word.span) for word in places[1:])
                values = {"original": original, "number": str(len(places))}
                yield Match(places[0].span, (original,), values, rest, places[0].scores)

    def _original(self, places: list[OddWord]) -> str:
        """What the word stands for in most of its places; empty if it is not odd enough."""
        if sum(word.log_odds for word in places) / len(places) <= _LOG_ODDS:
            return ""
        counts = Counter(word.original for word in places if word.original and word.ahead >= _AHEAD)
        original, number = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        return original if number * 2 > len(places) else ""
