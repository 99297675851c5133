"""spun-word: in an article that counts as spun as a whole, the words that a thesaurus is likely to have put there."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.spun.calibration import Share
from newslint.spun.verdict import verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.reading.models import Reads


class SpunWord(Check, frozen=True, kw_only=True):
    """Reports, in an article that kind `spun-article` reports with the same options, each odd word for which a better one is
    at hand, once.

    `least`: the log-odds of its having been put in that it must exceed.
    """

    per: ClassVar[str] = "document"

    share: Share = "0.0005"
    reader: bool = False
    least: float = 0.0

    @property
    def reads(self) -> Reads:
        """The reader model, if it is to read along."""
        return "reader" if self.reader else ""

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a word."""
        found = verdict(unit.document, self.share, reader=self.reader)
        for word in sorted(found.witnesses if found else (), key=lambda word: word.span.start):
            if word.log_odds > self.least:
                yield Match(word.span, word.suggestions, scores=word.scores)
