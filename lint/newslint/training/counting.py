"""Count words and n-grams of a corpus with sorted numpy arrays: no Python object per n-gram.

Everything is counted article by article and added up, so that it makes no difference how a corpus is cut into pieces, in which
order they come, and who adds them up: this process, or Spark (`newslint.archive.counting`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from newslint.spun.ngrams import Family, near_keys, pair_keys, triple_keys
from newslint.spun.tokens import I64, U64, UPPER, Bool, Tokens, tokenize
from newslint.spun.vocabulary import ID_END, word_keys
from newslint.training.pieces import BETWEEN, Piece

WINDOW: Final = 8
# How often an n-gram must occur to be kept, by the tag of its key: a family's, or 0 of a single word.
_LEAST: Final = np.array([1, 2, 3, 4, 3])
_TAG: Final = np.uint64(60)  # bits of a key below its tag


@dataclass(frozen=True, slots=True)
class Counts:
    """Distinct keys, sorted, and how often each occurs. A single word's key is its id."""

    keys: U64
    counts: I64

    def frequent(self) -> Counts:
        """Only what occurs often enough to be kept."""
        keep = self.counts >= _LEAST[(self.keys >> _TAG).astype(np.int64)]
        return Counts(self.keys[keep], self.counts[keep])

    def get(self, keys: U64) -> I64:
        """Counts of some keys; 0 if a key is unknown."""
        if not len(self.keys):
            return np.zeros(len(keys), dtype=np.int64)
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[place] == keys, self.counts[place], 0)

    def family(self, tag: int) -> Counts:
        """Those of one family; of single words for 0."""
        first, last = np.searchsorted(self.keys, np.array([tag, tag + 1], np.uint64) << _TAG)
        return Counts(self.keys[first:last], self.counts[first:last])

    def words(self, size: int) -> I64:
        """How often each of so many ids occurs."""
        return self.get(np.arange(size, dtype=np.uint64))


def count_words(texts: Sequence[str]) -> Counter[str]:
    """How often some articles use each word, with its capital if it has one."""
    tokens = tokenize(BETWEEN.join(texts))
    keys, first, counts = np.unique(word_keys(tokens), return_index=True, return_counts=True)
    found: Counter[str] = Counter()
    for key, place, count in zip(keys.tolist(), first.tolist(), counts.tolist(), strict=True):
        if key:
            found[_spell(tokens, place)] += count
    return found


def count(piece: Piece, tag: int, content: Bool) -> Counts:
    """The n-grams of one family in some articles, or, for 0, their words. None reaches from one article into the next."""
    if tag == Family.NEAR:
        return _distinct(_near(piece, content))
    ids = np.concatenate((np.full(2, ID_END, np.uint16), piece.ids))
    first, second, third = ids[:-2], ids[1:-1], ids[2:]  # for each token of the articles, the two before it and itself
    if tag == Family.TRIPLE:
        return _distinct(triple_keys(first, second, third))
    if tag == 0:
        return _distinct(third.astype(np.uint64))
    return _distinct(pair_keys(Family(tag), second if tag == Family.PAIR else first, third))


def added(counts: Iterable[Counts]) -> Counts:
    """The sum, in whatever order they come. What is new is held until it is as much as the sum, so that the work is n log n."""
    total, held, size = Counts(np.zeros(0, np.uint64), np.zeros(0, np.int64)), list[Counts](), 0
    for each in counts:
        held.append(each)
        size += len(each.keys)
        if size >= len(total.keys):
            total, held, size = _sum([total, *held]), [], 0
    return _sum([total, *held])


def count_all(pieces: Sequence[Piece], content: Bool) -> Counts:
    """All that is frequent enough in some pieces, family by family, because each takes 8 bytes and more a token."""
    families = [added(count(piece, tag, content) for piece in pieces).frequent() for tag in range(len(_LEAST))]
    return joined(families)


def joined(families: Sequence[Counts]) -> Counts:
    """Counts of families, in the order of their tags, as one."""
    return Counts(np.concatenate([each.keys for each in families]), np.concatenate([each.counts for each in families]))


def every(piece: Piece, content: Bool) -> Counts:
    """The words and n-grams of all families in some articles."""
    return joined([count(piece, tag, content) for tag in range(len(_LEAST))])


def _near(piece: Piece, content: Bool) -> U64:
    """Keys of unordered pairs of content words at most `WINDOW` tokens apart."""
    scored = content[piece.ids]
    article = np.repeat(np.arange(len(piece.ends)), np.diff(piece.ends, prepend=0))
    parts = []
    for step in range(1, WINDOW + 1):
        both = scored[:-step] & scored[step:] & (article[:-step] == article[step:])
        parts.append(near_keys(piece.ids[:-step][both], piece.ids[step:][both]))
    return np.concatenate(parts)


def _distinct(keys: U64) -> Counts:
    keys.sort()
    first = _firsts(keys)
    return Counts(keys[first], np.diff(first, append=len(keys)))


def _sum(parts: Sequence[Counts]) -> Counts:
    keys, counts = (np.concatenate([getattr(part, name) for part in parts]) for name in ("keys", "counts"))
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = _firsts(keys)
    return Counts(keys[first], np.add.reduceat(counts[order], first) if len(first) else counts)


def _firsts(keys: U64) -> I64:
    """Where in sorted keys another one begins."""
    return np.flatnonzero(np.concatenate((np.ones(min(len(keys), 1), dtype=np.bool_), keys[1:] != keys[:-1])))


def _spell(tokens: Tokens, place: int) -> str:
    """The word at a place: lower case, with a capital if it has one."""
    codes = tokens.codes[tokens.starts[place] : tokens.ends[place]]
    folded = "".join(map(chr, codes.tolist())).replace("’", "'").replace("ʼ", "'")
    return folded[:1].upper() + folded[1:] if tokens.kinds[place] == UPPER else folded
