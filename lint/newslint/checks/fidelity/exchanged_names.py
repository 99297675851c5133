"""exchanged-names: two names in each other's place: who does what to whom, from where to where."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.sources.exchanges import exchanged

if TYPE_CHECKING:
    from collections.abc import Iterator


class ExchangedNames(Check, frozen=True, kw_only=True):
    """Two names with the same verb or noun between them in both texts, in the other order; what is done mutually does not count."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each pair: from the first name to the second."""
        document = unit.document
        for one in document.derived(exchanged):
            other = document.sources[one.source].prose.text[one.there.start : one.there.end]
            yield Match(one.here, values={"other": other}, related=(Compared(one.there, source=one.source),))
