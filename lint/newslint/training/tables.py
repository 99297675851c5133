"""Build the tables of a model from a corpus: vocabulary, lexicon, n-gram counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from newslint.spun.features import MIN_LETTERS
from newslint.spun.lexicon import Lexicon
from newslint.spun.ngrams import F32, LOG_STEP, Family, Ngrams, to_levels
from newslint.spun.packed import pack
from newslint.spun.tokens import I64, Bool
from newslint.spun.vocabulary import MAX_IDS, SPECIALS, Ids, Vocabulary
from newslint.training.counting import Counts
from newslint.training.pruning import choose, unpack, worth
from newslint.training.spelling import american_spellings
from newslint.training.thesauri import Synonyms

MIN_WORD_COUNT = 8
MIN_FORM_COUNT = 40  # rarer words are no alternatives
MAX_FORMS = 32

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Shape:
    """How large the vectors are: rows for words `around`, columns (`size`), how often a judged word occurs (`least`)."""

    around: int = 20_000
    size: int = 128
    least: int = 8


@cache
def function_words() -> frozenset[str]:
    """Words that no spinner replaces."""
    return _listed("function_words.txt")


@cache
def _never_judged() -> frozenset[str]:
    """Function words, and British words that are rare in the American counts."""
    return function_words() | _listed("british_words.txt")


def _listed(name: str) -> frozenset[str]:
    return frozenset(resources.files("newslint.training").joinpath(name).read_text("utf-8").split())


def is_content(word: str) -> bool:
    """Whether this is a lower-case content word that may be judged."""
    if len(word) < MIN_LETTERS or not word.islower() or not _LETTERS.fullmatch(word):
        return False
    return word not in _never_judged()


def build_vocabulary(counts: Mapping[str, int], lexicon: Synonyms) -> Vocabulary:
    """The words with enough occurrences, most frequent first, then words of the lexicon.

    British spellings count as the American ones.
    """
    spellings = american_spellings([word for word in (*counts, *lexicon) if word.islower() and word.isalpha()], counts)
    capitals = {form.capitalize(): word.capitalize() for form, word in spellings.items()}
    spellings |= {form: word for form, word in capitals.items() if word in counts}
    totals = dict(counts)
    for form, word in spellings.items():
        totals[word] = totals.get(word, 0) + totals.pop(form, 0)
    words = sorted((word for word, n in totals.items() if n >= MIN_WORD_COUNT), key=lambda word: (-totals[word], word))
    words = words[: MAX_IDS - SPECIALS]
    known = set(words)
    # Words that are never judged must be in the vocabulary; an unknown word would be judged.
    words += sorted(_listed("british_words.txt") - known - spellings.keys())
    rare = [word for word in lexicon if word not in known and word not in spellings and is_content(word)]
    rare.sort(key=lambda word: (-len(lexicon[word]), word))
    return Vocabulary.of(words + rare[: MAX_IDS - SPECIALS - len(words)], spellings)


def content_flags(vocabulary: Vocabulary) -> Bool:
    """By id: whether it is a content word."""
    return np.array([False] * SPECIALS + [is_content(word) for word in vocabulary.words])


def build_lexicon(vocabulary: Vocabulary, synonyms: Synonyms, word_counts: I64) -> Lexicon:
    """Alternatives by id; the most frequent if there are more than `MAX_FORMS`."""
    offsets = np.zeros(len(vocabulary) + 1, dtype=np.uint32)
    forms: list[int] = []
    for number in range(SPECIALS, len(vocabulary)):
        offsets[number] = len(forms)
        others = synonyms.get(vocabulary.word(number), ())
        ids = {vocabulary.index[other] for other in others if other in vocabulary.index} - {number}
        forms += sorted(other for other in ids if word_counts[other] >= MIN_FORM_COUNT)[:MAX_FORMS]
    offsets[-1] = len(forms)
    return Lexicon(offsets, np.array(forms, dtype=np.uint16))


def same_spelling(vocabulary: Vocabulary, synonyms: Synonyms) -> Synonyms:
    """Synonyms, without other spellings of the same word."""
    american = vocabulary.spellings
    return {
        word: kept
        for word, others in synonyms.items()
        if (kept := frozenset(o for o in others if american.get(o, o) != american.get(word, word)))
    }


def build_ngrams(counts: Counts, content: Bool, budget: int) -> Ngrams:
    """Pack the `budget` best n-grams."""
    words = counts.words(len(content))
    log_words = _stepped(np.log(np.maximum(words, 1)))
    total = float(np.log(words.sum()))
    families = {family: counts.family(family) for family in Family}
    pairs = families[Family.PAIR]
    worths = {f: worth(f, found, log_words, total, content, pairs) for f, found in families.items()}
    chosen = choose(families, worths, budget)
    _, first, second = unpack(pairs.keys)
    followers, leaders = (_log_distinct(side, len(content)) for side in (first, second))
    return Ngrams(pack(chosen.keys, to_levels(chosen.counts)), log_words, content, followers, leaders, total)


def _log_distinct(side: Ids, size: int) -> F32:
    return _stepped(np.log1p(np.bincount(side, minlength=size)))


def _stepped(logs: npt.NDArray[np.float64]) -> F32:
    """Logarithms on the scale on which they are stored."""
    return (np.round(logs / LOG_STEP) * LOG_STEP).astype(np.float32)
