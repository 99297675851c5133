"""unknown-quotation: words in quotation marks that no source has, nor any like them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.sources.quotations import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator


class UnknownQuotation(Check, frozen=True, kw_only=True):
    """Quotations of at least `words` words: shorter ones are terms and titles as often as speech."""

    words: int = 4
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each quotation."""
        for one in unit.document.derived(quoted):
            if one.exact is None and one.near is None and len(one.words) >= self.words:
                yield Match(one.span)
