"""Text to learn from: clean articles, and the same articles spun."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from newslint.language.examine import examine
from newslint.language.spun import Scorers
from newslint.language.tables import Tables
from newslint.training.corpus import Article
from newslint.training.spinner import Spinner
from newslint.training.workshop import Arrays

RATES = (0.05, 0.1, 0.2, 0.3)
TEXT_RATES = ((0.03, 0.05, 0.07, 0.1, 0.15, 0.2),)
MIN_WORDS = 150


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
    """Statistics of each article (`rows`, row by row), clean and then spun once for each line of `TEXT_RATES`,
    and of the clean ones the log-odds of every looked-at word (`words`) and how many words there are (`total`).
    """
    rows, words, total = [], [], 0
    for article in articles:
        examined = examine(article.text, school.tables)
        scores = scorers.words(examined)
        words.append(scores[1])
        total += len(article.text.split())
        rows.append(scorers.statistics(examined, scores))
        for text in _spun(article, school):
            examined = examine(text, school.tables)
            rows.append(scorers.statistics(examined, scorers.words(examined)))
    return {"rows": np.stack(rows), "words": np.concatenate(words), "total": np.array(total)}


def _spun(article: Article, school: School) -> Iterator[str]:
    """One text for each line of `TEXT_RATES`, at one of its rates.  The last spinner, that no lexicon can undo, gets two turns."""
    last = len(school.spinners) - 1
    for number, rates in enumerate(TEXT_RATES):
        seed = draw(article.id, number, "text")
        spinner = school.spinners[min(seed % (last + 2), last)]
        rate = rates[seed // 64 % len(rates)]
        yield spinner.spin(article.text, rate, seed, consistent=_consistent(seed)).text
