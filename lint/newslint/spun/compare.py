"""How much more likely one word is than another in the same place."""

from __future__ import annotations

from newslint.spun.examine import Examined
from newslint.spun.features import fit, fit_pairs
from newslint.spun.ngrams import F32
from newslint.spun.tables import Tables
from newslint.spun.tokens import I64
from newslint.spun.vocabulary import Ids


def advantage(examined: Examined, places: I64, forms: Ids, tables: Tables) -> F32:
    """Nats by which `forms` are more likely than the words at `places` (word and context together)."""
    theirs, own = (_joint(examined, places, words, tables) for words in (forms, examined.context.word()[places]))
    return theirs - own


def _joint(examined: Examined, places: I64, words: Ids, tables: Tables) -> F32:
    ids, at = examined.context.ids, examined.context.at[places]
    found = fit(ids, at, words, fit_pairs(ids, at, words, tables.ngrams), tables.ngrams)
    joint: F32 = found.total + found.counts[0]
    return joint
