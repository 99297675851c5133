"""Count words and n-grams of a corpus with sorted numpy arrays: no Python object per n-gram.

Memory is bounded: the corpus is kept as 16-bit ids (2 bytes a token), and one order of n-grams is sorted at
a time (8 bytes a token).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from newslint.spun.ngrams import Family, near_keys, pair_keys, triple_keys
from newslint.spun.tokens import I64, U64, Bool, Tokens, tokenize
from newslint.spun.vocabulary import Ids, Vocabulary, word_keys
from newslint.training.corpus import Article

BATCH = 4_000_000
WINDOW = 8


@dataclass(frozen=True, slots=True)
class Counts:
    """Distinct keys of one family, sorted, and how often each occurs."""

    keys: U64
    counts: I64

    def at_least(self, least: int) -> Counts:
        """Only what occurs at least that often."""
        keep = self.counts >= least
        return Counts(self.keys[keep], self.counts[keep])

    def get(self, keys: U64) -> I64:
        """Counts of some keys; 0 if a key is unknown."""
        if not len(self.keys):
            return np.zeros(len(keys), dtype=np.int64)
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[place] == keys, self.counts[place], 0)


def batches(articles: Iterable[Article]) -> Iterator[str]:
    """Join articles into texts of about `BATCH` characters, for speed."""
    parts: list[str] = []
    size = 0
    for article in articles:
        parts.append(article.text)
        size += len(article.text)
        if size >= BATCH:
            yield "\n\n".join(parts)
            parts, size = [], 0
    if parts:
        yield "\n\n".join(parts)


def count_words(texts: Iterable[str]) -> dict[str, int]:
    """How often a corpus uses each word, with its capital if it has one."""
    spelling: dict[int, str] = {}
    numbers: dict[int, int] = {}
    for text in texts:
        tokens = tokenize(text)
        keys, first, counts = np.unique(word_keys(tokens), return_index=True, return_counts=True)
        for key, place, count in zip(keys.tolist(), first.tolist(), counts.tolist(), strict=True):
            if key not in spelling:
                spelling[key] = _spell(text, tokens, place)
            numbers[key] = numbers.get(key, 0) + count
    return {spelling[key]: count for key, count in numbers.items() if key}


def encode(texts: Iterable[str], vocabulary: Vocabulary) -> Ids:
    """A corpus as one array of ids, texts separated by the end-of-sentence id."""
    return np.concatenate(
        [part for text in texts for part in (vocabulary.encode(tokenize(text)), np.zeros(1, np.uint16))]
    )


def count_family(ids: Ids, family: Family, content: Bool) -> Counts:
    """Count the n-grams of one family in an encoded corpus."""
    if family is Family.NEAR:
        return _count_near(ids, content)
    if family is Family.TRIPLE:
        return _distinct(triple_keys(ids[:-2], ids[1:-1], ids[2:]))
    step = 1 if family is Family.PAIR else 2
    return _distinct(pair_keys(family, ids[:-step], ids[step:]))


def _count_near(ids: Ids, content: Bool) -> Counts:
    """Unordered pairs of content words at most `WINDOW` tokens apart."""
    scored = content[ids]
    parts = []
    for step in range(1, WINDOW + 1):
        both = scored[:-step] & scored[step:]
        left, right = ids[:-step][both], ids[step:][both]
        parts.append(near_keys(left, right))
    return _distinct(np.concatenate(parts))


def _distinct(keys: U64) -> Counts:
    keys.sort()
    first = np.flatnonzero(np.concatenate((np.ones(1, dtype=np.bool_), keys[1:] != keys[:-1])))
    return Counts(keys[first], np.diff(first, append=len(keys)))


def _spell(text: str, tokens: Tokens, place: int) -> str:
    """The word at a place: lower case, with a capital if it has one."""
    word = text[tokens.starts[place] : tokens.ends[place]]
    folded = word.lower().replace("’", "'").replace("ʼ", "'")
    return folded[:1].upper() + folded[1:] if word[:1].isupper() else folded
