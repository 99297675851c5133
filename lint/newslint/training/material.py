"""Text to learn from: clean articles, and the same articles spun."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from newslint.language.evidence import statistics
from newslint.language.examine import Tables, examine
from newslint.language.scorer import Scorer
from newslint.training.corpus import Article
from newslint.training.spinner import Spinner
from newslint.training.workshop import Arrays

RATES = (0.05, 0.1, 0.2, 0.3)
LOW_RATES = (0.05, 0.1)
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


def text_statistics(articles: Iterable[Article], school: School, scorers: Mapping[str, Scorer]) -> Arrays:
    """Statistics of each article, clean (`spun` 0) and once by a spinner at each low rate, by each scorer."""
    found: dict[str, list[np.ndarray]] = {name: [] for name in scorers}
    labels = []
    for article in articles:
        texts = [article.text]
        for number, rate in enumerate(LOW_RATES):
            seed = draw(article.id, number, "text")
            spinner = school.spinners[seed % len(school.spinners)]
            texts.append(spinner.spin(article.text, rate, seed, consistent=_consistent(seed)).text)
        for number, text in enumerate(texts):
            labels.append(number > 0)
            for name, values in _statistics(text, school.tables, scorers).items():
                found[name].append(values)
    return {"spun": np.array(labels), **{name: np.stack(values) for name, values in found.items()}}


def _statistics(text: str, tables: Tables, scorers: Mapping[str, Scorer]) -> dict[str, np.ndarray]:
    examined = examine(text, tables)
    rows = {"lone": examined.lone, "both": examined.both}
    return {
        name: statistics(examined.by_word(scorers[name].words(rows[name])), examined.context.words) for name in scorers
    }


def clean_scores(articles: Iterable[Article], tables: Tables, scorers: Mapping[str, Scorer]) -> Arrays:
    """Clean articles as they will be linted: log-odds of every looked-at word, of every text, and all words."""
    words, texts, total = [], [], 0
    for article in articles:
        examined = examine(article.text, tables)
        scores = {"lone": scorers["lone"].words(examined.lone), "both": scorers["both"].words(examined.both)}
        words.append(scores["both"])
        texts.append(
            [scorers[name].text(examined.by_word(scores[name]), examined.context.words) for name in ("lone", "both")]
        )
        total += len(article.text.split())
    return {"words": np.concatenate(words), "texts": np.array(texts), "total": np.array(total)}
