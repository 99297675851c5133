"""developing: words of an unfinished story in an article that is no longer new."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.general.pattern import Pattern
from newslint.finding import Match
from newslint.knowledge.published import article_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.checks.check import Unit


class Developing(Pattern, frozen=True, kw_only=True):
    """Every match of `pattern`, unless the article's date is less than `days` before today.

    An undated article is reported, too; `{age}` says which it is.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"age"})

    days: int = 2

    def find(self, unit: Unit) -> Iterator[Match]:
        """The matches of the pattern in an old or undated article."""
        dated = unit.document.derived(article_date)
        age = None if dated is None else (unit.document.settings.today - dated.day).days
        if age is not None and age < self.days:
            return
        told = "the article bears no date" if age is None else f"the article is {age} days old"
        for match in super().find(unit):
            yield Match(match.span, match.suggestions, values={**match.values, "age": told})
