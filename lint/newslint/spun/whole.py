"""The whole article: is it news whose words, taken together, come from a thesaurus?

The words of a trade are as odd to a model of news as those of a thesaurus.  What sets them apart is that running prose has
few of them for which a clearly better word is at hand, and what kind of text they are in.  So a logistic regression is fitted
to articles spun and clean, the clean ones of many genres, over what the model of news says of the article, the odds of those
words of running prose that have a better alternative, and a few figures that describe the text.  Texts of other genres weigh as
clean, so that it abstains from what it was not made to judge.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec import Struct, json

from newslint.spun.evidence import Regression, strongest
from newslint.spun.oddity import SUSPECT, judged, oddities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.article.document import Document
    from newslint.spun.ngrams import F32
    from newslint.spun.oddity import OddWord

FILE: Final = "whole.json"
FEWEST: Final = 150  # words of running prose
_LONGEST: Final = 4_500  # code points of running prose that count: longer texts were not learnt from
_SENTENCE: Final = 8  # words of a block
_ENDS: Final = tuple(".!?\"”’')…:")
_RUNNING: Final = frozenset({"paragraph", "dek"})
_AHEAD: Final = 3.0  # nats by which an alternative is clearly better
_WITNESSES: Final = 3  # different words with a better alternative
_LEAST: Final = -6.0  # log-odds of a word that count
_CODE: Final = frozenset("{}[]<>_=/\\|#*~^`@$")
_MUCH_CODE: Final = 0.2


class Fitted(Struct, frozen=True):
    """The regression as it is kept: the weights of `features`, the bias, and for each share of clean articles the log-odds
    that no more of them exceed.
    """

    weights: list[float]
    bias: float
    thresholds: dict[str, float]

    def log_odds(self, values: F32) -> float:
        """Log-odds of one row of features."""
        return Regression(np.array(self.weights), self.bias).log_odds(values)


class Whole(Struct, frozen=True):
    """The verdict: log-odds that the article was spun, and the odd words with a better alternative, the oddest first."""

    log_odds: float
    witnesses: tuple[OddWord, ...]


class Prose(Struct, frozen=True):
    """The running prose of an article: its blocks, half-open spans of the prose, and its text."""

    blocks: Sequence[tuple[int, int]]
    text: str

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def content(self) -> int:
        """About how many of its words are content words."""
        return max(self.length, 1) // 2


def whole(document: Document) -> Whole | None:
    """The verdict on an article; use `document.derived`.  None: too few words are odd."""
    found = witnesses(document.derived(doubted))
    if len(found) < _WITNESSES:
        return None
    return Whole(fitted().log_odds(features(document)), found)


@cache
def fitted() -> Fitted:
    """The regression that comes with newslint."""
    return json.decode((Path(__file__).parent.parent / "data" / "spun" / FILE).read_bytes(), type=Fitted)


def running(document: Document) -> Prose:
    """The paragraphs that are sentences, up to a length; no lists, headings, code or text in other languages; use
    `document.derived`.
    """
    text = document.prose.text
    blocks, length = [], 0
    for start, end in document.blocks(_RUNNING, foreign=False):
        block = text[start:end]
        if block.rstrip().endswith(_ENDS) and len(block.split()) >= _SENTENCE and length < _LONGEST:
            blocks.append((start, min(end, start + _LONGEST - length)))
            length += end - start
    return Prose(blocks, " ".join(text[start:end] for start, end in blocks))


def doubted(document: Document) -> tuple[OddWord, ...]:
    """The words of running prose, outside quotations, that the model examined; use `document.derived`."""
    return tuple(inside(document, document.derived(running).blocks, document.derived(oddities).words))


def inside(document: Document, blocks: Sequence[tuple[int, int]], words: Iterable[OddWord]) -> Iterator[OddWord]:
    """Those of some words, in order, that are in one of the blocks and not quoted."""
    ends = iter([*blocks, (len(document.prose.text) + 1,) * 2])
    start, end = next(ends)
    for word in words:
        while word.span.start >= end:
            start, end = next(ends)
        if word.span.start >= start and word.word.isalpha() and document.quoted.outside(word.span.start, word.span.end):
            yield word


def witnesses(words: Iterable[OddWord]) -> tuple[OddWord, ...]:
    """The odd words for which there is a better one, of each its oddest use, the oddest first."""
    oddest: dict[str, OddWord] = {}
    for word in sorted(words, key=lambda word: (-word.log_odds, word.span.start)):
        if word.log_odds > 0 and word.ahead >= _AHEAD:
            oddest.setdefault(word.word, word)
    return tuple(oddest.values())


def features(document: Document) -> F32:
    """The input of the regression.

    Few: with more, it learns the thesauri that it is fitted to.
    """
    prose = document.derived(running)
    words = document.derived(doubted)
    better = means(word for word in words if word.original and word.ahead >= _AHEAD)
    margin = document.derived(judged).reading.margins[SUSPECT]
    return np.concatenate(([margin], strongest(better), _described(prose, words))).astype(np.float32)


def means(words: Iterable[OddWord]) -> F32:
    """Log-odds of each distinct word: a word that is repeated is one piece of evidence."""
    uses: defaultdict[str, list[float]] = defaultdict(list)
    for word in words:
        uses[word.word].append(max(word.log_odds, _LEAST))
    return np.array([np.mean(found) for found in uses.values()], dtype=np.float32)


def _described(prose: Prose, words: Sequence[OddWord]) -> F32:
    """What kind of text it is: figures, capitals, code, words that the model doubts, words it has no alternative for, length."""
    written = prose.text.split()
    number = max(len(written), 1)
    return np.array(
        [
            sum(any(letter.isdigit() for letter in word) for word in written) / number,
            sum(word[:1].isupper() for word in written) / number,
            min(sum(letter in _CODE for letter in prose.text) / number, _MUCH_CODE),
            len(words) / max(prose.content, 1),
            sum(not word.original for word in words) / max(len(words), 1),
            np.log(number + 1),
        ],
        dtype=np.float32,
    )
