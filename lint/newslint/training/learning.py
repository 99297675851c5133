"""Learn the vectors of a model from an encoded corpus."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from newslint.spun.lexicon import Lexicon
from newslint.spun.tokens import I64, Bool
from newslint.spun.vectors import FAR, NEAR, Vectors, round_off
from newslint.spun.vocabulary import Ids
from newslint.training.sweep import I32, Lesson, Net, sweep
from newslint.training.tables import Shape

EPOCHS = 12
PARTS = 16  # of an epoch; progress is shown and the rate falls between them
_RATE = 0.05
_LOWEST = 1e-4
_OFTEN = 2e-4  # share of the corpus above which a word is used less often
_NOISE = 1 << 22


def steps() -> range:
    """What `learn` goes through."""
    return range(EPOCHS * PARTS)


def learn(ids: Ids, content: Bool, lexicon: Lexicon, shape: Shape, turns: Iterable[int]) -> Vectors:
    """Vectors of a corpus given as ids; `turns` are `steps()`, shown as progress or not.

    The same corpus on the same kind of processor gives the same vectors: one thread, one order.
    """
    counts = np.bincount(ids, minlength=len(content))
    judged = np.flatnonzero(content & (counts >= shape.least))
    places = np.full(len(content), len(judged), dtype=np.int32)
    places[judged] = np.arange(len(judged))
    lesson = _lesson(ids, content, places, counts[judged], shape, _given(lexicon, judged, places))
    net = _start(min(shape.around, len(content)), len(judged), shape.size)
    length = len(ids) - 2 * FAR
    for turn in turns:
        part = turn % PARTS
        begin, end = (FAR + length * edge // PARTS for edge in (part, part + 1))
        rate = np.float32(_RATE * (1 - turn / (EPOCHS * PARTS)) + _LOWEST)
        sweep(lesson, net, begin, end, rate, turn + 1)
    own, bias = np.vstack((net.own, np.zeros(shape.size, np.float32))), np.append(net.bias, net.bias.min(initial=0))
    bias = bias.astype(np.float16).astype(np.float32)  # as it will be stored
    return Vectors(round_off(net.around), round_off(own), bias, places.astype(np.uint16), net.weights)


def _lesson(ids: Ids, content: Bool, places: I32, counts: I64, shape: Shape, given: tuple[I64, I32]) -> Lesson:
    """The training data; `counts` and `given` are for the judged words, row by row."""
    often = np.sqrt(_OFTEN / (counts / len(ids)))
    chances = np.cumsum(counts**0.75)
    drawn = np.random.default_rng(0).random(_NOISE) * chances[-1]
    return Lesson(
        shown=np.minimum(ids.astype(np.int32), min(shape.around, len(content)) - 1),
        judged=np.where(places == len(counts), -1, places)[ids],
        content=content[ids],
        keep=np.minimum(often + often**2, 1).astype(np.float32),
        noise=np.searchsorted(chances, drawn, side="right").astype(np.int32),
        offsets=given[0],
        given=given[1],
    )


def _given(lexicon: Lexicon, judged: I64, places: I32) -> tuple[I64, I32]:
    """Rows of the judged words that the thesauri give for each judged word, and where each word's rows begin."""
    owners, forms = lexicon.expand(judged.astype(np.uint16))
    rows = places[forms]
    known = rows < len(judged)
    numbers = np.bincount(owners[known], minlength=len(judged))
    return np.concatenate(([0], np.cumsum(numbers))), rows[known]


def _start(around: int, judged: int, size: int) -> Net:
    random = np.random.default_rng(0)
    return Net(
        around=((random.random((around, size)) - 0.5) * (4 / size)).astype(np.float32),
        own=np.zeros((judged, size), dtype=np.float32),
        bias=np.full(judged, -1, dtype=np.float32),
        weights=np.full((2 * NEAR + 1, size), 0.3, dtype=np.float32),
    )
