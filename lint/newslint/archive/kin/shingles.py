"""Shingles: what two versions of an article have in common, as sets of numbers.

Two sets of each article, because versions differ in two ways. Runs of words stay in copies and updates. Spinning replaces words one
by one and breaks such runs; what it leaves alone is names and numbers in their order, and what was said.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from newslint.knowledge.names import OPENERS
from newslint.sources.tokens import token_starts, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from newslint.article.document import Document
    from newslint.sources.tokens import Token

    U64 = npt.NDArray[np.uint64]

_WORDS: Final = 3  # words of a run: at one word in ten replaced, .57 of all runs of three remain in common, .49 of four
_SAID: Final = 4  # words of a run within a quotation
_FIXED: Final = 2  # names and numbers that follow each other
_LEAST: Final = 12  # shingles: two texts with fewer may have all in common by chance
_FACTOR: Final = 0x9E3779B97F4A7C15  # odd, so that no bit of a word is lost when its number is multiplied


class Shingles(NamedTuple):
    """The distinct shingles of an article in order: runs of `words`, and `fixed` ones; empty where there are too few."""

    words: U64
    fixed: U64


def shingles(document: Document) -> Shingles:
    """The shingles of a document; use `document.derived(shingles)`."""
    found = document.derived(tokens)
    fixed = [_runs([token.word for token in found if _is_fixed(token, document)], _FIXED)]
    fixed += [_runs([token.word for token in said], _SAID) for said in _quoted(document, found)]
    return Shingles(_distinct([_runs([token.word for token in found], _WORDS)]), _distinct(fixed))


def shared(one: U64, other: U64) -> float:
    """The share of two sets' shingles that both have (Jaccard's index)."""
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / max(len(one) + len(other) - both, 1)


def contained(one: U64, other: U64) -> float:
    """The share of the smaller set's shingles that the other has, too."""
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / max(min(len(one), len(other)), 1)


def _is_fixed(token: Token, document: Document) -> bool:
    """Whether a word is part of a name, or a number."""
    written = document.prose.text[token.start : token.end]
    return token.word[0].isdigit() or (token.capital and len(token.word) > 1 and written not in OPENERS)


def _quoted(document: Document, found: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The words of each outermost quotation."""
    starts = document.derived(token_starts)
    for quotation in document.reading.quotations:
        if quotation.depth == 0 and quotation.mark:
            first, last = np.searchsorted(starts, [quotation.start, quotation.end])
            yield found[first:last]


def _runs(words: Sequence[str], length: int) -> U64:
    """A number for each run of so many words."""
    numbers = np.fromiter(map(_number, words), np.uint64, len(words))
    count = len(numbers) - length + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    mixed = np.zeros(count, np.uint64)
    for place in range(length):
        mixed = mixed * np.uint64(_FACTOR) + numbers[place : place + count]
    return mixed ^ (mixed >> np.uint64(31))


def _distinct(parts: list[U64]) -> U64:
    whole = np.unique(np.concatenate(parts))
    return whole if len(whole) >= _LEAST else whole[:0]


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    """A word as a number that is the same on every machine."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
