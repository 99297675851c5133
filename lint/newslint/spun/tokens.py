"""Split text into n-gram tokens with numpy: the same for training and for linting.

A token is a run of letters (an apostrophe inside a word begins a new one: `do` `n't` is `don` `'t`), a
number, a hyphen, a comma, another pause or the end of a sentence.  Quotation marks are transparent: quoted
words keep their neighbours.  Offsets are code points, half-open.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct

U32: TypeAlias = npt.NDArray[np.uint32]
U64: TypeAlias = npt.NDArray[np.uint64]
I64: TypeAlias = npt.NDArray[np.int64]
Bool: TypeAlias = npt.NDArray[np.bool_]
U8: TypeAlias = npt.NDArray[np.uint8]

# Classes of code points. Everything from `COMMA` on is a token by itself.
SPACE, LOWER, UPPER, DIGIT, APOSTROPHE, COMMA, PAUSE, HYPHEN, END = range(9)

STEM = 5
_TABLE_SIZE = 0x3000
_MAX_WORD = 40
_PAUSES = ";:()[]–—…/&%$£€*+=<>|#@_~^\\{}"
_QUOTES = '"“”„«»`´'


class Tokens(Struct, frozen=True, dict=True):
    """Tokens of one text: `starts`, `ends`, `kinds` (class of the first character), `hashes` (of the word in
    lower case; 0 where the token is no word); `codes` are the text's code points in lower case.
    """

    starts: I64
    ends: I64
    kinds: U8
    hashes: U64
    codes: U64

    @cached_property
    def stems(self) -> U64:
        """Hashes of the tokens' first letters, which only those need who judge words."""
        return _hash(self.codes, self.starts, np.minimum(self.ends, self.starts + STEM), _tables()[2])


def tokenize(text: str) -> Tokens:
    """Split a text into tokens."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    classes, _, salts = _tables()
    kinds = _join_numbers(_join_words(classes[np.minimum(codes, _TABLE_SIZE - 1)]))
    starts = np.flatnonzero(_starts(kinds))
    first = kinds[starts]
    ends = np.flatnonzero(_stops(kinds)) + 1
    folded = _fold(codes)
    word = (first == LOWER) | (first == UPPER) | (first == APOSTROPHE)
    whole = _hash(folded, starts, ends, salts)
    return Tokens(starts, ends, first, np.where(word, whole, np.uint64(0)), folded)


def hash_words(words: list[str]) -> tuple[U64, Bool]:
    """Hashes of single words in lower case, as `tokenize` computes them, and whether each has a capital."""
    classes, _, salts = _tables()
    codes, starts, ends = _spread(words)
    return _hash(_fold(codes), starts, ends, salts), classes[np.minimum(codes[starts], _TABLE_SIZE - 1)] == UPPER


def stems(words: list[str]) -> U64:
    """Hashes of the first letters of single words, as `tokenize` computes them."""
    codes, starts, ends = _spread(words)
    return _hash(_fold(codes), starts, np.minimum(ends, starts + STEM), _tables()[2])


def _spread(words: list[str]) -> tuple[U32, I64, I64]:
    """Code points of some words in a row, and where each begins and ends."""
    codes = np.frombuffer("\n".join((*words, "")).encode("utf-32-le"), dtype="<u4")
    ends = np.flatnonzero(codes == ord("\n"))
    return codes, np.concatenate((np.zeros(1, dtype=np.int64), ends[:-1] + 1))[: len(ends)], ends


def _fold(codes: U32) -> U64:
    """Code points in lower case."""
    clipped = np.minimum(codes, _TABLE_SIZE - 1)
    return np.where(clipped == codes, _tables()[1][clipped], codes).astype(np.uint64)


def _hash(codes: U64, starts: I64, ends: I64, salts: U64) -> U64:
    """Multilinear hash of each `codes[start:end]`; never 0."""
    if not len(starts):
        return np.zeros(0, dtype=np.uint64)
    lengths = ends - starts
    inside = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths) + np.arange(lengths.sum())
    place = np.minimum(inside - np.repeat(starts, lengths), _MAX_WORD - 1)
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(codes[inside] * salts[place])))
    stops = np.cumsum(lengths)
    hashes: U64 = (sums[stops] - sums[stops - lengths]) | np.uint64(1)
    return hashes


def _join_words(kinds: U8) -> U8:
    """Erase every apostrophe that is not between two letters."""
    letter = (kinds == LOWER) | (kinds == UPPER)
    inner = np.zeros(len(kinds), dtype=np.bool_)
    inner[1:-1] = letter[:-2] & letter[2:]
    return np.where((kinds == APOSTROPHE) & ~inner, np.uint8(SPACE), kinds)


def _join_numbers(kinds: U8) -> U8:
    """Make a full stop or comma between two digits part of the number."""
    digit = kinds == DIGIT
    inner = np.zeros(len(kinds), dtype=np.bool_)
    inner[1:-1] = digit[:-2] & digit[2:]
    return np.where(((kinds == END) | (kinds == COMMA)) & inner, np.uint8(DIGIT), kinds)


def _group(kinds: U8) -> U8:
    """Letters together, digits together."""
    return np.where(kinds == UPPER, np.uint8(LOWER), kinds)


def _starts(kinds: U8) -> Bool:
    group = _group(kinds)
    before = np.concatenate((np.zeros(1, dtype=np.uint8), group[:-1]))
    goes_on = (group == before) & (group <= DIGIT) | (group == LOWER) & (before == APOSTROPHE)
    found: Bool = (kinds != SPACE) & ~goes_on
    return found


def _stops(kinds: U8) -> Bool:
    group = _group(kinds)
    after = np.concatenate((group[1:], np.zeros(1, dtype=np.uint8)))
    goes_on = (group == after) & (group <= DIGIT) | (group == APOSTROPHE) & (after == LOWER)
    found: Bool = (kinds != SPACE) & ~goes_on
    return found


@cache
def _tables() -> tuple[U8, U32, U64]:
    """Class and lower case by code point; the hash's multiplier by place in the word (splitmix64)."""
    characters = [chr(code) for code in range(_TABLE_SIZE)]
    classes = np.array([_class(character) for character in characters], dtype=np.uint8)
    lower = np.array([ord(c.lower()) if len(c.lower()) == 1 else ord(c) for c in characters], dtype=np.uint32)
    return classes, lower, mix(np.arange(1, _MAX_WORD + 1, dtype=np.uint64)) | np.uint64(1)


def _class(character: str) -> int:
    if character.isalpha():
        return UPPER if character.isupper() else LOWER
    if character.isdigit():
        return DIGIT
    if character in "'’ʼ":
        return APOSTROPHE
    if character == ",":
        return COMMA
    if character in "-‐‑":
        return HYPHEN
    if character in ".!?\n\r":
        return END
    return PAUSE if character in _PAUSES else SPACE


def mix(keys: U64) -> U64:
    """Scramble 64-bit keys (splitmix64's finaliser, Steele, Lea & Flood 2014)."""
    keys = keys + np.uint64(0x9E3779B97F4A7C15)
    keys = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    keys = (keys ^ (keys >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return keys ^ (keys >> np.uint64(31))
