"""swap: this → that, with the match's own case and apostrophe kept in the suggestion."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newslint.article.text import fold_word
from newslint.checks.general.phrase import Literals
from newslint.finding import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.checks.check import Unit


class Swap(Literals, frozen=True, kw_only=True):
    """Each key of `swap` is reported with its value, or values, as suggestions; `''` suggests deleting.

    `pairs` names a file of `rules/lists` with lines `this => that | or that` instead. `safe: true` means that the
    first suggestion is right wherever the phrase occurs.
    """

    swap: dict[str, str | tuple[str, ...]] = {}
    pairs: str = ""
    safe: bool = False

    @property
    def literals(self) -> tuple[str, ...]:
        """The phrases to be replaced, as the rule writes them."""
        return tuple(self.swap)

    @cached_property
    def suggestions(self) -> dict[str, tuple[str, ...]]:
        """Folded phrase → what to write instead."""
        return {fold_word(this): (that,) if isinstance(that, str) else that for this, that in self.swap.items()}

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every phrase of the unit that has something better."""
        for span, phrase in self.places(unit):
            seen = unit.view.text[span.start : span.end]
            yield Match(span, tuple(adapt(that, seen) for that in self.suggestions[phrase]))


def adapt(suggestion: str, seen: str) -> str:
    """A suggestion in the case of what it replaces (lower, Capitalised, UPPER) and with its apostrophe."""
    if "’" in seen:
        suggestion = suggestion.replace("'", "’")
    if len(seen) > 1 and seen.isupper():
        return suggestion.upper()
    return suggestion[:1].upper() + suggestion[1:] if seen[:1].isupper() else suggestion
