"""Fit when a whole article counts as spun: news, clean and spun, and clean copy of many other genres."""

from __future__ import annotations

import datetime
import json
import random
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from newslint.article.document import Settings
from newslint.article.readers import READERS, document_of
from newslint.article.text import Text
from newslint.errors import UsageError
from newslint.spun.model import shipped
from newslint.spun.whole import FEWEST, Fitted, examined, features
from newslint.training.corpus import Article, Corpus
from newslint.training.fitting import fit_regression, held_out
from newslint.training.material import draw
from newslint.training.spinner import Spinner
from newslint.training.split import Part, deal
from newslint.training.tables import function_words, same_spelling
from newslint.training.thesauri import Synonyms
from newslint.training.thresholds import text_thresholds

_SETTINGS: Final = Settings(today=datetime.date(2026, 11, 27))
_PLAIN: Final = READERS[0].name
_ARTICLES: Final = 1_500  # of news
_OF_A_SOURCE: Final = 150  # texts of another genre
_LONGEST: Final = 4_500  # code points of a text
_SHORTEST: Final = 200  # words of a text
_RATES: Final = (0.05, 0.1, 0.2)
_GROUPS: Final = 12  # of sources, for cross-fitting

Shown = Callable[[Sequence["Sample"], str], Iterable["Sample"]]


class Sample(NamedTuple):
    """A text, where it is from, and whether it was spun."""

    source: str
    text: str
    spun: bool = False


class Outcome(NamedTuple):
    """The regression, and how many of the clean texts there were, by source."""

    fitted: Fitted
    clean: Mapping[str, int]


def fit_whole(corpus: Corpus, genres: Path, thesauri: Mapping[str, Synonyms], shown: Shown) -> Outcome:
    """Fits the regression of `newslint.spun.whole` to `corpus` (outlets that the model's counts have not seen) and to `genres`:
    one JSON object a line with `source` and `blocks`.

    Each source, and each outlet, is judged by a regression that was fitted without it: thresholds come from that.
    UsageError if `genres` is not such a file.
    """
    samples = [*_news(corpus, thesauri), *_others(genres)]
    rows, kept = [], []
    for sample in shown(samples, "reading"):
        prose, words = examined(document_of(Text(sample.text), _SETTINGS, _PLAIN))
        if len(prose.text.split()) >= FEWEST:
            rows.append(features(prose, words))
            kept.append(sample)
    spun = np.array([sample.spun for sample in kept])
    statistics, groups = np.stack(rows), np.array([_group(sample.source) for sample in kept])
    regression = fit_regression(statistics, spun)
    thresholds = text_thresholds(held_out(statistics, spun, groups))
    fitted = Fitted(regression.weights.tolist(), regression.bias, thresholds)
    numbers: defaultdict[str, int] = defaultdict(int)
    for sample in kept:
        numbers[sample.source] += not sample.spun
    return Outcome(fitted, numbers)


def _group(source: str) -> int:
    """One of `_GROUPS`: what is fitted to the others judges a source."""
    return zlib.crc32(source.encode()) % _GROUPS


def _news(corpus: Corpus, thesauri: Mapping[str, Synonyms]) -> Iterator[Sample]:
    """Articles, and each of them once spun."""
    vocabulary = shipped().tables.vocabulary
    spinners = [
        Spinner(name, same_spelling(vocabulary, found), function_words()) for name, found in sorted(thesauri.items())
    ]
    for number, article in enumerate(_unseen(corpus)):
        text = _cut(article.text)
        yield Sample(article.outlet, text)
        spinner, rate = spinners[number % len(spinners)], _RATES[number // len(spinners) % len(_RATES)]
        yield Sample(article.outlet, spinner.spin(text, rate, draw(article.id, "whole")).text, spun=True)


def _unseen(corpus: Corpus) -> list[Article]:
    everything = list(corpus.articles())
    parts = deal(everything)
    unseen = [one for one in everything if parts[one.outlet] is Part.TEXTS and len(one.text.split()) >= _SHORTEST]
    random.Random(1).shuffle(unseen)
    return unseen[:_ARTICLES]


def _others(genres: Path) -> Iterator[Sample]:
    """Some texts of each source."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    try:
        for line in genres.read_text("utf-8").splitlines():
            row = json.loads(line)
            texts[row["source"]].append("\n\n".join(row["blocks"]))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UsageError(
            f"'{genres}' is no list of texts with 'source' and 'blocks', one JSON object a line: {fault}"
        ) from None
    for source, found in sorted(texts.items()):
        random.Random(3).shuffle(found)
        long = [cut for text in found if len((cut := _cut(text)).split()) >= _SHORTEST]
        yield from (Sample(source, text) for text in long[:_OF_A_SOURCE])


def _cut(text: str) -> str:
    """A text up to the end of a line."""
    edge = text.rfind("\n", 0, _LONGEST)
    return text if len(text) <= _LONGEST else text[: edge if edge > 0 else _LONGEST]
