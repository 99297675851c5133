"""conditional: where one thing occurs, another must occur too (an acronym needs its expansion)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general.pattern import Pattern
from newslint.errors import RuleError
from newslint.finding import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.wordlists import Lists


class Conditional(Check, frozen=True, kw_only=True):
    """Reports the first match of `pattern` for which the article has no match of `needs`.

    A group named `same` in both must be equal: `(?<same>[A-Z]{3,5})` needs `\\((?<same>[A-Z]{3,5})\\)`. With `before:
    true` the needed match must come first. Words of the vocabulary need nothing.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"same"})
    per: ClassVar[str] = "document"

    pattern: str
    needs: str
    before: bool = False
    case: Literal["fold", "exact"] = "exact"

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """Both patterns with each list as an alternation."""
        return rewritten(rewritten(options, "pattern", str, lists.pattern), "needs", str, lists.pattern)

    def __post_init__(self) -> None:
        if ("(?<same>" in self.pattern) != ("(?<same>" in self.needs):
            raise RuleError("'pattern' and 'needs' both have a group (?<same>…), or neither has")

    @cached_property
    def wanted(self) -> Pattern:
        """What must occur with it."""
        return Pattern(pattern=self.needs, case=self.case)

    @cached_property
    def given(self) -> Pattern:
        """What requires it."""
        return Pattern(pattern=self.pattern, case=self.case)

    def prepare(self) -> None:
        """Compiles both patterns."""
        self.given.prepare()
        self.wanted.prepare()

    def anchors(self) -> tuple[str, ...] | None:
        """Those of `pattern`."""
        return self.given.anchors()

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each thing that lacks its condition, where it first occurs."""
        met: dict[str, int] = {}
        for match in self.wanted.find(unit):
            met.setdefault(_same(match), match.span.end)
        told = set(unit.document.settings.vocabulary)
        for match in self.given.find(unit):
            same = _same(match)
            if same in told:
                continue
            told.add(same)
            if same not in met or (self.before and met[same] > match.span.end):
                yield match


def _same(match: Match) -> str:
    return match.values.get("same", "")
