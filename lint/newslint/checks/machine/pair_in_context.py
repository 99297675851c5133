"""pair-in-context: words that spinners are known to use for others, where the other is far more likely."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.spun.oddity import swapped

if TYPE_CHECKING:
    from collections.abc import Iterator


class PairInContext(Check, frozen=True, kw_only=True):
    """Reports a word of `originals` (word: what it replaces) where the original is ahead by `ahead` nats.

    `log-odds`: the least that the general detector must say of the word.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset()
    per: ClassVar[str] = "document"

    originals: dict[str, str]
    ahead: float = 10.0
    log_odds: float = -2.0

    def anchors(self) -> tuple[str, ...]:
        """The words themselves."""
        return tuple(self.originals)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a word."""
        for word in swapped(unit.document, self.originals):
            if word.ahead >= self.ahead and word.log_odds >= self.log_odds:
                yield Match(word.span, (word.original,), scores=word.scores)
