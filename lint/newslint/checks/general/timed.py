"""Timed: lists of patterns as one, and never for long."""

from __future__ import annotations

from typing import Any, Final

from newslint.errors import CheckError, RuleError

TIMEOUT_S: Final = 1.0


def compiled(patterns: tuple[str, ...]) -> Any:
    """One pattern for several, None for none. RuleError if one of them is no regular expression."""
    import regex

    if not patterns:
        return None
    try:
        return regex.compile("|".join(f"(?:{pattern})" for pattern in patterns), regex.VERSION0)
    except regex.error as fault:
        raise RuleError(f"bad regular expression: {fault}") from None


def fullmatch(pattern: Any, text: str) -> bool:
    """Whether a pattern fits a whole text. CheckError after TIMEOUT_S."""
    try:
        return pattern is not None and pattern.fullmatch(text, timeout=TIMEOUT_S) is not None
    except TimeoutError:
        raise CheckError(f"one of its patterns ran longer than {TIMEOUT_S:g} s; simplify it") from None


def hits(pattern: Any, text: str) -> list[Any]:
    """All matches of a pattern in a text. CheckError after TIMEOUT_S."""
    try:
        return list(pattern.finditer(text, timeout=TIMEOUT_S)) if pattern else []
    except TimeoutError:
        raise CheckError(f"one of its patterns ran longer than {TIMEOUT_S:g} s; simplify it") from None
