"""spun-article: an article whose word choices, taken together, are a thesaurus's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge.headline import headline_of
from newslint.spun.calibration import Share
from newslint.spun.verdict import verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.reading.models import Reads
    from newslint.spun.oddity import OddWord

_SHOWN: Final = 5


class SpunArticle(Check, frozen=True, kw_only=True):
    """Reports an article, at its headline, that scores higher than all but `share` of clean ones.

    `reader`: by the light model and the reader model together, instead of the light model alone.  Articles with fewer than 200
    words, or with little running prose, are not judged, nor those below a threshold that the house has calibrated.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"evidence", "number"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"odd": frozenset(), "swap": frozenset({"original"})}
    per: ClassVar[str] = "document"

    share: Share = "0.0005"
    reader: bool = False

    @property
    def reads(self) -> Reads:
        """The reader model, if it is to read along."""
        return "reader" if self.reader else ""

    def find(self, unit: Unit) -> Iterator[Match]:
        """At most one match."""
        found = verdict(unit.document, self.share, reader=self.reader)
        if found is None:
            return
        evidence = found.witnesses[:_SHOWN]
        yield Match(
            _place(unit.document),
            values={"evidence": ", ".join(word.word for word in evidence), "number": str(len(evidence))},
            related=tuple(_evidence(word) for word in evidence),
            scores={"log-odds": round(found.log_odds, 2)},
        )


def _place(document: Document) -> Span:
    """The headline, or the first paragraph's first line of text."""
    block = headline_of(document) or next(s for s in document.segments if s.kind != "boilerplate")
    return Span(block.start, block.end)


def _evidence(word: OddWord) -> Compared:
    return Compared(word.span, "swap", {"original": word.original}) if word.suggestions else Compared(word.span, "odd")
