"""From a text to the features of its looked-at words: the one way that training and linting share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newslint.language.features import (
    FIT_COLUMNS,
    SWAP_COLUMNS,
    WINDOW,
    Context,
    fit,
    fit_features,
    fit_pairs,
    look,
    swap_features,
)
from newslint.language.lexicon import Lexicon
from newslint.language.ngrams import F32, Ngrams
from newslint.language.tokens import I64, Tokens, tokenize
from newslint.language.vocabulary import Ids, Vocabulary

LONE_COLUMNS = FIT_COLUMNS
COLUMNS = FIT_COLUMNS + SWAP_COLUMNS


@dataclass(frozen=True, slots=True)
class Tables:
    """What is known of clean news: words, counts, and what stands for what."""

    vocabulary: Vocabulary
    ngrams: Ngrams
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Examined:
    """The looked-at words of a text: features (one row a word; `lone` of the word by itself, `both` with those of
    its best alternative), and that alternative's id (0: none).
    """

    tokens: Tokens
    context: Context
    both: F32
    alternatives: Ids

    @property
    def lone(self) -> F32:
        """The features that use no lexicon."""
        return self.both[:, :LONE_COLUMNS]

    @property
    def ids(self) -> Ids:
        """Ids of all tokens."""
        return self.context.ids[WINDOW:-WINDOW]

    @property
    def starts(self) -> I64:
        """Where the looked-at words begin."""
        return self.tokens.starts[self.context.tokens]

    @property
    def ends(self) -> I64:
        """Where the looked-at words end."""
        return self.tokens.ends[self.context.tokens]

    @property
    def ahead(self) -> F32:
        """By how many nats the best alternative is likelier in its place."""
        return self.both[:, LONE_COLUMNS]

    def by_word(self, log_odds: F32) -> F32:
        """Mean log-odds of each distinct word: an odd word that comes back is one piece of evidence."""
        _, which, numbers = np.unique(self.tokens.hashes[self.context.tokens], return_inverse=True, return_counts=True)
        return (np.bincount(which, log_odds, minlength=len(numbers)) / numbers).astype(np.float32)


def examine(text: str, tables: Tables) -> Examined:
    """Look at a text; offsets are code points of `text`."""
    ngrams = tables.ngrams
    tokens = tokenize(text)
    context = look(tokens, tables.vocabulary.encode(tokens), ngrams)
    word = context.word()
    found = fit(context.ids, context.at, word, fit_pairs(context.ids, context.at, word, ngrams), ngrams)
    lone = fit_features(context, found, tokens, ngrams)
    swap, alternatives = swap_features(context, found, tables.lexicon, ngrams)
    return Examined(tokens, context, np.concatenate((lone, swap), axis=1), alternatives)
