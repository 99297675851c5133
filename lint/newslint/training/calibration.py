"""Adapt to a house: which of its usual words the detector takes for swaps, by its own clean archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newslint.language.spun import Reading, SpunModel
from newslint.training.corpus import Article

_NOTED = "1.0"  # a word is the house's if it is over this threshold once, of 1,000 clean words one is
_FLAGGED = "0.2"
_SHARE = "0.002"
_EVERY = 2  # the words are learnt from every second article and tried on the others


@dataclass(frozen=True, slots=True)
class Calibration:
    """Words of the house in alphabetical order; false flags per 1,000 words of articles they were not learnt from,
    before and with them; articles read, and how many are over the threshold for a warning.
    """

    words: list[str]
    before: float
    after: float
    articles: int
    articles_over: int


def calibrate(articles: Iterable[Article], model: SpunModel) -> Calibration:
    """Read a clean archive.  All its odd words are kept; the figures come from halves that do not know each other."""
    noted: tuple[set[str], set[str]] = set(), set()
    flagged: list[str] = []
    total = over = number = 0
    for number, article in enumerate(articles, 1):
        reading = model.read(article.text)
        noted[number % _EVERY].update(_over(article.text, reading, model.meta.word_thresholds[_NOTED]))
        over += reading.margins[_SHARE] > 0
        if number % _EVERY:
            flagged += _over(article.text, reading, model.meta.word_thresholds[_FLAGGED])
            total += len(article.text.split())
    left = [word for word in flagged if word not in noted[0]]
    per_thousand = 1000 / max(total, 1)
    return Calibration(sorted(noted[0] | noted[1]), len(flagged) * per_thousand, len(left) * per_thousand, number, over)


def _over(text: str, reading: Reading, threshold: float) -> list[str]:
    """The looked-at words with higher log-odds."""
    odd = reading.log_odds > threshold
    places = zip(reading.examined.starts[odd].tolist(), reading.examined.ends[odd].tolist(), strict=True)
    return [text[start:end] for start, end in places]
