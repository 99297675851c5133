"""Text to learn from: clean articles, and the same articles spun."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from newslint.language.examine import Tables, examine
from newslint.language.spun import Scorers, SpunModel
from newslint.training.corpus import Article
from newslint.training.spinner import Spinner
from newslint.training.workshop import Arrays

RATES = (0.05, 0.1, 0.2, 0.3)
TEXT_RATES = (0.05, 0.1, 0.25)
MIN_WORDS = 150
PLAIN = "0"  # the threshold of a model that has none yet: a text's margin over it is its log-odds


@dataclass(frozen=True, slots=True)
class School:
    """What makes examples: tables and spinners."""

    tables: Tables
    spinners: Sequence[Spinner]


def draw(*key: object) -> int:
    """A random number of 32 bits that depends on the key alone."""
    return int.from_bytes(hashlib.sha256(repr(key).encode()).digest()[:4], "big")


def _consistent(seed: int) -> bool:
    """One spun text in eight has the same synonym each time; most spinners draw anew."""
    return seed // 8 % 8 == 0


def long_enough(articles: Iterable[Article], words: int = MIN_WORDS) -> list[Article]:
    """Articles with at least that many words."""
    return [article for article in articles if len(article.text.split()) >= words]


def word_rows(articles: Iterable[Article], school: School) -> Arrays:
    """Features of the looked-at words of clean and spun texts, whether each was swapped, and the spinner (0: none)."""
    rows, swapped, spinner = [], [], []
    for article in articles:
        for number, text, spans in _versions(article, school):
            examined = examine(text, school.tables)
            rows.append(examined.both)
            swapped.append(np.isin(examined.starts, spans))
            spinner.append(np.full(len(examined.starts), number, dtype=np.int8))
    return {"rows": np.concatenate(rows), "swapped": np.concatenate(swapped), "spinner": np.concatenate(spinner)}


def _versions(article: Article, school: School) -> Iterator[tuple[int, str, np.ndarray]]:
    """The clean text (0), and one by each of half of the spinners, with the starts of what was swapped."""
    yield 0, article.text, np.zeros(0, dtype=np.int64)
    first = draw(article.id, "spinner") % 2
    for number in range(first, len(school.spinners), 2):
        seed = draw(article.id, number, "spin")
        spun = school.spinners[number].spin(article.text, RATES[seed % 4], seed, consistent=_consistent(seed))
        yield number + 1, spun.text, np.array([start for start, _ in spun.spans], dtype=np.int64)


def text_statistics(articles: Iterable[Article], school: School, scorers: Scorers) -> Arrays:
    """Statistics of each article, clean (`spun` 0) and once by a spinner at each rate.

    The last spinner, the one that no lexicon can undo, gets two turns.
    """
    rows, spun = [], []
    for article in articles:
        texts = [article.text]
        for number, rate in enumerate(TEXT_RATES):
            seed = draw(article.id, number, "text")
            last = len(school.spinners) - 1
            spinner = school.spinners[min(seed % (last + 2), last)]
            texts.append(spinner.spin(article.text, rate, seed, consistent=_consistent(seed)).text)
        spun += [False] + [True] * len(TEXT_RATES)
        for text in texts:
            examined = examine(text, school.tables)
            rows.append(scorers.statistics(examined, scorers.words(examined)))
    return {"rows": np.stack(rows), "spun": np.array(spun)}


def clean_scores(articles: Iterable[Article], model: SpunModel) -> Arrays:
    """Clean articles as they will be linted: log-odds of every looked-at word and of every text, and all words."""
    words, texts, total = [], [], 0
    for article in articles:
        reading = model.read(article.text)
        words.append(reading.log_odds)
        texts.append(reading.margins[PLAIN])
        total += len(article.text.split())
    return {"words": np.concatenate(words), "texts": np.array(texts), "total": np.array(total)}
