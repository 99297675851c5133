"""Words and their numbers (ids), in the order of their frequency in clean news.

Ids below `SPECIALS` are for anything that is not a known word. A capitalised word differs from the same word in
lower case (`House`, `house`); at the start of a sentence it is the more frequent of the two.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Any, TypeAlias, overload

import numpy as np
import numpy.typing as npt

from newslint.spun.tokens import (
    APOSTROPHE,
    COMMA,
    DIGIT,
    END,
    HYPHEN,
    LOWER,
    PAUSE,
    U64,
    UPPER,
    Tokens,
    hash_words,
)

Ids: TypeAlias = npt.NDArray[np.uint16]

ID_END, ID_COMMA, ID_PAUSE, ID_HYPHEN, ID_NUMBER, ID_NAME, ID_RARE = range(7)
SPECIALS = 8
MAX_IDS = 1 << 16

_CAPITAL = np.uint64(0x5555555555555554)
_BATCH = 1024  # words hashed at a time: intermediate results stay in the processor's cache
_SPECIAL_BY_KIND = np.zeros(END + 1, dtype=np.uint16)
_SPECIAL_BY_KIND[[LOWER, APOSTROPHE, UPPER, DIGIT, COMMA, PAUSE, HYPHEN, END]] = [
    ID_RARE,
    ID_RARE,
    ID_NAME,
    ID_NUMBER,
    ID_COMMA,
    ID_PAUSE,
    ID_HYPHEN,
    ID_END,
]


def word_keys(tokens: Tokens) -> U64:
    """Hash of each token, in which capitals make a difference; 0 if the token is not a word."""
    capital = np.where(tokens.kinds == UPPER, _CAPITAL, np.uint64(0))
    return np.where(tokens.hashes == 0, np.uint64(0), tokens.hashes ^ capital)


def _spelled_keys(words: list[str]) -> U64:
    """`word_keys` of words given as strings."""
    found = [hash_words(words[start : start + _BATCH]) for start in range(0, len(words), _BATCH)]
    keys = [np.where(capital, hashes ^ _CAPITAL, hashes) for hashes, capital in found]
    return np.concatenate(keys) if keys else np.zeros(0, dtype=np.uint64)


def _sorted(keys: U64, ids: npt.NDArray[np.integer[Any]]) -> tuple[U64, Ids]:
    order = np.argsort(keys, kind="stable")
    return keys[order], ids[order].astype(np.uint16)


class Lines(Sequence[str]):
    """The lines of a file in UTF-8: 65,000 words of which a text asks for some hundred are not all decoded."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        breaks = np.flatnonzero(np.frombuffer(content, dtype=np.uint8) == ord("\n"))
        self._edges = np.concatenate(([-1], breaks, [len(content)]))

    def __len__(self) -> int:
        return len(self._edges) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            return self._content[self._edges[start] + 1 : self._edges[stop]].decode().split("\n")[: stop - start : step]
        if not 0 <= place < len(self):
            raise IndexError(place)
        return self._content[self._edges[place] + 1 : self._edges[place + 1]].decode()


class Vocabulary:
    """The words of a model; `words[i]` has the id `i + SPECIALS`.

    `keys` are the sorted `word_keys` of the words and of their other `spellings` (British form → American form), `ids` what they
    stand for. A stored vocabulary has the keys alone.
    """

    def __init__(self, words: Sequence[str], keys: U64, ids: Ids) -> None:
        self.words, self.keys, self.ids = words, keys, ids
        self.spellings: dict[str, str] = {}

    @classmethod
    def of(cls, words: list[str], spellings: Mapping[str, str] | None = None) -> Vocabulary:
        """The vocabulary of some words; spellings get the ids of the words they stand for."""
        plain = cls(words, *_sorted(_spelled_keys(words), np.arange(len(words)) + SPECIALS))
        forms = dict(spellings or {})
        targets = plain.numbers(list(forms.values()))
        known = dict(compress(forms.items(), targets > 0))
        keys = np.concatenate((plain.keys, _spelled_keys(list(known))))
        made = cls(words, *_sorted(keys, np.concatenate((plain.ids, targets[targets > 0]))))
        made.spellings = known
        return made

    def __len__(self) -> int:
        return len(self.words) + SPECIALS

    @cached_property
    def index(self) -> dict[str, int]:
        """Word → id."""
        return {word: number + SPECIALS for number, word in enumerate(self.words)}

    def numbers(self, words: list[str]) -> Ids:
        """Ids of words as written; 0 if a word is unknown."""
        return self.find(_spelled_keys(words))

    def word(self, number: int) -> str:
        """The word of an id."""
        return self.words[number - SPECIALS]

    def find(self, keys: U64) -> Ids:
        """Ids of word keys; 0 where a key is unknown."""
        if not len(self.keys):
            return np.zeros(len(keys), dtype=np.uint16)
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[place] == keys, self.ids[place], np.uint16(0))

    def encode(self, tokens: Tokens) -> Ids:
        """Ids of the tokens of a text."""
        keys = word_keys(tokens)
        found = self.find(keys)
        upper = tokens.kinds == UPPER
        opens = np.concatenate((np.ones(1, dtype=np.bool_), tokens.kinds[:-1] == END))[: len(upper)] & upper
        if opens.any():
            capital, lower = found[opens], self.find(tokens.hashes[opens])
            prefer = (lower > 0) & ((capital == 0) | (lower < capital))
            found[opens] = np.where(prefer, lower, capital)
        return np.where(found > 0, found, _SPECIAL_BY_KIND[tokens.kinds])
