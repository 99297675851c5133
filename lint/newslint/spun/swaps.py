"""Features of what a thesaurus may have replaced: is there a more natural word for this place?"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from newslint.spun.features import Context, Fit, fit, fit_pairs, near_features
from newslint.spun.ngrams import F32, Ngrams
from newslint.spun.tables import Tables
from newslint.spun.tokens import I64, Bool, Tokens, stems
from newslint.spun.vocabulary import Ids

SWAP_COLUMNS = 30
_OF_BEST = 20
_FINALISTS = 4  # alternatives of a word whose triples are looked up
_HERE = np.float32(0.7)  # nats for each e-fold of how often an alternative occurs elsewhere in the text
_SUIT = np.float32(0.5)  # share of the vectors' log-odds that counts, up to `_MOST`, in choosing alternatives
_MOST = np.float32(6)
_NONE = np.float32(-9)  # if a word has no alternative


class Looked(Struct, frozen=True):
    """The examined words of a text: how they fit, the vectors of their places, and how well they suit these."""

    context: Context
    found: Fit
    places: F32
    suits: F32


class Rivals(Struct, frozen=True):
    """All alternatives of the examined words, one element each: the place in the examined words (`owners`, ascending),
    the id, log counts and lifts of their pairs (two rows), and by how many nats each beats the word by the pairs
    (`gain`; `joint`: with its frequency) and by the vectors (`better`); `here`: log of 1 + how often the text has it.
    """

    owners: I64
    forms: Ids
    counts: F32
    lifts: F32
    gain: F32
    joint: F32
    better: F32
    here: F32

    @property
    def liking(self) -> F32:
        """What speaks for an alternative besides the n-grams, in nats."""
        liked: F32 = _HERE * self.here + _SUIT * np.clip(self.better, -_MOST, _MOST)
        return liked


def rivals(looked: Looked, tables: Tables) -> Rivals:
    """Everything the thesauri offer."""
    context, found, ngrams = looked.context, looked.found, tables.ngrams
    owners, forms = tables.lexicon.expand(context.word())
    counts, lifts = fit_pairs(context.ids, context.at[owners], forms, ngrams)
    gain = lifts.sum(axis=0) - found.lifts[:2].sum(axis=0)[owners]
    joint = gain + ngrams.log_words[forms] - found.counts[0][owners]
    better = tables.vectors.suits(looked.places[owners], forms) - looked.suits[owners]
    here = np.log1p(np.bincount(context.ids, minlength=len(ngrams.log_words))[forms]).astype(np.float32)
    return Rivals(owners, forms, counts, lifts, gain, joint, better, here)


def swap_features(looked: Looked, tokens: Tokens, tables: Tables) -> tuple[F32, Ids]:
    """Features of the alternatives of each examined word, one row a word, and the best of them (0: none)."""
    offered = rivals(looked, tables)
    few = _highest(offered.owners, offered.joint + offered.liking, _FINALISTS)
    ahead, theirs = _compare(looked, offered, few, tables.ngrams)
    best = _highest(offered.owners[few], ahead + offered.liking[few], 1)
    chosen = few[best]
    has = offered.owners[chosen]
    alternatives = np.zeros(len(looked.suits), dtype=np.uint16)
    alternatives[has] = offered.forms[chosen]
    mean, _, total, _ = near_features(looked.context, alternatives, tables.ngrams)
    columns = np.full((SWAP_COLUMNS, len(alternatives)), _NONE, dtype=np.float32)
    columns[_OF_BEST:] = _of_all(offered, len(alternatives))
    columns[:_OF_BEST, has] = [
        ahead[best],
        ahead[best] - theirs.counts[0][best] + looked.found.counts[0][has],
        theirs.total[best],
        mean[has],
        total[has],
        offered.better[chosen] + looked.suits[has],
        offered.better[chosen],
        offered.here[chosen],
        _same_stem(tokens, [tables.vocabulary.word(number) for number in alternatives[has].tolist()]),
        *theirs.counts[:, best],
        *theirs.lifts[:, best],
    ]
    return columns.T, alternatives


def _compare(looked: Looked, offered: Rivals, few: I64, ngrams: Ngrams) -> tuple[F32, Fit]:
    """By how many nats the finalists are more likely, word and context together, and how they fit."""
    context, found = looked.context, looked.found
    owners, pairs = offered.owners[few], (offered.counts[:, few], offered.lifts[:, few])
    theirs = fit(context.ids, context.at[owners], offered.forms[few], pairs, ngrams)
    ahead: F32 = theirs.total + theirs.counts[0] - (found.total + found.counts[0])[owners]
    return ahead, theirs


def _of_all(offered: Rivals, size: int) -> list[F32]:
    """Numbers, sums and highest values over all alternatives of each word."""
    owners, cached = offered.owners, offered.joint + offered.here
    number = np.bincount(owners, minlength=size).astype(np.float32)
    many = np.maximum(number, 1)
    return [
        number,
        _sum(offered, offered.joint > 0, size),
        _sum(offered, offered.gain > 0, size),
        _sum(offered, offered.here > 0, size),
        (_sum(offered, offered.better > 0, size) / many).astype(np.float32),
        _log_sum(offered, offered.joint, size),
        _log_sum(offered, cached, size) - np.log(many),
        _log_sum(offered, offered.better, size),
        _most(offered, cached, size),
        _most(offered, offered.better, size),
    ]


def _sum(offered: Rivals, values: F32 | Bool, size: int) -> F32:
    return np.bincount(offered.owners, values, minlength=size).astype(np.float32)


def _log_sum(offered: Rivals, nats: F32, size: int) -> F32:
    logs: F32 = np.log(_sum(offered, np.exp(np.clip(nats, -20, 20)), size) + np.float32(1e-3))
    return logs


def _most(offered: Rivals, nats: F32, size: int) -> F32:
    highest = np.full(size, -20, dtype=np.float32)
    np.maximum.at(highest, offered.owners, nats)
    return highest


def _same_stem(tokens: Tokens, words: list[str]) -> F32:
    """How many tokens of the text begin as each word does."""
    known, numbers = np.unique(tokens.stems, return_counts=True)
    wanted = stems(words)
    place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.where(known[place] == wanted, numbers[place], 0).astype(np.float32)


def _highest(owners: I64, scores: F32, number: int) -> I64:
    """Places of each owner's `number` highest scores, owner by owner; `owners` is ascending."""
    order = np.argsort(owners * 1000.0 - np.clip(scores, -400, 400), kind="stable")
    sorted_owners = owners[order]
    first = np.searchsorted(sorted_owners, sorted_owners)
    return order[np.arange(len(order)) - first < number]
