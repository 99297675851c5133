"""pattern: a regular expression of the `regex` package, run only where its anchors occur and never for long."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

from newslint.article.text import fold_word
from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general.anchors import required
from newslint.checks.general.swap import adapt
from newslint.errors import CheckError, RuleError
from newslint.finding import Match
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.text import View
    from newslint.finding import Span
    from newslint.wordlists import Lists

TIMEOUT_S: Final = 1.0  # per unit; a pattern that takes longer is reported instead
# A literal upper-case letter: it can never occur in folded text.
_UPPER = lazy(r"\\[pP]\{[^}]*\}|\(\?P?<[^>]*>|\(\?P[=>]\w+\)|\\.|([A-Z])")
# What a page shows between two characters of the prose though it is not read: a note's mark after a comma, a picture, a line's end.
_SEAM = lazy(r"(?<=,)(?:\[\^|<sup\b)|<img\b|<br\b|!\[", re.IGNORECASE)


class Pattern(Check, frozen=True, kw_only=True):
    """Every match of `pattern`; its groups fill placeholders, the group `match` narrows what is reported.

    The text is folded (lower case, one apostrophe, one hyphen, single spaces) unless `case: exact` or `typography:
    exact`. With `seamless`, nothing is reported that has something unread inside, such as the mark of a note.
    `suggest` is a template with `\\1` or `\\g<name>`. `anchors` are derived from the pattern, or given.
    `{list}` means an alternation of `rules/lists/list.txt`. Of `as-written` one must occur with its capitals: where a pattern of
    `case: exact` has anchors that are common words in lower case, this spares most of its runs.
    """

    pattern: str
    suggest: str | tuple[str, ...] = ()
    literals: tuple[str, ...] = ()
    as_written: tuple[str, ...] = ()
    case: Literal["fold", "exact"] = "fold"
    typography: Literal["fold", "exact"] = "fold"
    seamless: bool = False

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The pattern with each list as an alternation."""
        return rewritten(options, "pattern", str, lists.pattern)

    def __post_init__(self) -> None:
        if self.case == "fold" and (hit := next((h for h in _UPPER.finditer(self.pattern) if h[1]), None)):
            raise RuleError(
                f"pattern sees lower-case text, so '{hit[1]}' never matches; write it in lower case or set case: exact"
            )

    @cached_property
    def compiled(self) -> Any:
        """The compiled pattern; RuleError gives the place of a mistake in it."""
        import regex

        try:
            return regex.compile(self.pattern, regex.VERSION0)
        except regex.error as fault:
            raise RuleError(f"bad regular expression: {fault}") from None

    def fills(self, case: str) -> frozenset[str]:
        """The names of the pattern's groups."""
        return frozenset(self.compiled.groupindex)

    def prepare(self) -> None:
        """Compiles the pattern."""
        _ = self.compiled

    def anchors(self) -> tuple[str, ...] | None:
        """The literals given, else those that the pattern cannot match without."""
        given = tuple(fold_word(literal) for literal in self.literals or self.as_written)
        return given or required(self.pattern)

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every match in the unit; `^` and `$` are its ends. CheckError after TIMEOUT_S."""
        view, start, end = unit.folded(case=self.case == "fold", typography=self.typography == "fold")
        if self._ruled_out(view.text, start, end):
            return
        narrowed = "match" in self.compiled.groupindex
        for hit in self._hits(unit, view.text[start:end]):
            first, stop = hit.span("match") if narrowed else hit.span()
            if first >= 0:
                span = view.span(start + first, start + stop)
                if self.seamless and _has_seam(unit, span):
                    continue
                seen = unit.view.text[span.start : span.end]
                yield Match(span, self._suggestions(hit, seen), values=_values(hit, unit, view, start))

    def _ruled_out(self, text: str, start: int, end: int) -> bool:
        return bool(self.as_written) and not any(text.find(word, start, end) >= 0 for word in self.as_written)

    def _hits(self, unit: Unit, text: str) -> list[Any]:
        """All of them at once: the clock of `finditer` goes on while somebody looks at a match."""
        try:
            return list(self.compiled.finditer(text, timeout=TIMEOUT_S))
        except TimeoutError:
            place = unit.document.text.place(unit.view.span(unit.start, unit.start).start)
            raise CheckError(
                f"its pattern ran longer than {TIMEOUT_S:g} s at line {place.line}; simplify the pattern"
            ) from None

    def _suggestions(self, hit: Any, seen: str) -> tuple[str, ...]:
        templates = (self.suggest,) if isinstance(self.suggest, str) else self.suggest
        return tuple(adapt(hit.expand(template), seen) for template in templates)


def _has_seam(unit: Unit, span: Span) -> bool:
    """Whether the file has something between the characters of a span of the view that is more than markup."""
    place = unit.view.span(span.start, span.end)
    return place.end - place.start > span.end - span.start and bool(
        _SEAM.search(unit.document.text.content, place.start, place.end)
    )


def _values(hit: Any, unit: Unit, view: View, start: int) -> dict[str, str]:
    """The groups as the article has them, capitals and all."""
    values = {}
    for name in hit.re.groupindex:
        first, stop = hit.span(name)
        if first >= 0:
            span = view.span(start + first, start + stop)
            values[name] = unit.view.text[span.start : span.end]
    return values
