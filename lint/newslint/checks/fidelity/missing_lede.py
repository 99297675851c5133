"""missing-lede: a sentence of a source's first paragraphs of which the article says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.sources.support import missing

if TYPE_CHECKING:
    from collections.abc import Iterator


class MissingLede(Check, frozen=True, kw_only=True):
    """The first two paragraphs of each source."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"sentence"})
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match at the article's first sentence, for all that is missing."""
        document = unit.document
        lost = document.derived(missing)
        place = next((segment for segment in document.segments if segment.kind == "paragraph"), None)
        if lost and place is not None:
            source, span = lost[0]
            values = {"sentence": document.sources[source].prose.text[span.start : span.end]}
            related = tuple(Compared(span, source=source) for source, span in lost)
            yield Match(document.sentence_at(place.start), values=values, related=related)
