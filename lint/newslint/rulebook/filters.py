"""Filters: phrases and /regexes/ of `except`, `when` and `unless`, looked for only near a match."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from newslint.article.text import fold_word
from newslint.errors import CheckError, RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.text import View

TIMEOUT_S: Final = 1.0  # for one place; what needs longer is reported, not waited for


class Phrases:
    """A set of phrases (at word edges) and regexes between slashes, both on folded text, as one pattern.

    A regex that starts with `(?-i)` sees the text with its capitals kept.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def __bool__(self) -> bool:
        return bool(self._words)

    @cached_property
    def folded(self) -> Any:
        """The pattern for folded text, or None."""
        return _compiled([_alternative(word) for word in self._words if not is_exact(word)])

    @cached_property
    def exact(self) -> Any:
        """The pattern for text with its capitals, or None."""
        return _compiled([word[1:-1].replace("(?-i)", "", 1) for word in self._words if is_exact(word)])

    def spans(self, folded: View, exact: View, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Half-open places, in the view, of anything of the set within [start, end) of the view."""
        for pattern, view in ((self.folded, folded), (self.exact, exact)):
            if pattern is not None:
                first, stop = view.locate(start), view.locate(end)
                for begin, close in _hits(pattern, view.text[first:stop]):
                    span = view.span(first + begin, first + close)
                    yield span.start, span.end


def _hits(pattern: Any, text: str) -> Iterator[tuple[int, int]]:
    try:
        for hit in pattern.finditer(text, timeout=TIMEOUT_S):
            yield hit.span()
    except TimeoutError:
        raise CheckError(
            f"one of its filters ran longer than {TIMEOUT_S:g} s; simplify its regular expressions"
        ) from None


def is_exact(word: str) -> bool:
    """Whether a filter is a regex that asks for capitals."""
    return word.startswith("/(?-i)")


def is_regex(word: str) -> bool:
    """Whether a filter is written /between slashes/."""
    return len(word) > 2 and word[0] == "/" == word[-1]


def _alternative(word: str) -> str:
    import regex

    if is_regex(word):
        return f"(?:{word[1:-1]})"
    return rf"(?<!\w){regex.escape(fold_word(word), special_only=True)}(?!\w)"


def _compiled(alternatives: list[str]) -> Any:
    import regex

    if not alternatives:
        return None
    try:
        return regex.compile("|".join(alternatives))
    except regex.error as fault:
        raise RuleError(f"invalid regular expression in a filter: {fault}") from None
