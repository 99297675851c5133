"""One pass of stochastic gradient descent over a corpus, compiled: how the vectors learn.

The model learns to tell each content word of the corpus from words that do not occur there: some drawn at random
(negative sampling, Mikolov et al. 2013) and some that a thesaurus gives for it, because spinning tools insert these.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np
import numpy.typing as npt
from numba import njit

from newslint.spun.ngrams import F32
from newslint.spun.tokens import I64, Bool
from newslint.spun.vectors import FAR, NEAR

I32 = npt.NDArray[np.int32]
Function = TypeVar("Function", bound=Callable[..., Any])

_DRAWN = 4  # random words for each word of the corpus
_GIVEN = 4  # thesaurus words
_CALM = np.float32(0.02)  # how slowly the weights by place learn; a word's bias learns at 0.3 of the rate
_HIGHEST = np.float32(15)


class Lesson(NamedTuple):
    """The training data.

    `shown`: the row in `around` of each token of the corpus; `judged`: its row in `own`, or -1; `content`: whether it is
    a content word; `keep`: how often a frequent word is used, by row of `own`; `noise`: rows of `own` as frequent as
    they are to be drawn; `given[offsets[row]:offsets[row + 1]]`: the rows of what a thesaurus gives for a word.
    """

    shown: I32
    judged: I32
    content: Bool
    keep: F32
    noise: I32
    offsets: I64
    given: I32


class Net(NamedTuple):
    """What is learnt: see `Vectors`."""

    around: F32
    own: F32
    bias: F32
    weights: F32


def _compiled(function: Function) -> Function:
    return cast("Function", njit(function, fastmath=True))


@_compiled
def sweep(lesson: Lesson, net: Net, begin: int, end: int, rate: np.float32, seed: int) -> None:
    """Learn from the tokens from `begin` to `end`, which are at least `FAR` away from the ends of the corpus."""
    size = net.own.shape[1]
    place, slope, far = np.zeros(size, np.float32), np.zeros(size, np.float32), np.zeros(size, np.float32)
    state = np.uint64(seed)
    for at in range(begin, end):
        word = lesson.judged[at]
        if word < 0:
            continue
        state = _next(state)
        if np.float32(state >> np.uint64(40)) * np.float32(2**-24) > lesson.keep[word]:
            continue
        share = _look(lesson, net, at, place, far)
        state = _judge(lesson, net, word, place, slope, rate, state)
        _spread(lesson, net, at, slope, far, share)


@_compiled
def _next(state: np.uint64) -> np.uint64:
    """A linear congruential generator (Knuth's MMIX); its upper bits are used."""
    return state * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)


@_compiled
def _look(lesson: Lesson, net: Net, at: int, place: F32, far: F32) -> np.float32:
    """Fill in the vectors of a place and of its distant words; returns the weight of each distant word."""
    place[:] = 0
    far[:] = 0
    number = 0
    for offset in range(-FAR, FAR + 1):
        row = lesson.shown[at + offset]
        if -NEAR <= offset <= NEAR:
            if offset:
                for k in range(len(place)):
                    place[k] += net.weights[offset + NEAR, k] * net.around[row, k]
        elif lesson.content[at + offset]:
            number += 1
            for k in range(len(place)):
                far[k] += net.around[row, k]
    share = np.float32(1 / np.sqrt(max(number, 1)))
    for k in range(len(place)):
        far[k] *= share
        place[k] += net.weights[NEAR, k] * far[k]
    return share


@_compiled
def _judge(
    lesson: Lesson, net: Net, word: int, place: F32, slope: F32, rate: np.float32, state: np.uint64
) -> np.uint64:
    """Tell the word from others; `slope` becomes the gradient for the place."""
    slope[:] = 0
    first, last = lesson.offsets[word], lesson.offsets[word + 1]
    for turn in range(1 + _DRAWN + _GIVEN):
        other = np.int64(word)
        if turn:
            state = _next(state)
            draw = np.int64(state >> np.uint64(33))
            if turn <= _DRAWN or first == last:
                other = np.int64(lesson.noise[draw % len(lesson.noise)])
            else:
                other = np.int64(lesson.given[first + draw % (last - first)])
            if other == word:
                continue
        total = net.bias[other]
        for k in range(len(place)):
            total += place[k] * net.own[other, k]
        chance = 1 / (1 + np.exp(-min(max(total, -_HIGHEST), _HIGHEST)))
        step = np.float32((0 if turn else 1) - chance) * rate
        net.bias[other] += step * np.float32(0.3)
        for k in range(len(place)):
            slope[k] += step * net.own[other, k]
            net.own[other, k] += step * place[k]
    return state


@_compiled
def _spread(lesson: Lesson, net: Net, at: int, slope: F32, far: F32, share: np.float32) -> None:
    """Pass the slope on to the vectors around and to the weights."""
    for offset in range(-FAR, FAR + 1):
        row = lesson.shown[at + offset]
        if -NEAR <= offset <= NEAR:
            if offset:
                for k in range(len(slope)):
                    before = net.around[row, k]
                    net.around[row, k] += slope[k] * net.weights[offset + NEAR, k]
                    net.weights[offset + NEAR, k] += _CALM * slope[k] * before
        elif lesson.content[at + offset]:
            for k in range(len(slope)):
                net.around[row, k] += slope[k] * net.weights[NEAR, k] * share
    for k in range(len(slope)):
        net.weights[NEAR, k] += _CALM * slope[k] * far[k]
