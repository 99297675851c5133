"""spun-article: an article whose word choices, taken together, are a thesaurus's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Related, Span
from newslint.knowledge.headline import headline_of
from newslint.spun.calibration import Share
from newslint.spun.oddity import oddities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.spun.oddity import OddWord

_SHOWN: Final = 8


class SpunArticle(Check, frozen=True, kw_only=True):
    """Reports an article, at its headline, that scores higher than all but `share` of clean ones.

    Articles with fewer than `min-words` words are not judged.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"evidence", "number"})
    per: ClassVar[str] = "document"

    share: Share = "0.0005"
    min_words: int = 200

    def find(self, unit: Unit) -> Iterator[Match]:
        """At most one match."""
        document = unit.document
        if len(document.prose.text.split()) < self.min_words:
            return
        found = document.derived(oddities)
        if found.margins[self.share] <= 0:
            return
        evidence = sorted(found.words, key=lambda word: (-word.log_odds, word.span.start))[:_SHOWN]
        yield Match(
            _place(document),
            values={"evidence": ", ".join(dict.fromkeys(word.word for word in evidence)), "number": str(len(evidence))},
            related=tuple(Related(word.span, _reason(word)) for word in evidence),
            scores={"margin": round(found.margins[self.share], 2)},
        )


def _place(document: Document) -> Span:
    """The headline, or the first paragraph's first line of text."""
    block = headline_of(document) or next(s for s in document.segments if s.kind != "boilerplate")
    return Span(block.start, block.end)


def _reason(word: OddWord) -> str:
    return f"'{word.word}' for '{word.original}'?" if word.suggestions else f"'{word.word}' is odd here"
