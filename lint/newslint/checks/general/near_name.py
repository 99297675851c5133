"""near-name: words that almost match one of these names (rapidfuzz)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from newslint.article.text import fold_typography, fold_word
from newslint.checks.check import Check, Unit, rewritten
from newslint.errors import RuleError
from newslint.finding import Match, Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.wordlists import Lists

_WORD = lazy(r"[^\W\d_][\w'’-]*")


class NearName(Check, frozen=True, kw_only=True):
    """Reports words within `distance` edits of one of `phrases` (names, as written) that are not one of them.

    Only text with as many words, the same first letter and a capital is compared; words of `accept` and the
    vocabulary, and names with an ending (`'s`, a plural s), are correct.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"name"})

    phrases: tuple[str, ...]
    distance: int = 1
    accept: tuple[str, ...] = ()

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """Each name as all the names that it stands for."""
        return rewritten(options, "phrases", list, lists.every)

    def __post_init__(self) -> None:
        if not 1 <= self.distance <= 3:
            raise RuleError("'distance' is 1, 2 or 3")
        if short := next((name for name in self.phrases if len(name) < 4 * self.distance), None):
            raise RuleError(f"'{short}' is too short for a distance of {self.distance}; nearly every word is near it")

    @cached_property
    def names(self) -> dict[tuple[int, str], list[str]]:
        """(number of words, folded first letter) → names."""
        grouped: dict[tuple[int, str], list[str]] = {}
        for name in self.phrases:
            grouped.setdefault(_key(name), []).append(name)
        return grouped

    def anchors(self) -> tuple[str, ...]:
        """Pieces of the names: of distance + 1 pieces one is left whole by the edits (the pigeonhole principle)."""
        return tuple(dict.fromkeys(piece for name in self.phrases for piece in self._pieces(fold_word(name))))

    def _pieces(self, name: str) -> Iterator[str]:
        size, rest = divmod(len(name), self.distance + 1)
        at = 0
        for number in range(self.distance + 1):
            end = at + size + (number < rest)
            yield name[at:end]
            at = end

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every run of capitalised words that is nearly a name."""
        text = unit.text
        words = list(_WORD.finditer(text))
        right = {fold_typography(word) for word in (*self.phrases, *self.accept, *unit.document.settings.vocabulary)}
        hits = [unit.folded()[0].span(*hit) for hit in unit.hits]
        for length in {key[0] for key in self.names}:
            for first, last in zip(words, words[length - 1 :], strict=False):
                span = Span(unit.start + first.start(), unit.start + last.end())
                if first[0][0].isupper() and (not hits or any(span.overlaps(hit) for hit in hits)):
                    yield from self._compared(unit, span, length, right)

    def _compared(self, unit: Unit, span: Span, length: int, right: set[str]) -> Iterator[Match]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        seen = fold_typography(unit.view.text[span.start : span.end])
        bare = re.sub(r"(?:'s|s')$", "", seen)
        if bare in right or seen in right or bare.rstrip("s") in right:
            return
        names = self.names.get((length, fold_word(seen[0])), [])
        best = process.extractOne(bare, names, scorer=OSA.distance, score_cutoff=self.distance)
        if best is not None and best[1] > 0:
            end = span.start + len(bare)
            yield Match(Span(span.start, end), (best[0],), {"name": best[0]})


def _key(name: str) -> tuple[int, str]:
    return len(_WORD.findall(name)), fold_word(name[0])
