"""spun-article: an article whose word choices, taken together, are a thesaurus's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge.headline import headline_of
from newslint.spun.calibration import Share
from newslint.spun.oddity import oddities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.spun.oddity import OddWord

_SHOWN: Final = 5
_FEWEST: Final = 200  # words


class SpunArticle(Check, frozen=True, kw_only=True):
    """Reports an article, at its headline, that scores higher than all but `share` of clean ones.

    Both must say so: the model of news, by the house's thresholds, and the regression that was fitted to clean copy of many
    genres. Articles with fewer than 200 words, or with little running prose, are not judged.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"evidence", "number"})
    roles: ClassVar[dict[str, frozenset[str]]] = {"odd": frozenset(), "swap": frozenset({"original"})}
    per: ClassVar[str] = "document"

    share: Share = "0.0005"

    def find(self, unit: Unit) -> Iterator[Match]:
        """At most one match."""
        document = unit.document
        if len(document.prose.text.split()) < _FEWEST or document.derived(oddities).margins[self.share] <= 0:
            return
        from newslint.spun.whole import fitted, whole

        verdict = document.derived(whole)
        if verdict is None or verdict.log_odds <= fitted().thresholds[self.share]:
            return
        evidence = verdict.witnesses[:_SHOWN]
        yield Match(
            _place(document),
            values={"evidence": ", ".join(word.word for word in evidence), "number": str(len(evidence))},
            related=tuple(_evidence(word) for word in evidence),
            scores={"log-odds": round(verdict.log_odds, 2)},
        )


def _place(document: Document) -> Span:
    """The headline, or the first paragraph's first line of text."""
    block = headline_of(document) or next(s for s in document.segments if s.kind != "boilerplate")
    return Span(block.start, block.end)


def _evidence(word: OddWord) -> Compared:
    return Compared(word.span, "swap", {"original": word.original}) if word.suggestions else Compared(word.span, "odd")
