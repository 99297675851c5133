"""What spinners and slips choose from: synonyms of each spinner, and words that are easily mistaken for one another.

Everything is made once from its sources and kept as one JSON file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from newslint.spun.model import SpunModel, shipped
from newslint.training.tables import same_spelling
from newslint.training.thesauri import Synonyms, mythes, ppdb, wordnet
from training.forms import siblings, tags
from training.network import word_vectors

NEIGHBOURS = 12  # nearest words of a word, among those of its inflection
_LEAST_COSINE = 0.45
_COMMON = 30  # occurrences in the light model's corpus that make a form a real word
_CONFUSABLE = 0.74  # similarity of near words of six letters and more


@dataclass(frozen=True, slots=True)
class Lexica:
    """Word → what may take its place: `spinners` by name, `near` words, other `forms` of the same lemma."""

    spinners: Mapping[str, Mapping[str, list[str]]]
    near: Mapping[str, list[str]]
    forms: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the thesauri are, and the folder of the pretrained network."""

    wordnet: Path
    mythes: Path
    ppdb: Path
    backbone: Path


def lexica(sources: Sources, kept: Path) -> Lexica:
    """The lexica, from `kept` if they have been made."""
    if not kept.exists():
        kept.write_text(json.dumps(_made(sources)), encoding="utf-8")
    found = json.loads(kept.read_text("utf-8"))
    return Lexica(found["spinners"], found["near"], found["forms"])


def _made(sources: Sources) -> dict[str, object]:
    model = shipped()
    known = {
        "wordnet": wordnet(sources.wordnet),
        "mythes": mythes(sources.mythes),
        "ppdb": ppdb(sources.ppdb, alike=True),
        "ppdb-all": ppdb(sources.ppdb, alike=False),
    }
    spinners: dict[str, Synonyms] = {
        name: same_spelling(model.tables.vocabulary, found) for name, found in known.items()
    }
    lists = {name: {word: sorted(found[word]) for word in found} for name, found in spinners.items()}
    words = _real_words(model)
    return {
        "spinners": lists | {"neighbours": _neighbours(words, sources.backbone)},
        "near": {word: sorted(others) for word, others in _near(words).items()},
        "forms": {word: found for word in words if (found := sorted(siblings(word) & words))},
    }


def _real_words(model: SpunModel) -> frozenset[str]:
    vocabulary, logs = model.tables.vocabulary, np.exp(model.tables.ngrams.log_words)
    words = (word for word in vocabulary.words if word.isalpha() and word.islower())
    return frozenset(word for word in words if logs[vocabulary.index[word]] >= _COMMON)


def _neighbours(words: frozenset[str], backbone: Path) -> dict[str, list[str]]:
    """Each word's nearest by the pretrained network's own vectors, of the same inflection."""
    names, rows = word_vectors(backbone, words)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    found: dict[str, list[tuple[float, str]]] = {}
    for begin in range(0, len(rows), 512):
        cosines = rows[begin : begin + 512] @ rows.T
        for row, (number, other) in _pairs(cosines):
            found.setdefault(names[begin + row], []).append((-number, names[other]))
    return {word: kept for word, others in found.items() if (kept := _alike(word, others))}


def _pairs(cosines: npt.NDArray[np.float32]) -> Iterator[tuple[int, tuple[float, int]]]:
    for row, column in zip(*np.nonzero(cosines >= _LEAST_COSINE), strict=True):
        yield int(row), (float(cosines[row, column]), int(column))


def _alike(word: str, others: list[tuple[float, str]]) -> list[str]:
    """Those of the same inflection that are no forms of the word itself, nearest first."""
    mine, forms = tags(word), siblings(word) | {word}
    return [other for _, other in sorted(others) if other not in forms and mine & tags(other)][:NEIGHBOURS]


def _near(words: frozenset[str]) -> dict[str, set[str]]:
    """Real words one slip of the hand away, and longer ones that look alike."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        found[word] |= {other for other in _edits(word) if other in words}
    for bucket in _buckets(words):
        _add_alike(bucket, found)
    return {word: others for word, others in found.items() if others}


def _edits(word: str) -> Iterable[str]:
    """Every string one dropped, added, exchanged or transposed letter away."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters if letter != tail[0])
        if len(tail) > 1 and tail[0] != tail[1]:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (head + letter + tail for letter in letters)


def _buckets(words: frozenset[str]) -> Iterable[list[str]]:
    """Longer words that share their first two letters."""
    by_start: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= 6:
            by_start[word[:2]].append(word)
    return by_start.values()


def _add_alike(bucket: list[str], found: defaultdict[str, set[str]]) -> None:
    from rapidfuzz.distance import DamerauLevenshtein
    from rapidfuzz.process import cdist

    alike = cdist(bucket, bucket, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=_CONFUSABLE)
    for row, column in zip(*np.nonzero(alike), strict=True):
        first, second = bucket[row], bucket[column]
        if first != second and second not in siblings(first):
            found[first].add(second)
