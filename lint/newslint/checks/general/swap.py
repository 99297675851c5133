"""swap: this → that, with the match's own case and apostrophe kept in the suggestion."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from newslint.article.text import fold_word
from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general.literals import Literals
from newslint.errors import RuleError
from newslint.finding import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.wordlists import Lists


class Swap(Check, frozen=True, kw_only=True):
    """Each key of `swap` is reported with its value, or values, as suggestions; `''` suggests deleting.

    `pairs` names a file of `rules/lists` with lines `this => that | or that` instead.
    `case`, `typography`, `edges` and `whole` are those of `phrase`.
    """

    swap: dict[str, str | tuple[str, ...]] = {}
    case: Literal["fold", "exact"] = "fold"
    typography: Literal["fold", "exact"] = "fold"
    edges: Literal["word", "none"] = "word"
    whole: bool = False

    written: ClassVar[dict[str, dict[str, Any]]] = {
        "pairs": {"type": "string", "description": "a list of lines 'this => that | or that' instead of 'swap'"}
    }

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The pairs of the list beside those of `swap`, each as all the swaps that it stands for."""
        out = dict(options)
        if "pairs" in out and isinstance(swap := out.get("swap", {}), dict):
            if not isinstance(name := out.pop("pairs"), str):
                raise RuleError("'pairs' is the name of a list; write pairs of your own under 'swap'")
            out["swap"] = {**lists.pairs(name), **swap}
        return rewritten(out, "swap", dict, lambda swap: dict(_written_out(swap, lists)))

    @cached_property
    def literals(self) -> Literals:
        """What finds the phrases to be replaced."""
        return Literals(self.swap, case=self.case, typography=self.typography, edges=self.edges, whole=self.whole)

    def anchors(self) -> tuple[str, ...]:
        """The phrases to be replaced, folded."""
        return self.literals.anchors()

    @cached_property
    def suggestions(self) -> dict[str, tuple[str, ...]]:
        """Folded phrase → what to write instead."""
        return {fold_word(this): (that,) if isinstance(that, str) else that for this, that in self.swap.items()}

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every phrase of the unit that has something better."""
        for span, phrase in self.literals.places(unit):
            seen = unit.view.text[span.start : span.end]
            yield Match(span, tuple(adapt(that, seen) for that in self.suggestions[phrase]))


def _written_out(swap: dict[str, Any], lists: Lists) -> Iterator[tuple[str, Any]]:
    for this, that in swap.items():
        yield from lists.swaps(this, tuple(that) if isinstance(that, (list, tuple)) else (that,))


def adapt(suggestion: str, seen: str) -> str:
    """A suggestion in the case of what it replaces (lower, Capitalised, UPPER) and with its apostrophe."""
    if "’" in seen:
        suggestion = suggestion.replace("'", "’")
    if len(seen) > 1 and seen.isupper():
        return suggestion.upper()
    return suggestion[:1].upper() + suggestion[1:] if seen[:1].isupper() else suggestion
