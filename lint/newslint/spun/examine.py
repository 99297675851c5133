"""From a text to the features of its examined words: one way for training and linting."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from newslint.spun.features import FIT_COLUMNS, PAD, Context, Spans, fit, fit_features, fit_pairs, look
from newslint.spun.ngrams import F32
from newslint.spun.swaps import SWAP_COLUMNS, Looked, swap_features
from newslint.spun.tables import Tables
from newslint.spun.tokens import I64, Bool, Tokens, tokenize
from newslint.spun.vocabulary import Ids

LONE_COLUMNS = FIT_COLUMNS
COLUMNS = FIT_COLUMNS + SWAP_COLUMNS
_WELL = -0.5  # log-odds above which a word is skipped: half of the clean words, 4 % of the swapped ones


class Encoded(Struct, frozen=True):
    """A text, its tokens and their ids in the model's vocabulary: all that rules on spelling need, at a tenth of the cost."""

    text: str
    tokens: Tokens
    ids: Ids


class Examined(Struct, frozen=True):
    """The examined words of a text: features (one row a word; `lone` of the word by itself, `both` with those of
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
        return self.context.ids[PAD:-PAD]

    @property
    def starts(self) -> I64:
        """Where the examined words begin."""
        return self.tokens.starts[self.context.tokens]

    @property
    def ends(self) -> I64:
        """Where the examined words end."""
        return self.tokens.ends[self.context.tokens]

    @property
    def ahead(self) -> F32:
        """By how many nats the best alternative is more likely in its place."""
        return self.both[:, LONE_COLUMNS]

    def by_word(self, log_odds: F32, counted: Bool) -> F32:
        """Mean log-odds (scores × words) of each distinct word that is `counted`: a repeated odd word is one piece
        of evidence.
        """
        hashes = self.tokens.hashes[self.context.tokens[counted]]
        _, which, numbers = np.unique(hashes, return_inverse=True, return_counts=True)
        means = [np.bincount(which, row, minlength=len(numbers)) / numbers for row in log_odds[:, counted]]
        return np.array(means, dtype=np.float32)


def encode(text: str, tables: Tables) -> Encoded:
    """Look up the words of a text; offsets are its code points."""
    tokens = tokenize(text)
    return Encoded(text, tokens, tables.vocabulary.encode(tokens))


def examine(encoded: Encoded, tables: Tables, quoted: Spans = ()) -> Examined:
    """Examine a text. `quoted`: its quotations."""
    tokens = encoded.tokens
    looked = _look(encoded, tables, quoted)
    lone = fit_features(looked.context, looked.found, looked.suits, tokens, tables.ngrams)
    swap, alternatives = swap_features(looked, tokens, tables)
    return Examined(tokens, looked.context, np.concatenate((lone, swap), axis=1), alternatives)


def _look(encoded: Encoded, tables: Tables, quoted: Spans) -> Looked:
    """The words worth examining, without those that suit their surroundings well."""
    ngrams, vectors = tables.ngrams, tables.vectors
    context = look(encoded.tokens, encoded.ids, ngrams, quoted)
    places = vectors.surroundings(context.ids, context.at, ngrams.content)
    suits = vectors.suits(places, context.word())
    odd = suits < _WELL
    context = replace(context, at=context.at[odd], tokens=context.tokens[odd], quoted=context.quoted[odd])
    ids, at, word = context.ids, context.at, context.word()
    found = fit(ids, at, word, fit_pairs(ids, at, word, ngrams), ngrams)
    return Looked(context, found, places[odd], suits[odd])
