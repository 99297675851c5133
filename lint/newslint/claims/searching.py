"""Searching: the claims of an index that are most like a text, the likest first."""

from __future__ import annotations

from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.claims.index import Entry
from newslint.claims.likeness import overlap
from newslint.claims.meant import closeness
from newslint.claims.stems import wording
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Set

    from newslint.claims.index import Index
    from newslint.reading.meaning import Meanings

_WORD: Final = lazy(r"\w+")
_SMALL: Final = frozenset(
    "a an and are as at be been but by for from in is it its of on or that the these this those to was were with".split()
)
_LINK: Final = lazy(r"https?://\S+")
_SIGNED: Final = lazy(r"\s*[—–-]\s[^—]{0,60}\(@\w+\).{0,30}$")  # — Name (@name) 6 January 2020
_TAG: Final = lazy(r"[#@](\w+)")
_HUMP: Final = lazy(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|_")
_CANDIDATES: Final = 50  # of SQLite's own ranking, which are then ranked more closely
_GRAM: Final = 4  # letters
# What a candidate's parts weigh, without and with a model of sentences; fitted by benchmarks/claims/ranking.py.
WEIGHTS: Final = (6.1, 4.9, 2.75)
WEIGHTS_WITH_MEANING: Final = (4.19, 3.45, 1.28, 5.43, 4.38)


class Candidate(NamedTuple):
    """A claim that may be meant.

    `parts` are its BM25 and what it shares in sequences of letters, both as shares of the best candidate's, and the share of the
    review's headline that the text has; with a model of sentences two more: how close it is in meaning to the text, and to the
    closest of its sentences.
    """

    entry: Entry
    parts: tuple[float, ...]

    @property
    def score(self) -> float:
        """How like the text it is, beside the other candidates."""
        weights = WEIGHTS if len(self.parts) == len(WEIGHTS) else WEIGHTS_WITH_MEANING
        return sum(weight * part for weight, part in zip(weights, self.parts, strict=True))


def search(index: Index, text: str, model: Meanings | None = None) -> list[Entry]:
    """The claims whose words, or whose review's headline, are most like a text, in order of likeness.

    With a model of sentences, those that mean the same come first.
    """
    found = sorted(candidates(index, text, model), key=lambda one: (-one.score, one.entry.number))
    return [one.entry for one in found]


def candidates(index: Index, text: str, model: Meanings | None = None) -> list[Candidate]:
    """The claims that are like a text by SQLite's own ranking, in its order."""
    plain = _SIGNED.sub("", text)
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
    entries, said = index.entries(scores), wording(text)
    letters = _alike([f"{entry.record.claim} {entry.record.title}" for entry in entries], text)
    most, best = max(letters, default=0.0) or 1.0, max(scores.values(), default=0.0) or 1.0
    titles = (overlap(said, entry.wording, wording(entry.record.title)).title for entry in entries)
    close = closeness(index.database, model, _spoken(plain), entries) if model and entries else [()] * len(entries)
    return [
        Candidate(entry, (scores[entry.number] / best, shared / most, title, *meaning))
        for entry, shared, title, meaning in zip(entries, letters, titles, close, strict=True)
    ]


def _spoken(text: str) -> str:
    """A text without links, its tags as words: #FrozenPenguins is two."""
    return _TAG.sub(lambda hit: f" {_HUMP.sub(' ', hit[1])} ", _LINK.sub(" ", text))


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
