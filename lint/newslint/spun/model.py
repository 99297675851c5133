"""The spun-text model as shipped: arrays in a folder, opened for the first article that needs it.

`newslint train` writes the folder; nothing in it is code.  Counts are memory-mapped.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from newslint.spun.evidence import Regression, statistics
from newslint.spun.examine import Encoded, Examined, encode, examine
from newslint.spun.features import Spans
from newslint.spun.lexicon import Lexicon
from newslint.spun.ngrams import F32, LOG_STEP, Ngrams
from newslint.spun.packed import PackedTable
from newslint.spun.tables import Tables
from newslint.spun.tokens import Bool
from newslint.spun.trees import Trees
from newslint.spun.vectors import Rounded, Vectors, halves, wholes
from newslint.spun.vocabulary import Lines, Vocabulary

_TREES = ("lone", "both")


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The numbers of a model.

    `word_thresholds`: false flags per 1,000 clean words → log-odds.  `text_thresholds`: share of clean texts
    wrongly flagged → log-odds.  `regression`: the weights of a text's statistics, the bias last.
    """

    seed: int
    segment_bits: int
    log_total: float
    regression: list[float]
    word_thresholds: dict[str, float]
    text_thresholds: dict[str, float]


class Reading(Struct, frozen=True):
    """What the model says about one text: the examined words, their log-odds of being a swap by the better
    scorer, and how far the text is over (or under) each threshold for whole texts, by share.
    """

    examined: Examined
    log_odds: F32
    margins: Mapping[str, float]


class Scorers(Struct, frozen=True):
    """Trees for words: by the word alone (`lone`), and with its best alternative (`both`)."""

    lone: Trees
    both: Trees

    def words(self, examined: Examined) -> F32:
        """Log-odds of the examined words by either: two rows."""
        return np.stack((self.lone.log_odds(examined.lone), self.both.log_odds(examined.both)))

    def statistics(self, examined: Examined, scores: F32, counted: Bool) -> F32:
        """The regression's input for a text, in which the examined words that are `counted` are evidence."""
        words = examined.context.words - int((~counted).sum())
        return np.concatenate([statistics(found, words) for found in examined.by_word(scores, counted)])


class SpunModel:
    """Tables, scorers and a regression, with their thresholds."""

    def __init__(self, tables: Tables, scorers: Scorers, meta: Meta) -> None:
        self.tables, self.scorers, self.meta = tables, scorers, meta
        *weights, bias = meta.regression
        self._regression = Regression(np.array(weights), bias)

    def read(self, text: str, quoted: Spans = (), house: Set[str] = frozenset()) -> Reading:
        """Score a text.  `quoted`: its quotations; the scorers have learnt how much less an odd word proves there.
        Words of the `house` are scored, but are no evidence about the text as a whole.
        """
        return self.judge(encode(text, self.tables), quoted, house)

    def judge(self, encoded: Encoded, quoted: Spans, house: Set[str]) -> Reading:
        """Score a text whose words have been looked up, as `read` does."""
        examined, text = examine(encoded, self.tables, quoted), encoded.text
        scores = self.scorers.words(examined)
        places = zip(examined.starts.tolist(), examined.ends.tolist(), strict=True)
        counted = np.array([text[start:end] not in house for start, end in places], dtype=np.bool_)
        total = self._regression.log_odds(self.scorers.statistics(examined, scores, counted))
        margins = {share: total - border for share, border in self.meta.text_thresholds.items()}
        return Reading(examined, scores[1], margins)

    def word(self, number: int) -> str:
        """The word of an id; empty for 0."""
        return self.tables.vocabulary.word(number) if number else ""


@cache
def shipped() -> SpunModel:
    """The model that comes with newslint."""
    return load(Path(__file__).parent.parent / "data" / "spun")


def save(model: SpunModel, folder: Path) -> None:
    """Write a model; the same model gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = model.tables.vocabulary
    (folder / "words.txt").write_text("\n".join(vocabulary.words), encoding="utf-8", newline="\n")
    arrays = _counted(model.tables) | _learnt(model.tables.vectors)
    for name in _TREES:
        trees: Trees = getattr(model.scorers, name)
        arrays |= {
            f"{name}-columns": trees.columns,
            f"{name}-borders": trees.borders,
            f"{name}-leaves": trees.leaves.astype(np.float16),
        }
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
    (folder / "model.json").write_bytes(msgspec.json.format(msgspec.json.encode(model.meta, order="deterministic")))


def _counted(tables: Tables) -> dict[str, np.ndarray[Any, Any]]:
    ngrams, lexicon, vocabulary = tables.ngrams, tables.lexicon, tables.vocabulary
    logs = np.stack((ngrams.log_words, ngrams.followers, ngrams.leaders))
    return {
        "keys": vocabulary.keys,
        "ids": vocabulary.ids,
        "counts": ngrams.table.slots,
        "words": np.round(logs / LOG_STEP).astype(np.uint8),
        "content": np.packbits(ngrams.content),
        "sizes": np.diff(lexicon.offsets).astype(np.uint8),
        "forms": lexicon.forms,
    }


def _learnt(vectors: Vectors) -> dict[str, np.ndarray[Any, Any]]:
    return {
        "around": halves(vectors.around.levels),
        "around-scales": vectors.around.scales.astype(np.float16),
        "own": halves(vectors.own.levels),
        "own-scales": vectors.own.scales.astype(np.float16),
        "own-words": np.packbits(vectors.places < len(vectors.own.levels) - 1),
        "bias": vectors.bias.astype(np.float16),
        "weights": vectors.weights,
    }


def load_tables(folder: Path, meta: Meta) -> Tables:
    """Read the tables of a model."""
    vocabulary = Vocabulary(Lines((folder / "words.txt").read_bytes()), _array(folder, "keys"), _array(folder, "ids"))
    logs = _array(folder, "words") * LOG_STEP
    content = np.unpackbits(_array(folder, "content"), count=logs.shape[1]).astype(np.bool_)
    slots = np.asarray(np.load(folder / "counts.npy", mmap_mode="r"))  # a plain view: every np.memmap call costs time
    table = PackedTable(slots, meta.seed, meta.segment_bits)
    ngrams = Ngrams(table, logs[0], content, logs[1], logs[2], meta.log_total)
    offsets = np.concatenate(([0], np.cumsum(_array(folder, "sizes"), dtype=np.uint32)))
    lexicon = Lexicon(offsets, _array(folder, "forms"))
    return Tables(vocabulary, ngrams, _load_vectors(folder, len(content)), lexicon)


def _load_vectors(folder: Path, ids: int) -> Vectors:
    around, own = (
        Rounded(wholes(_array(folder, name)), _array(folder, f"{name}-scales").astype(np.float32))
        for name in ("around", "own")
    )
    judged = np.unpackbits(_array(folder, "own-words"), count=ids)
    places = np.where(judged, np.cumsum(judged, dtype=np.int64) - 1, len(own.levels) - 1).astype(np.uint16)
    return Vectors(around, own, _array(folder, "bias").astype(np.float32), places, _array(folder, "weights"))


def load(folder: Path) -> SpunModel:
    """Open a model.  Raises `OSError` or `msgspec.DecodeError` if the folder contains none."""
    meta = msgspec.json.decode((folder / "model.json").read_bytes(), type=Meta)
    return SpunModel(load_tables(folder, meta), Scorers(*(_load_trees(folder, name) for name in _TREES)), meta)


def _load_trees(folder: Path, name: str) -> Trees:
    columns, borders, leaves = (_array(folder, f"{name}-{part}") for part in ("columns", "borders", "leaves"))
    return Trees(columns, borders, leaves.astype(np.float32))


def _array(folder: Path, name: str) -> np.ndarray[Any, Any]:
    array: np.ndarray[Any, Any] = np.load(folder / f"{name}.npy", allow_pickle=False)
    return array
