"""developing: words of an unfinished story in an article that is no longer new."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final

from msgspec import structs

from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general.pattern import Pattern
from newslint.knowledge.published import article_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.finding import Match
    from newslint.wordlists import Lists

_DAYS: Final = 2  # after which a story is no longer new


class Developing(Check, frozen=True, kw_only=True):
    """Every match of `pattern` in an article that is dated two days before today or earlier, or not dated at all."""

    cases: ClassVar[dict[str, frozenset[str]]] = {"dated": frozenset({"days"}), "undated": frozenset()}

    pattern: str

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The pattern with each list as an alternation."""
        return rewritten(options, "pattern", str, lists.pattern)

    @cached_property
    def promises(self) -> Pattern:
        """What finds the words."""
        return Pattern(pattern=self.pattern)

    def prepare(self) -> None:
        """Compiles the pattern."""
        self.promises.prepare()

    def anchors(self) -> tuple[str, ...] | None:
        """Those of the pattern."""
        return self.promises.anchors()

    def find(self, unit: Unit) -> Iterator[Match]:
        """The matches of the pattern in an old or undated article."""
        dated = unit.document.derived(article_date)
        age = None if dated is None else (unit.document.today - dated.day).days
        if age is not None and age < _DAYS:
            return
        case, values = ("undated", {}) if age is None else ("dated", {"days": str(age)})
        for match in self.promises.find(unit):
            yield structs.replace(match, values=values, case=case)
