"""Searching: the claims of an index that are most like a text, the likest first."""

from __future__ import annotations

import re
from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING, Final

from newslint.claims.likeness import overlap
from newslint.claims.stems import wording

if TYPE_CHECKING:
    from collections.abc import Set

    from newslint.claims.index import Entry, Index

_WORD: Final = re.compile(r"\w+")
_SMALL: Final = frozenset(
    "a an and are as at be been but by for from in is it its of on or that the these this those to was were with".split()
)
_LINK: Final = re.compile(r"https?://\S+")
_TAG: Final = re.compile(r"[#@](\w+)")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|_")
_CANDIDATES: Final = 50  # of SQLite's own ranking, which are then ranked more closely
_GRAM: Final = 4  # letters
# Fitted by benchmarks/claims.py; BM25 and letters are shares of the best candidate's.
_BM25, _LETTERS, _TITLE = 6.1, 4.9, 2.75


def search(index: Index, text: str) -> list[Entry]:
    """The claims whose words, or whose review's headline, are most like a text, in order of likeness."""
    text = _TAG.sub(
        lambda hit: f" {hit[1]} {_HUMP.sub(' ', hit[1])} ", _LINK.sub(" ", text)
    )  # #FrozenPenguins: frozen, penguins
    words = dict.fromkeys(word for word in _WORD.findall(text.lower()) if word not in _SMALL)
    if not words:
        return []
    query = " OR ".join(f'"{word}"' for word in words)
    rows = index.database.execute(
        "select rowid, -bm25(words) from words where words match ? order by 2 desc, 1 limit ?", (query, _CANDIDATES)
    )
    scores: dict[int, float] = dict(rows)
    return _ranked(index.entries(scores), scores, text)


def _ranked(entries: list[Entry], scores: dict[int, float], text: str) -> list[Entry]:
    said = wording(text)
    letters = _alike([f"{entry.record.claim} {entry.record.title}" for entry in entries], text)
    most, best = max(letters, default=0.0) or 1.0, max(scores.values(), default=0.0) or 1.0

    def order(place: int) -> tuple[float, int]:
        entry = entries[place]
        title = overlap(said, entry.wording, wording(entry.record.title)).title
        score = _BM25 * scores[entry.number] / best + _LETTERS * letters[place] / most + _TITLE * title
        return -score, entry.number

    return [entries[place] for place in sorted(range(len(entries)), key=order)]


def _alike(others: list[str], text: str) -> list[float]:
    """How much each of some texts shares with one in sequences of letters, the rarer among them the more."""
    mine, theirs = _grams(text), [_grams(other) for other in others]
    found = Counter(gram for grams in theirs for gram in grams)
    weights = {gram: log((len(others) + 1) / number) for gram, number in found.items()}
    return [
        sum(weights[gram] for gram in mine & grams) / sqrt(1 + sum(weights[gram] for gram in grams)) for grams in theirs
    ]


def _grams(text: str) -> Set[str]:
    line = f" {' '.join(_WORD.findall(text.lower()))} "
    return {line[start : start + _GRAM] for start in range(len(line) - _GRAM + 1)}
