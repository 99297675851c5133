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
from msgspec.structs import replace

from newslint.article.document import Document, Settings
from newslint.article.readers import READERS, document_of
from newslint.article.text import Text
from newslint.errors import UsageError
from newslint.spun.model import shipped
from newslint.spun.ngrams import F32
from newslint.spun.tokens import I64, Bool
from newslint.spun.whole import FEWEST, Fitted, features, running
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
_ARTICLES: Final = 6_000  # of news
_SPUN: Final = 1_500  # of them
_OF_A_SOURCE: Final = 400  # texts of another genre
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


class Read(NamedTuple):
    """The samples that have enough running prose, and a row of `newslint.spun.whole.features` for each."""

    samples: Sequence[Sample]
    rows: F32

    @property
    def spun(self) -> Bool:
        """Which were spun."""
        return np.array([sample.spun for sample in self.samples])

    @property
    def groups(self) -> I64:
        """One of `_GROUPS` for each: what is fitted to the others judges a source, and an outlet."""
        return np.array([zlib.crc32(sample.source.encode()) % _GROUPS for sample in self.samples])

    @property
    def clean(self) -> Mapping[str, int]:
        """How many clean texts there are, by source."""
        numbers: defaultdict[str, int] = defaultdict(int)
        for sample in self.samples:
            numbers[sample.source] += not sample.spun
        return numbers


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
    found = read(shown(samples(corpus, genres, thesauri), "reading"))
    regression = fit_regression(found.rows, found.spun)
    thresholds = text_thresholds(held_out(found.rows, found.spun, found.groups)[~found.spun])
    return Outcome(Fitted(regression.weights.tolist(), regression.bias, thresholds), found.clean)


def samples(corpus: Corpus, genres: Path, thesauri: Mapping[str, Synonyms]) -> list[Sample]:
    """News, clean and spun, and clean copy of other genres."""
    return [*_news(corpus, thesauri), *_others(genres)]


def read(samples: Iterable[Sample]) -> Read:
    """What the light model says of some texts."""
    rows, kept = [], []
    for sample in samples:
        document = opened(sample)
        if len(document.derived(running).text.split()) >= FEWEST:
            rows.append(features(document))
            kept.append(sample)
    return Read(kept, np.stack(rows))


def opened(sample: Sample, reader: str = "") -> Document:
    """A text as newslint reads it; `reader`: the folder of the reader model, if it is to read along."""
    return document_of(Text(sample.text), replace(_SETTINGS, reader=reader), _PLAIN)


def _news(corpus: Corpus, thesauri: Mapping[str, Synonyms]) -> Iterator[Sample]:
    """Articles, and some of them once more, spun."""
    vocabulary = shipped().tables.vocabulary
    spinners = [
        Spinner(name, same_spelling(vocabulary, found), function_words()) for name, found in sorted(thesauri.items())
    ]
    for number, article in enumerate(_unseen(corpus)):
        text = _cut(article.text)
        yield Sample(article.outlet, text)
        if number >= _SPUN:
            continue
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
