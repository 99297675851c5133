"""Ratings: the verdict of a review in its reviewer's words, or as a figure on the reviewer's scale."""

from __future__ import annotations

from typing import Any, Final

_NAMES: Final = ("alternateName", "name", "ratingExplanation")


def rating(value: Any) -> str:
    """The verdict that a `reviewRating` says; empty if it says none."""
    if isinstance(value, list):
        return next(filter(None, map(rating, value)), "")
    if not isinstance(value, dict):
        return text(value)
    return next(filter(None, (text(value.get(name)) for name in _NAMES)), "") or _on_a_scale(value)


def _on_a_scale(value: dict[str, Any]) -> str:
    figure, worst, best = (text(value.get(key)) for key in ("ratingValue", "worstRating", "bestRating"))
    if not figure or _number(figure) < 0:  # some feeds write -1 where there is no rating
        return ""
    return f"{figure} on a scale from {worst} (worst) to {best} (best)" if best and worst else figure


def _number(figure: str) -> float:
    try:
        return float(figure)
    except ValueError:
        return 0.0


def text(value: Any) -> str:
    """What a JSON-LD value says in words: a string, a figure, a value object, or the first of a list that does."""
    if isinstance(value, list):
        return next(filter(None, map(text, value)), "")
    if isinstance(value, dict):
        return next(filter(None, (text(value.get(key)) for key in ("@value", "name"))), "")
    if isinstance(value, bool) or value is None:
        return ""
    return " ".join(str(value).split())
