"""unsupported: sentences that no source says, one by one or as a share of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.sources.support import strangers, supported, unsupported

if TYPE_CHECKING:
    from collections.abc import Iterator


class Unsupported(Check, frozen=True, kw_only=True):
    """With a `share`, one match for the article if more than that share (0 to 1) of at least `sentences` has no support."""

    share: float | None = None
    sentences: int = 6

    placeholders: ClassVar[frozenset[str]] = frozenset({"count", "all"})
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each sentence, or one at the first of them."""
        document = unit.document
        count, every = document.derived(strangers)
        values = {"count": str(count), "all": str(every)}
        if self.share is None:
            yield from (Match(span, values=values) for span in document.derived(unsupported))
        elif every >= self.sentences and count > self.share * every:
            yield Match(document.derived(supported)[0][0], values=values)
