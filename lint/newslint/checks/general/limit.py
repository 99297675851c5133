"""limit: a maximum or minimum of words, sentences, characters or occurrences in a unit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general.pattern import Pattern
from newslint.errors import RuleError
from newslint.finding import Match, Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.wordlists import Lists

_WORD = lazy(r"\w+(?:['’.-]\w+)*")


class Limit(Check, frozen=True, kw_only=True):
    """Reports a unit that has more than `at-most` or fewer than `at-least` of `count`.

    With `count: occurrences`, `pattern` says what to count, and the first occurrence beyond the limit is reported;
    `per-words` makes the limit a rate (such as per 1,000 words), and `at-least-words` leaves short units alone.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"count", "limit"})

    count: Literal["words", "sentences", "characters", "occurrences"]
    at_most: float | None = None
    at_least: float | None = None
    pattern: str = ""
    case: Literal["fold", "exact"] = "fold"
    per_words: int = 0
    at_least_words: int = 0

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The pattern with each list as an alternation."""
        return rewritten(options, "pattern", str, lists.pattern)

    def __post_init__(self) -> None:
        if (self.at_most is None) == (self.at_least is None):
            raise RuleError("a limit has either 'at-most' or 'at-least'")
        if (self.count == "occurrences") != bool(self.pattern):
            raise RuleError("'pattern' goes with 'count: occurrences', and only with it")

    @cached_property
    def counted(self) -> Pattern:
        """The pattern whose occurrences are counted."""
        return Pattern(pattern=self.pattern, case=self.case)

    def prepare(self) -> None:
        """Compiles the pattern, if there is one."""
        if self.pattern:
            self.counted.prepare()

    def anchors(self) -> tuple[str, ...] | None:
        """Those of the pattern, where too many of it are sought; too few can be seen anywhere."""
        return self.counted.anchors() if self.pattern and self.at_most is not None else None

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for a unit beyond the limit."""
        if not unit.text.strip() or self._few(unit):
            return
        words = len(_WORD.findall(unit.text))
        places = self._places(unit)
        count = len(places) if self.count == "occurrences" else self._count(unit, words)
        allowed = words / self.per_words if self.per_words else 1.0
        if words < self.at_least_words or not self._beyond(count, allowed):
            return
        limit = self.at_most if self.at_most is not None else self.at_least or 0.0
        beyond = min(int(limit * allowed), len(places) - 1)
        span = places[beyond] if places and self.at_most is not None else Span(unit.start, unit.end)
        yield Match(span, values={"count": f"{count:g}", "limit": f"{limit:g}"})

    def _few(self, unit: Unit) -> bool:
        """Whether there are too few anchors for too many occurrences, each of which holds at least one."""
        return self.per_words == 0 and 0 < len(unit.hits) <= (self.at_most or 0)

    def _beyond(self, count: float, allowed: float) -> bool:
        if self.at_most is not None:
            return count > self.at_most * allowed
        return self.at_least is not None and count < self.at_least * allowed

    def _places(self, unit: Unit) -> list[Span]:
        return [match.span for match in self.counted.find(unit)] if self.pattern else []

    def _count(self, unit: Unit, words: int) -> int:
        if self.count == "words":
            return words
        if self.count == "sentences":
            return len(unit.document.sentences_in(unit.start, unit.end))
        return unit.end - unit.start
