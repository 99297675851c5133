"""hedging: what the source holds to be possible, suspected or alleged, and the article says plainly; or the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.sources.hedges import dropped

if TYPE_CHECKING:
    from collections.abc import Iterator


class Hedging(Check, frozen=True, kw_only=True):
    """`what`: hedges that were `lost`, or `gained`."""

    what: Literal["lost", "gained"]

    placeholders: ClassVar[frozenset[str]] = frozenset({"hedge"})
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each hedge: at the words of the article that are plain, or at its own hedge."""
        for one in unit.document.derived(dropped):
            if one.what == self.what:
                yield Match(one.here, values={"hedge": one.hedge}, related=(Compared(one.there, source=one.source),))
