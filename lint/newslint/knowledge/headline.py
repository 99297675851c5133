"""Headline: which segment it is, and which of its words carry the meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.article.text import fold_word
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.article.segment import Segment

_WORD: Final = lazy(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ENDING: Final = lazy(r"(?:'s|s'|ings?|ed|es|s|ly|ers?|ors?|ions?|ational|ation|ies|y|e)$")
_LONGEST: Final = 6  # letters of a stem
_EMPTY: Final = frozenset(
    "a about above after again against all also amid among an and any are as at back be because been before being below "
    "between both but by can can't could day days did do does doesn't doing don't down during each even ever every few "
    "first for from further get gets getting give go goes going gone got had has have having he her here hers him his how "
    "i if in into is isn't it it's its itself just know last least less let like look make makes making many may me might "
    "more most much must my near never new news next no nor not now of off on once one only or other our out over own "
    "part per put really report reports said same say says saying see set she should since so some still such take takes "
    "tell than that that's the their them then there these they thing things think this those three through time to too "
    "top two under until up us use very via want was watch way we week weeks well were what what's when where which while "
    "who who's why will with without won't would year years yet you your video live update updates opinion analysis read "
    "here's".split()
)


def headline_of(document: Document) -> Segment | None:
    """The article's headline, if it has one."""
    return next((segment for segment in document.segments if segment.kind == "headline"), None)


def stems(text: str) -> list[str]:
    """The stems of the content words of a text, in order, each once: endings removed, at most six letters."""
    words = (hit[0] for hit in _WORD.finditer(fold_word(text)))
    return list(dict.fromkeys(stem(word) for word in words if word not in _EMPTY and len(word) > 2))


def says_something(word: str) -> bool:
    """Whether a folded word has a meaning of its own: it is neither short nor one of the commonest."""
    return len(word) > 2 and word not in _EMPTY


def stem(word: str) -> str:
    """What is left of a folded word without its ending: `stopped` and `stops` give `stop`, roughly."""
    short = _ENDING.sub("", word) if len(word) > 4 else word.removesuffix("'s")
    if len(short) > 3 and short[-1] == short[-2]:
        short = short[:-1]
    return (short if len(short) > 2 else word)[:_LONGEST]


def begins_a_word(start: str, text: str) -> bool:
    """Whether some word of a folded text begins with `start`; a plain search needs no pattern for each stem."""
    at = text.find(start)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(start, at + 1)
    return at >= 0
