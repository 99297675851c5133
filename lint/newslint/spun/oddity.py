"""Oddity: the words of an article that may come from a thesaurus, according to the shipped model."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from newslint.finding import Span
from newslint.paths import builtin_rules
from newslint.wordlists import Lists

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.article.document import Document
    from newslint.spun.calibration import Share
    from newslint.spun.examine import Encoded
    from newslint.spun.model import Reading, SpunModel

_HOUSE: Final = 20.0  # log-odds subtracted from accepted words, so that none is over a threshold
_COMMON: Final = 4.6  # log of a hundred occurrences in the model's corpus
SUSPECT: Final[Share] = "0.002"  # of clean articles
_SURE: Final = 3.0  # nats by which the likely original must be ahead for a suggestion


class OddWord(Struct, frozen=True):
    """One examined word of the prose.

    `log_odds` of its being a swap; `original`: what it may have replaced (empty: unknown), by `ahead` nats more
    likely in the place, word and context taken together.
    """

    span: Span
    word: str
    log_odds: float
    original: str
    ahead: float

    @property
    def suggestions(self) -> tuple[str, ...]:
        """The likely original, if it is clearly ahead."""
        return (self.original,) if self.original and self.ahead >= _SURE else ()

    @property
    def scores(self) -> dict[str, float]:
        """The numbers behind it, for JSON and `-v`."""
        return {"log-odds": round(self.log_odds, 2), **({"ahead": round(self.ahead, 2)} if self.original else {})}


class Oddities(Struct, frozen=True):
    """The examined words of an article in order, the number of its content words, and how far the whole is over each
    threshold for spun articles, by the share of clean articles that exceeds it.
    """

    words: tuple[OddWord, ...]
    content: int
    margins: dict[str, float]
    word_thresholds: dict[str, float]

    def above(self, flags: str) -> list[OddWord]:
        """The words over the threshold for a budget: false flags per 1,000 clean words, as text."""
        return [word for word in self.words if word.log_odds > self.word_thresholds[flags]]


class Judged(Struct, frozen=True):
    """The model and what it says about an article."""

    model: SpunModel
    reading: Reading


def judged(document: Document) -> Judged:
    """Read an article with the shipped model; use `document.derived`."""
    from newslint.spun.model import shipped

    model, known = shipped(), document.derived(encoded)
    return Judged(model, model.judge(known, document.quoted.spans, _usual(document)))


def encoded(document: Document) -> Encoded:
    """Look up an article's words in the shipped model, without judging them; use `document.derived`."""
    from newslint.spun.examine import encode
    from newslint.spun.model import shipped

    return encode(document.prose.text, shipped().tables)


def margins(document: Document) -> dict[str, float]:
    """How far an article is over each threshold for spun ones, calibrated ones if there are any, without a look at its words."""
    known, house = document.derived(judged), document.settings.text_thresholds
    shipped = known.model.meta.text_thresholds
    return {
        share: margin + shipped[share] - house.get(share, shipped[share])
        for share, margin in known.reading.margins.items()
    }


def oddities(document: Document) -> Oddities:
    """What the model says about an article, by calibrated thresholds if there are any; use `document.derived`."""
    known = document.derived(judged)
    words = tuple(_words(document, known))
    thresholds = {**known.model.meta.word_thresholds, **document.settings.word_thresholds}
    return Oddities(words, known.reading.examined.context.words, margins(document), thresholds)


def swapped(document: Document, originals: Mapping[str, str]) -> Iterator[OddWord]:
    """The examined words that `originals` names, with that original and how far it is ahead."""
    import numpy as np

    from newslint.spun.compare import advantage

    known, words = document.derived(judged), document.derived(oddities).words
    found = [n for n, word in enumerate(words) if word.word in originals]
    forms = known.model.tables.vocabulary.numbers([originals[words[n].word] for n in found])
    places, forms = np.array(found, dtype=np.int64)[forms > 0], forms[forms > 0]
    if not len(places):
        return
    nats = advantage(known.reading.examined, places, forms, known.model.tables)
    for number, ahead in zip(places.tolist(), nats.tolist(), strict=True):
        word = words[number]
        yield replace(word, original=originals[word.word], ahead=ahead)


def rare_words(document: Document) -> tuple[Span, ...]:
    """The words of an article that clean news hardly uses and that begin with a lower-case letter."""
    import numpy as np

    from newslint.spun.vocabulary import ID_RARE

    known = document.derived(encoded)
    rare = np.flatnonzero(known.ids == ID_RARE)
    starts, ends = known.tokens.starts[rare].tolist(), known.tokens.ends[rare].tolist()
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))


@lru_cache(maxsize=4096)
def word_count(word: str) -> float:
    """How often clean news uses a word; 0 if hardly ever; no article is read for it."""
    import math

    from newslint.spun.model import shipped

    tables = shipped().tables
    number = int(tables.vocabulary.numbers([word])[0])
    return math.exp(tables.ngrams.log_words[number]) if number else 0.0


@lru_cache(maxsize=4096)
def is_common(word: str) -> bool:
    """Whether clean news uses a word, in small letters, more than now and then; no article is read for it."""
    from newslint.spun.model import shipped

    tables = shipped().tables
    number = int(tables.vocabulary.numbers([word])[0])
    return bool(number and tables.ngrams.log_words[number] >= _COMMON)


@lru_cache(maxsize=4096)
def is_known(word: str) -> bool:
    """Whether clean news uses a word, in any case of its first letter; no article is read for it."""
    from newslint.spun.model import shipped

    forms = [word, word.lower(), word.capitalize()]
    return bool(shipped().tables.vocabulary.numbers(forms).any())


def _usual(document: Document) -> frozenset[str]:
    """The words that are never judged: the vocabulary, and British spellings, rare in the model's American corpus."""
    return document.settings.vocabulary | _british_spellings()


@cache
def _british_spellings() -> frozenset[str]:
    return frozenset(Lists((builtin_rules() / "lists",)).pairs("spelling-pairs"))


def _words(document: Document, known: Judged) -> Iterator[OddWord]:
    examined, text, house = known.reading.examined, document.prose.text, _usual(document)
    columns = (examined.starts, examined.ends, known.reading.log_odds, examined.alternatives, examined.ahead)
    for start, end, log_odds, number, ahead in zip(*(column.tolist() for column in columns), strict=True):
        word = text[start:end]
        yield OddWord(Span(start, end), word, log_odds - _HOUSE * (word in house), known.model.word(number), ahead)
