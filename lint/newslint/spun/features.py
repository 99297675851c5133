"""Numbers that say how well a word fits its context: the input of the trees.

`Context` has the words of one text worth examining: content words in lower case whose context is not
already known from clean news.  `fit_features` considers the word alone; `newslint.spun.swaps` compares it with
what a thesaurus may have replaced.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from msgspec import Struct

from newslint.spun.ngrams import F32, Family, Ngrams, lift, near_keys, pair_keys, triple_keys
from newslint.spun.tokens import I64, LOWER, U64, Bool, Tokens
from newslint.spun.vectors import FAR
from newslint.spun.vocabulary import ID_RARE, SPECIALS, Ids

Spans: TypeAlias = Sequence[tuple[int, int]]

MIN_LETTERS = 3
WINDOW = 8
PAD = FAR + 1  # sentence ends added before and after a text, so that every window lies inside
FIT_COLUMNS = 36
_ATTESTED_TRIPLE = np.float32(np.log(4))
_ATTESTED_PAIR = np.float32(np.log(30))


class Context(Struct, frozen=True):
    """The examined words of one text.

    `ids` are the ids of all tokens with `PAD` ends of sentence before and after; `at` are places in it;
    `tokens` the same as places in the tokens; `quoted`: whether each is in a quotation; `words` is the number of
    content words in the text.
    """

    ids: Ids
    at: I64
    tokens: I64
    quoted: Bool
    words: int

    def word(self, offset: int = 0) -> Ids:
        """Ids of the examined words' neighbours, `offset` tokens away."""
        return self.ids[self.at + offset]


def content_words(tokens: Tokens, ids: Ids, ngrams: Ngrams) -> Bool:
    """Which tokens are content words in lower case."""
    long = (tokens.ends - tokens.starts) >= MIN_LETTERS
    content: Bool = (tokens.kinds == LOWER) & long & (ngrams.content[ids] | (ids == ID_RARE))
    return content


def look(tokens: Tokens, ids: Ids, ngrams: Ngrams, quoted: Spans) -> Context:
    """Choose the words of a text worth examining."""
    padded = np.concatenate((np.zeros(PAD, np.uint16), ids, np.zeros(PAD, np.uint16)))
    places = np.flatnonzero(content_words(tokens, ids, ngrams))
    at = places + PAD
    before, word, after = padded[at - 1], padded[at], padded[at + 1]
    left, right, middle = ngrams.log_counts(
        pair_keys(Family.PAIR, before, word), pair_keys(Family.PAIR, word, after), triple_keys(before, word, after)
    )
    odd = (middle < _ATTESTED_TRIPLE) & (np.minimum(left, right) < _ATTESTED_PAIR)
    return Context(padded, at[odd], places[odd], _inside(tokens.starts[places[odd]], quoted), len(places))


def _inside(places: I64, spans: Spans) -> Bool:
    """Which places lie in one of the spans."""
    edges = np.sort(np.array(spans, dtype=np.int64).reshape(-1, 2), axis=0)
    begun, ended = (np.searchsorted(edges[:, side], places, side="right") for side in (0, 1))
    inside: Bool = begun > ended
    return inside


class Fit(Struct, frozen=True):
    """How words fit their places.

    `counts`: log counts of the word, of its pair with the left and the right neighbour, of its triples (left,
    around, right); `lifts` of the five n-grams over what their parts predict; `outer`: log counts of the pairs on
    either side that the word is not in.  One row each, one column a word.
    """

    counts: F32
    lifts: F32
    outer: F32

    @property
    def total(self) -> F32:
        """Sum of the lifts: log P(context | word) against chance."""
        total: F32 = self.lifts.sum(axis=0)
        return total


def fit_pairs(ids: Ids, at: I64, word: Ids, ngrams: Ngrams) -> tuple[F32, F32]:
    """Log counts and lifts of the pairs alone: one row each for left and right."""
    before, after = ids[at - 1], ids[at + 1]
    counts = ngrams.log_counts(pair_keys(Family.PAIR, before, word), pair_keys(Family.PAIR, word, after))
    return counts, lift(counts, np.stack((ngrams.expected(before, word), ngrams.expected(word, after))))


def fit(ids: Ids, at: I64, word: Ids, pairs: tuple[F32, F32], ngrams: Ngrams) -> Fit:
    """How the given words fit the places `at`, whose pairs are already known."""
    before2, before, after, after2 = ids[at - 2], ids[at - 1], ids[at + 1], ids[at + 2]
    (left, right), pair_lifts = pairs
    own = ngrams.log_words[word]
    found = ngrams.log_counts(
        triple_keys(before2, before, word),
        triple_keys(before, word, after),
        triple_keys(word, after, after2),
        pair_keys(Family.PAIR, before2, before),
        pair_keys(Family.PAIR, after, after2),
    )
    triples, outer = found[:3], found[3:]
    chance = np.stack(
        (
            outer[0] + left - ngrams.log_words[before],
            left + right - own,
            right + outer[1] - ngrams.log_words[after],
        )
    )
    lifts = np.concatenate((pair_lifts, lift(triples, chance)))
    return Fit(np.stack((own, left, right, *triples)), lifts, outer)


def fit_features(context: Context, found: Fit, suits: F32, tokens: Tokens, ngrams: Ngrams) -> F32:
    """Features of the examined words by themselves: one row a word.  `suits`: how well each suits its surroundings."""
    word = context.word()
    before2, before, after, after2 = (context.word(offset) for offset in (-2, -1, 1, 2))
    skip_left, skip_right, around = ngrams.log_counts(
        *(pair_keys(Family.SKIP, *pair) for pair in ((before2, word), (word, after2), (before, after)))
    )
    columns = [
        *found.counts,
        *found.lifts,
        found.total,
        *found.outer,
        skip_left,
        skip_right,
        lift(skip_left, ngrams.expected(before2, word)),
        lift(skip_right, ngrams.expected(word, after2)),
        around,
        ngrams.log_words[before],
        ngrams.log_words[after],
        np.minimum(before, SPECIALS),
        np.minimum(after, SPECIALS),
        ngrams.followers[before],
        ngrams.leaders[after],
        ngrams.followers[word],
        ngrams.leaders[word],
        *near_features(context, word, ngrams),
        *_elsewhere(context, tokens),
        (tokens.ends - tokens.starts)[context.tokens],
        suits,
        context.quoted,
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def near_features(context: Context, word: Ids, ngrams: Ngrams) -> tuple[F32, F32, F32, F32]:
    """Lift of the word beside the content words around it: mean, highest, sum, and how many were there."""
    offsets = np.concatenate((np.arange(-WINDOW, 0), np.arange(1, WINDOW + 1)))
    others = context.ids[context.at[:, None] + offsets]
    rows, places = np.nonzero(ngrams.content[others])
    first, second = word[rows], others[rows, places]
    window = np.float32(np.log(2 * WINDOW))
    lifts = lift(ngrams.log_counts(near_keys(first, second))[0], ngrams.expected(first, second) + window)
    sums = np.bincount(rows, lifts, minlength=len(word)).astype(np.float32)
    numbers = np.bincount(rows, minlength=len(word)).astype(np.float32)
    highest = np.full(len(word), -3, dtype=np.float32)
    np.maximum.at(highest, rows, lifts)
    return (sums / np.maximum(numbers, 1)).astype(np.float32), highest, sums, numbers


def _elsewhere(context: Context, tokens: Tokens) -> tuple[F32, F32]:
    """How often the same word, and a word with the same first letters, occurs in the text (log)."""
    same = np.log(_repeats(tokens.hashes)[context.tokens])
    return same, np.log(_repeats(tokens.stems)[context.tokens])


def _repeats(hashes: U64) -> F32:
    _, inverse, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    return counts[inverse].astype(np.float32)
