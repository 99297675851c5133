"""Text to learn from: clean articles, and the same articles spun."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from newslint.article.quotation import quoted_lines
from newslint.spun.examine import Examined, encode, examine
from newslint.spun.model import Scorers
from newslint.spun.tables import Tables
from newslint.training.corpus import Article
from newslint.training.spinner import Spinner, Spun
from newslint.training.workshop import Arrays

RATES = (0.05, 0.1, 0.2, 0.3)
TEXT_RATES = ((0.03, 0.05, 0.07), (0.1, 0.15, 0.2))
MIN_WORDS = 150


@dataclass(frozen=True, slots=True)
class School:
    """What makes examples: tables and spinners."""

    tables: Tables
    spinners: Sequence[Spinner]


def draw(*key: object) -> int:
    """A random number of 32 bits that depends on the key alone."""
    return int.from_bytes(hashlib.sha256(repr(key).encode()).digest()[:4], "big")


def _spin(article: Article, spinner: Spinner, rate: float, seed: int) -> Spun:
    """One spun text in eight uses the same synonym each time; most spinners choose a new one."""
    return spinner.spin(article.text, rate, seed, consistent=seed // 8 % 8 == 0)


def _examined(text: str, school: School) -> Examined:
    return examine(encode(text, school.tables), school.tables, quoted_lines(text).spans)


def long_enough(articles: Iterable[Article], words: int = MIN_WORDS) -> list[Article]:
    """Articles with at least that many words."""
    return [article for article in articles if len(article.text.split()) >= words]


def word_rows(articles: Iterable[Article], school: School) -> Arrays:
    """Features of the examined words of clean and spun texts, whether each was swapped, and the spinner (0: none)."""
    rows, swapped, spinner = [], [], []
    for article in articles:
        for number, text, spans in _versions(article, school):
            examined = _examined(text, school)
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
        spun = _spin(article, school.spinners[number], RATES[seed % 4], seed)
        yield number + 1, spun.text, np.array([start for start, _ in spun.spans], dtype=np.int64)


def text_statistics(articles: Iterable[Article], school: School, scorers: Scorers) -> Arrays:
    """Statistics of each article (`rows`, row by row), clean and then spun once for each line of `TEXT_RATES`,
    and of the clean ones the log-odds of every examined word (`words`) and how many words there are (`total`).
    """
    rows, words, total = [], [], 0
    for article in articles:
        total += len(article.text.split())
        for number, text in enumerate((article.text, *_spun(article, school))):
            examined = _examined(text, school)
            scores = scorers.words(examined)
            rows.append(scorers.statistics(examined, scores, np.ones(scores.shape[1], dtype=np.bool_)))
            if number == 0:
                words.append(scores[1])
    return {"rows": np.stack(rows), "words": np.concatenate(words), "total": np.array(total)}


def _spun(article: Article, school: School) -> Iterator[str]:
    """One text for each line of `TEXT_RATES`, at one of its rates. The last spinner has two turns."""
    last = len(school.spinners) - 1
    for number, rates in enumerate(TEXT_RATES):
        seed = draw(article.id, number, "text")
        spinner = school.spinners[min(seed % (last + 2), last)]
        yield _spin(article, spinner, rates[seed // 64 % len(rates)], seed).text
