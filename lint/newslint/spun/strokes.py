"""Strokes: the frequent word from which a rare one differs by one stroke of the keyboard, and how well it suits the place."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from newslint.finding import Span
from newslint.paths import data
from newslint.spun.model import shipped
from newslint.spun.ngrams import Family, pair_keys
from newslint.spun.oddity import encoded
from newslint.spun.vocabulary import ID_NAME, ID_RARE, SPECIALS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.spun.ngrams import Ngrams
    from newslint.spun.vocabulary import Ids

_SHORTEST: Final = 5  # letters of the word that is meant
_LONGEST: Final = 25  # letters of the rare word; a longer run is no word
_LEAST: Final = 100  # times that clean news writes the word that is meant
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_VOWELS: Final = "aeiou"
_USUAL_SLIPS: Final = frozenset({"dropped", "doubled", "exchanged"})
_HEAD_START: Final = (
    1.5  # nats: of 16 listed misspellings of which two words may be meant, 15 are read right, and 10 without
)
_CLOSE: Final = 1.5  # nats between two words that a slip may be for, the neighbours and their frequencies considered
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# What the model has of contractions, whose apostrophe begins a token of its own.
_PARTS: Final = frozenset("wouldn couldn shouldn doesn didn hasn hadn wasn weren aren mightn mustn needn".split())


class Slip(Struct, frozen=True):
    """What a word may be meant for, and by which slip: a letter `dropped`, `doubled`, `added`, `exchanged` with the next,
    `replaced` by its neighbour on the keyboard, or a `vowel` replaced by another.

    `inner`: whether neither end of the word is touched.
    """

    meant: str
    kind: str
    inner: bool = True


class Stroke(Struct, frozen=True):
    """A rare word at a span of the prose and the slip that explains it best.

    `left` and `right`: log counts in clean news of what is meant after the word before it, and before the word after it.
    `strange`: how many of the two neighbours are words or names that clean news hardly uses.
    `rivals`: what the word may be meant for as well, as likely as not.
    """

    span: Span
    slip: Slip
    left: float
    right: float
    strange: int
    rivals: tuple[str, ...] = ()


@cache
def lookalikes() -> frozenset[str]:
    """Real but rare words that are one stroke away from a frequent one."""
    lines = data("lookalikes.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def frequent() -> dict[str, int]:
    """The frequent words in lower case → their ids."""
    tables = shipped().tables
    counts = tables.ngrams.log_words[SPECIALS:]
    last = int(np.searchsorted(-counts, -np.log(_LEAST)))
    words = enumerate(tables.vocabulary.words[:last], SPECIALS)
    return {word: n for n, word in words if len(word) >= _SHORTEST and word.islower() and word not in _PARTS}


@cache
def targets() -> frozenset[str]:
    """The words that a rare one may be meant for."""
    return frozenset(frequent())


@cache
def _beside() -> dict[str, str]:
    """Letter → those beside it on the keyboard."""
    found = {}
    for number, row in enumerate(_ROWS):
        for place, letter in enumerate(row):
            rows = _ROWS[max(number - 1, 0) : number + 2]
            found[letter] = "".join(near[max(place - 1, 0) : place + 2] for near in rows).replace(letter, "")
    return found


def slips(word: str, words: frozenset[str]) -> Iterator[Slip]:
    """Those of `words` that a word in lower case may be meant for; no first letter and no final s or y is one too many.

    Whoever says that a meeting was "businessy" has made a word.
    """
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        inner = 0 < place < len(word) - 1
        yield from _found(words, [head + letter + tail for letter in _LETTERS], "dropped", 0 < place < len(word))
        if not tail:
            continue
        if place and tail not in ("s", "y"):
            yield from _found(words, [head + tail[1:]], "doubled" if head[-1] == tail[0] else "added", inner)
        if inner:
            yield from _found(words, [head + tail[1] + tail[0] + tail[2:]], "exchanged", inner)
        if place:
            vowels = _VOWELS if tail[0] in _VOWELS else ""
            yield from _found(words, [head + letter + tail[1:] for letter in vowels], "vowel", inner)
            beside = _beside().get(tail[0], "")
            yield from _found(words, [head + letter + tail[1:] for letter in beside], "replaced", inner)


def _found(words: frozenset[str], forms: list[str], kind: str, inner: bool) -> Iterator[Slip]:
    return (Slip(form, kind, inner) for form in sorted(words.intersection(forms)))


def strokes(document: Document) -> tuple[Stroke, ...]:
    """The rare words of an article that may be slips for frequent ones, in order; use `document.derived`."""
    known, text = document.derived(encoded), document.prose.text
    tokens, beside = known.tokens, np.pad(known.ids, 1)
    found, said = [], document.folded().text
    for place in np.flatnonzero(known.ids == ID_RARE).tolist():
        span = Span(int(tokens.starts[place]), int(tokens.ends[place]))
        word = text[span.start : span.end]
        plain = _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.islower()
        if plain and (options := _options(word)):
            around, ngrams = beside[place : place + 3], shipped().tables.ngrams
            found.append(_written(_best(span, options, around, ngrams), options, said, around, ngrams))
    return tuple(found)


@lru_cache(maxsize=4096)
def _options(word: str) -> tuple[Slip, ...]:
    """What a word may be meant for, if it is no real one."""
    if word in lookalikes():
        return ()
    return tuple({slip.meant: slip for slip in slips(word, targets())}.values())


def _written(best: Stroke, options: tuple[Slip, ...], said: str, around: Ids, ngrams: Ngrams) -> Stroke:
    """The stroke with a word that the article writes elsewhere, if it writes one of the others and not the best."""
    if len(options) == 1 or _writes(said, best.slip.meant):
        return best
    own = tuple(slip for slip in options if _writes(said, slip.meant))
    if not own:
        return best
    return replace(best, slip=_best(best.span, own, around, ngrams).slip, rivals=())


def _writes(said: str, word: str) -> bool:
    return word in said and re.search(rf"(?<!\w){word}(?!\w)", said) is not None


def _best(span: Span, options: tuple[Slip, ...], around: Ids, ngrams: Ngrams) -> Stroke:
    """The slip that is usual and whose word is frequent beside the two neighbours, and by itself."""
    numbers = np.array([frequent()[slip.meant] for slip in options], dtype=np.uint16)
    before, after = (np.full_like(numbers, around[side]) for side in (0, 2))
    left, right = ngrams.log_counts(pair_keys(Family.PAIR, before, numbers), pair_keys(Family.PAIR, numbers, after))
    usual_slips = np.array([slip.kind in _USUAL_SLIPS for slip in options])
    likely = left + right + ngrams.log_words[numbers] / 2 + _HEAD_START * usual_slips
    n = int(likely.argmax())
    rivals = tuple(
        options[other].meant for other in np.argsort(-likely) if other != n and likely[n] - likely[other] < _CLOSE
    )
    usual = [int(around[side]) >= SPECIALS for side in (0, 2)]
    strange = sum(int(around[side]) in (ID_NAME, ID_RARE) for side in (0, 2))
    return Stroke(span, options[n], float(left[n]) * usual[0], float(right[n]) * usual[1], strange, rivals)
