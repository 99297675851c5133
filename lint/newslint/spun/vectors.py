"""How well a word suits its surroundings, by learnt vectors, where counts of two or three words are too sparse.

A continuous bag of words with a weight for each place (Mnih & Kavukcuoglu 2013; Mikolov et al. 2018): the vectors of the
words around, each weighted by its distance, and of the content words farther away, add up to the vector of the place;
its product with a word's own vector is that word's log-odds of occurring there rather than some other word.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from newslint.spun.ngrams import F32
from newslint.spun.tokens import I64, U8, Bool
from newslint.spun.vocabulary import Ids

I8: TypeAlias = npt.NDArray[np.int8]

NEAR = 5  # tokens on either side that have a weight by place
FAR = 50  # tokens on either side whose content words count together
_HIGHEST = 7  # level in four bits
_STRETCH = 1 << 14  # tokens looked at together: more than an article has, and no more memory for a text of a megabyte


class Rounded(Struct, frozen=True):
    """Rows of numbers in a few bits: `levels` (rows × an even number of columns, -7 to 7), each row times its scale."""

    levels: I8
    scales: F32


class Vectors(Struct, frozen=True):
    """The vectors of a model.

    `around`: of the most frequent words, by id, as neighbours. `own` and `bias`: of the content words frequent
    enough to be judged; `places` is the row of each id in them (the last row: a word that has none).
    `weights`: by place, `2 * NEAR + 1` rows; the middle one is of the content words farther off.
    """

    around: Rounded
    own: Rounded
    bias: F32
    places: Ids
    weights: F32

    def surroundings(self, ids: Ids, at: I64, content: Bool) -> F32:
        """The vectors of the places `at`, in order, one row each; `ids` are padded by more than `FAR` at either end."""
        rows = np.empty((len(at), self.weights.shape[1]), dtype=np.float32)
        edges = np.searchsorted(at, np.arange(0, len(ids) + _STRETCH, _STRETCH))
        for number, (first, stop) in enumerate(pairwise(edges)):
            if first < stop:
                start = max(number * _STRETCH - FAR - 1, 0)
                stretch = ids[start : (number + 1) * _STRETCH + FAR + 1]
                rows[first:stop] = self._surroundings(stretch, at[first:stop] - start, content)
        return rows

    def _surroundings(self, ids: Ids, at: I64, content: Bool) -> F32:
        known = np.minimum(ids, len(self.around.levels) - 1)  # the last row is for all rarer words
        vectors = self.around.levels.take(known, axis=0) * self.around.scales[known][:, None]
        near: F32 = self.weights[NEAR] * _far(vectors, at, content[ids])
        for offset in range(-NEAR, NEAR + 1):
            if offset:
                near += self.weights[NEAR + offset] * vectors.take(at + offset, axis=0)
        return near

    def suits(self, surroundings: F32, words: Ids) -> F32:
        """Log-odds of each word in its place, one row of `surroundings` a word."""
        rows = self.places[words]
        products = np.einsum("nd,nd->n", surroundings, self.own.levels.take(rows, axis=0).astype(np.float32))
        found: F32 = products * self.own.scales[rows] + self.bias[rows]
        return found


def round_off(rows: F32) -> Rounded:
    """Rows in a few bits, each on the scale that loses least."""
    highest = np.abs(rows).max(axis=1, initial=0) / _HIGHEST + np.float32(1e-6)
    tried = [_on_scale(rows, highest * share) for share in (1.0, 0.85, 0.7, 0.6, 0.5)]
    lost = np.stack([((levels * scales[:, None] - rows) ** 2).sum(axis=1) for levels, scales in tried])
    best, everywhere = lost.argmin(axis=0), np.arange(len(rows))
    levels = np.stack([levels for levels, _ in tried])[best, everywhere]
    return Rounded(levels.astype(np.int8), np.stack([scales for _, scales in tried])[best, everywhere])


def halves(levels: I8) -> U8:
    """Two levels a byte: the first half of the columns in the lower bits, the second in the upper."""
    codes = (levels + _HIGHEST).astype(np.uint8)
    middle = codes.shape[1] // 2
    packed: U8 = codes[:, :middle] | (codes[:, middle:] << np.uint8(4))
    return packed


def wholes(codes: U8) -> I8:
    """The levels that `halves` stored."""
    middle = codes.shape[1]
    levels = np.empty((len(codes), 2 * middle), dtype=np.uint8)
    np.bitwise_and(codes, 15, out=levels[:, :middle])
    np.right_shift(codes, 4, out=levels[:, middle:])
    levels -= np.uint8(_HIGHEST)  # below 0 it wraps, as int8 does
    return levels.view(np.int8)


def _on_scale(rows: F32, scales: F32) -> tuple[F32, F32]:
    """Levels of the rows on a scale of their own, and that scale as it will be stored."""
    stored = scales.astype(np.float16).astype(np.float32)
    return np.clip(np.round(rows / stored[:, None]), -_HIGHEST, _HIGHEST), stored


def _far(vectors: F32, at: I64, content: Bool) -> F32:
    """The sum of the content words up to `FAR` tokens away but not near, over the root of their number."""
    places = np.flatnonzero(content)
    sums = np.zeros((vectors.shape[1], len(places) + 1), dtype=np.float32)
    np.cumsum(vectors.take(places, axis=0).T, axis=1, out=sums[:, 1:])  # along rows: numpy is several times faster so
    number = np.cumsum(content)  # of content words up to each token
    last, after, before, first = (number[at + offset] for offset in (FAR, NEAR, -NEAR - 1, -FAR - 1))
    many = np.maximum(last - after + before - first, 1).astype(np.float32)
    found: F32 = ((sums[:, last] - sums[:, after] + sums[:, before] - sums[:, first]) / np.sqrt(many)).T
    return found
