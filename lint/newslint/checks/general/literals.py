"""Literals: the matcher that the kinds share that look for words as written; a kind holds one and has its own options."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from newslint.article.text import fold_word
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.text import View
    from newslint.checks.check import Unit

Strictness = Literal["fold", "exact"]


class Literals:
    """Literals found by the engine's automaton and confirmed here.

    `case="exact"` and `typography="exact"` compare with the text as written; `edges="none"` lets a phrase occur inside
    a word; `whole` takes only a phrase that fills its unit.
    """

    def __init__(
        self,
        literals: Iterable[str],
        *,
        case: Strictness = "fold",
        typography: Strictness = "fold",
        edges: Literal["word", "none"] = "word",
        whole: bool = False,
    ) -> None:
        self._literals = tuple(literals)
        self._case, self._typography, self._edges, self._whole = case, typography, edges, whole

    @cached_property
    def written(self) -> dict[str, set[str]]:
        """Folded phrase → the phrases of the rule that fold to it."""
        forms: dict[str, set[str]] = {}
        for literal in self._literals:
            forms.setdefault(fold_word(literal), set()).add(literal)
        return forms

    def anchors(self) -> tuple[str, ...]:
        """The folded phrases themselves: a hit is a match as soon as its edges are confirmed."""
        return tuple(dict.fromkeys(fold_word(literal) for literal in self._literals))

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
        if self._whole:
            return first == start and not text[stop:end].strip(" .!:→»›>…")
        return self._edges == "none" or not (_joined(text, first) or _joined(text, stop))

    def _as_written(self, seen: str, folded: str) -> bool:
        if self._case == "fold" and self._typography == "fold":
            return True
        forms = self.written[folded]
        if self._case == "exact" and self._typography == "exact":
            return seen in forms
        from newslint.article.text import fold_case, fold_typography

        fold = fold_typography if self._case == "exact" else fold_case
        return " ".join(fold(seen).split()) in {fold(form) for form in forms}


def _joined(text: str, edge: int) -> bool:
    """Whether the letters on both sides of an edge belong to one word."""
    return 0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum()
