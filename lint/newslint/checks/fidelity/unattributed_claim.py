"""unattributed-claim: what the source gives as somebody's words, and the article as a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.sources.support import unattributed

if TYPE_CHECKING:
    from collections.abc import Iterator


class UnattributedClaim(Check, frozen=True, kw_only=True):
    """Sentences of paragraphs in which nobody says, reports, estimates or alleges anything."""

    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each sentence."""
        for one in unit.document.derived(unattributed):
            yield Match(one.here, related=(Compared(one.there, source=one.source),))
