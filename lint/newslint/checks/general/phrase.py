"""phrase: words or phrases that are worth a look wherever they occur."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general.literals import Literals
from newslint.finding import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.wordlists import Lists


class Phrase(Check, frozen=True, kw_only=True):
    """Any of `phrases`; `{list}` stands for the words of `rules/lists/list.txt`, `~hold` for hold, holds, held, holding.

    `case: exact` and `typography: exact` compare with the text as written; `edges: none` matches phrases inside
    words; `whole: true` matches only a phrase that fills its unit.
    """

    phrases: tuple[str, ...]
    case: Literal["fold", "exact"] = "fold"
    typography: Literal["fold", "exact"] = "fold"
    edges: Literal["word", "none"] = "word"
    whole: bool = False

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """Each phrase as all the phrases that it stands for."""
        return rewritten(options, "phrases", list, lists.every)

    @cached_property
    def literals(self) -> Literals:
        """What finds the phrases."""
        return Literals(self.phrases, case=self.case, typography=self.typography, edges=self.edges, whole=self.whole)

    def anchors(self) -> tuple[str, ...]:
        """The phrases, folded."""
        return self.literals.anchors()

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every phrase that stands in the unit."""
        for span, _ in self.literals.places(unit):
            yield Match(span)
