"""phrase: words or phrases that are worth a look wherever they occur."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from newslint.article.text import fold_word
from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.text import View


class Literals(Check, frozen=True, kw_only=True):
    """What `phrase` and `swap` share: literals found by the engine's automaton and confirmed here.

    `case: exact` and `typography: exact` compare with the text as written; `edges: none` matches phrases inside
    words; `whole: true` matches only a phrase that fills its unit.
    """

    case: Literal["fold", "exact"] = "fold"
    typography: Literal["fold", "exact"] = "fold"
    edges: Literal["word", "none"] = "word"
    whole: bool = False

    @property
    def literals(self) -> tuple[str, ...]:
        """The phrases as the rule writes them."""
        raise NotImplementedError

    @cached_property
    def written(self) -> dict[str, set[str]]:
        """Folded phrase → the phrases of the rule that fold to it."""
        forms: dict[str, set[str]] = {}
        for literal in self.literals:
            forms.setdefault(fold_word(literal), set()).add(literal)
        return forms

    def anchors(self) -> tuple[str, ...]:
        """The folded phrases themselves: a hit is a match as soon as its edges are confirmed."""
        return tuple(dict.fromkeys(fold_word(literal) for literal in self.literals))

    def places(self, unit: Unit) -> Iterator[tuple[Span, str]]:
        """Confirmed, leftmost-longest, non-overlapping places: (span of the view, folded phrase)."""
        folded, start, end = unit.folded()
        last = start
        for first, stop in sorted(unit.hits, key=lambda hit: (hit[0], -hit[1])):
            if first < last or not self._stands(folded, first, stop, start, end):
                continue
            span = folded.span(first, stop)
            if self._as_written(unit.view.text[span.start : span.end], folded.text[first:stop]):
                yield span, folded.text[first:stop]
                last = stop

    def _stands(self, folded: View, first: int, stop: int, start: int, end: int) -> bool:
        text = folded.text
        if self.whole:
            return first == start and not text[stop:end].strip(" .!:→»›>…")
        return self.edges == "none" or not (_joined(text, first) or _joined(text, stop))

    def _as_written(self, seen: str, folded: str) -> bool:
        if self.case == "fold" and self.typography == "fold":
            return True
        forms = self.written[folded]
        if self.case == "exact" and self.typography == "exact":
            return seen in forms
        from newslint.article.text import fold_case, fold_typography

        fold = fold_typography if self.case == "exact" else fold_case
        return " ".join(fold(seen).split()) in {fold(form) for form in forms}


def _joined(text: str, edge: int) -> bool:
    """Whether the letters on both sides of an edge belong to one word."""
    return 0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum()


class Phrase(Literals, frozen=True, kw_only=True):
    """Any of `phrases`; `{list}` means the words of `rules/lists/list.txt`, `~hold` for hold, holds, held, holding."""

    phrases: tuple[str, ...]

    @property
    def literals(self) -> tuple[str, ...]:
        """The phrases as the rule writes them."""
        return self.phrases

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every phrase that occurs in the unit."""
        for span, _ in self.places(unit):
            yield Match(span)
