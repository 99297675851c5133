"""Tokens: the words of a text as two texts are compared by them: folded, with their stems, figures for number words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.article.text import fold_case, fold_typography
from newslint.knowledge.headline import says_something, stem
from newslint.knowledge.names import plain
from newslint.knowledge.numbers import ONES
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.document import Document

_WORD: Final = lazy(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_OWNER: Final = lazy(r"'s?$")


class Token(NamedTuple):
    """A word at [start, end) of the prose: folded, its stem ("" if it says little by itself), and whether it has a capital."""

    start: int
    end: int
    word: str
    stem: str
    capital: bool


def tokens(document: Document) -> tuple[Token, ...]:
    """All words of the prose in order; use `document.derived(tokens)`."""
    text = document.prose.text
    folded = fold_case(fold_typography(text))
    return tuple(
        Token(hit.start(), hit.end(), hit[0], stem_of(hit[0]), text[hit.start()].isupper())
        for hit in _WORD.finditer(folded)
    )


def token_starts(document: Document) -> list[int]:
    """The first offsets of all words, for bisection; use with `derived`."""
    return [token.start for token in document.derived(tokens)]


@lru_cache(maxsize=16384)
def stem_of(word: str) -> str:
    """The stem by which a folded word is compared; a number word is its figure."""
    if word[0].isdigit():
        return word.replace(",", "")
    bare = plain(_OWNER.sub("", word))
    if bare in ONES:
        return str(ONES[bare])
    return stem(bare) if says_something(bare) else ""
