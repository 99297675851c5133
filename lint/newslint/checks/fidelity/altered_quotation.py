"""altered-quotation: words in quotation marks that no source has, though one has nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.sources.quotations import quoted, shown, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator


class AlteredQuotation(Check, frozen=True, kw_only=True):
    """Quotations of two words or more; `…`, brackets, capitals, punctuation and the house's spelling may differ."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"difference", "nearest"})
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each quotation: its words, and where the nearest ones are."""
        document = unit.document
        for one in document.derived(quoted):
            if one.exact is None and one.near is not None:
                source, place = one.near.passage.source, one.near.span
                nearest = document.sources[source].prose.text[place.start : place.end]
                yield Match(
                    one.span,
                    suggestion(document, one),
                    {"difference": shown(document, one), "nearest": nearest},
                    (Compared(place, source=source),),
                )
