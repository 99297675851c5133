"""Anchors: literals without which a regular expression cannot match, derived from its parse tree.

The method is that of Cox, "Regular Expression Matching with a Trigram Index" (2012), on whole literals.
"""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, Final

from newslint.article.text import fold_word
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COMMON = lazy(r"[\w\s,.'-]?\Z")  # a single letter, space or common mark occurs in every sentence and saves nothing
_MAX_CHOICES: Final = 4000  # most phrases in one alternation
_ENOUGH: Final = 6  # a literal of so many letters is rare enough: more words beat longer ones from there on
_PRODUCT: Final = 64  # beyond it, joining one alternation to the next only multiplies them
# What `regex` knows and `re` does not, replaced by what requires no more of the text.
_DIALECT: Final = (
    (lazy(r"\\[pP]\{[^}]*\}"), "[^a]"),
    (lazy(r"(?<!\\)([*+?}])\+"), r"\1"),
    (lazy(r"\(\?<(?![=!])"), "(?P<"),
    (lazy(r"\\[hHXKmM]"), "."),
)

Choices = frozenset[str]


def required(pattern: str) -> tuple[str, ...] | None:
    """Folded literals of which every match contains at least one; None if there are none, or the dialect is unknown."""
    for dialect, plain in _DIALECT:
        pattern = dialect.sub(plain, pattern)
    try:
        tree = parser.parse(pattern)
    except (re.error, RecursionError, OverflowError):
        return None
    choices = _sequence(tree)
    if not choices or any(_COMMON.match(choice) for choice in choices):
        return None
    return tuple(sorted(_essential(fold_word(choice) for choice in choices)))


def _essential(choices: Iterable[str]) -> set[str]:
    """The choices that do not contain another one."""
    kept: set[str] = set()
    for choice in sorted(set(choices), key=len):
        if kept.isdisjoint(_parts(choice)):  # there may be thousands of choices, but they are short
            kept.add(choice)
    return kept


def _parts(word: str) -> Iterator[str]:
    length = len(word)
    return (word[start:end] for start in range(length) for end in range(start + 1, length + 1))


def _sequence(items: Any) -> Choices | None:
    """The best choices of a run of items: literals in a row are joined, the rarest wins: long enough, then few."""
    best: Choices | None = None
    run: Choices = frozenset({""})
    for name, value in items:
        exact = _exact(name, value)
        if exact is not None and (len(run) * len(exact) <= _PRODUCT or run == {""}):
            run = frozenset(a + b for a in run for b in exact)
            continue
        best = _better(best, run)
        run = exact if exact is not None else frozenset({""})
        best = _better(best, _within(name, value)) if exact is None else best
    return _better(best, run)


def _better(one: Choices | None, other: Choices | None) -> Choices | None:
    def worth(choices: Choices | None) -> tuple[int, int]:
        return (min(_ENOUGH, *map(len, choices)), -len(choices)) if choices else (0, 0)

    return one if worth(one) >= worth(other) else other


def _exact(name: Any, value: Any) -> Choices | None:
    """All the strings that an item can be, if they are few and known."""
    if name is op.LITERAL:
        return frozenset({chr(value)})
    if name is op.AT or name in (op.ASSERT, op.ASSERT_NOT):
        return frozenset({""})
    if name is op.IN and all(kind is op.LITERAL for kind, _ in value):
        return frozenset(chr(code) for _, code in value)
    if name is op.SUBPATTERN:
        return _exact_run(value[3])
    if name is op.BRANCH:
        branches = [_exact_run(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(b is not None for b in branches) else None  # type: ignore[arg-type]
    if name in (op.MAX_REPEAT, op.MIN_REPEAT) and value[1] == 1:
        inner = _exact_run(value[2])
        return inner if inner is None or value[0] else inner | {""}
    return None


def _exact_run(items: Any) -> Choices | None:
    run: Choices = frozenset({""})
    for name, value in items:
        exact = _exact(name, value)
        if exact is None or len(run) * len(exact) > _MAX_CHOICES:
            return None
        run = frozenset(a + b for a in run for b in exact)
    return run


def _within(name: Any, value: Any) -> Choices | None:
    """Choices that an item of unknown extent must hold."""
    if name is op.SUBPATTERN:
        return _sequence(value[3])
    if name is op.BRANCH:
        branches = [_sequence(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else None  # type: ignore[arg-type]
    if name in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] >= 1:
        return _sequence(value[2])
    return None
