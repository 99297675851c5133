"""Calibrate for a newsroom: what its own clean archive says about its words and the thresholds for stated budgets."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from newslint.article.quotation import quoted_lines
from newslint.errors import UsageError
from newslint.spun.calibration import Calibration, shipped_model
from newslint.spun.model import Meta, SpunModel
from newslint.spun.ngrams import F32
from newslint.training.corpus import Article
from newslint.training.thresholds import text_thresholds, word_thresholds
from newslint.training.workshop import Arrays

NOTED, FLAGGED, WARNED = "1.0", "0.1", "0.0005"  # budgets: of accepted words, of spun-collocation and of spun-article
MIN_WORDS = 200  # of an article that machine.spun-article judges
# A word needs one more article for every so many words of archive: odd words also come up by chance.
_PER_SIGHTING = 1_000_000
# False flags needed to set a threshold for words; they come in clusters, so it may still be off by half.
_FLAGS = 30
_TEXTS = 10  # articles over the threshold needed to set a threshold for articles
_CHANCE = 0.01  # how often chance alone may suggest that the shipped threshold is too low

Shown = Callable[[Sequence[Article]], Iterable[Article]]


@dataclass(frozen=True, slots=True)
class Rates:
    """`flags`: false flags per 1,000 words at `FLAGGED`; `warned`: long enough articles over `WARNED`."""

    flags: float
    warned: int


@dataclass(frozen=True, slots=True)
class Calibrated:
    """A calibration, and its effect on articles that its words were not learnt from.

    `words` and `articles` of the archive, `judged` articles of it that are long enough; `with_words` at the shipped
    thresholds, `after` at the calibrated ones.
    """

    calibration: Calibration
    articles: int
    judged: int
    words: int
    before: Rates
    with_words: Rates
    after: Rates


@dataclass(frozen=True, slots=True)
class _Seen:
    """An article as the model sees it with some words excluded.

    `odd`: the words over the threshold for `NOTED`; `log_odds` of the other examined words; `text`: of the whole;
    `words`: how many there are.
    """

    odd: frozenset[str]
    log_odds: F32
    text: float
    words: int


def calibrate(articles: Iterable[Article], model: SpunModel, shown: Shown = iter) -> Calibrated:
    """Learn from a clean archive; a repeated text counts once. `shown` passes articles on, to show progress.

    The archive is cut in the middle (neighbours may cover one story), and each half is scored without the words of the
    other: thresholds and figures come from articles that the words were not learnt from.
    Raises `UsageError` if none of it can be judged.
    """
    known = list({article.text: article for article in articles}.values())
    halves = known[: len(known) // 2], known[len(known) // 2 :]
    seen = [[_look(article, model, frozenset()) for article in shown(half)] for half in halves]
    plain = list(chain.from_iterable(seen))
    if not any(len(article.log_odds) for article in plain):
        raise UsageError("the archive contains no English text to calibrate on")
    others = [_words(half) for half in reversed(seen)]
    crossed = zip(halves, others, strict=True)
    excused = [_look(article, model, words) for half, words in crossed for article in shown(half)]
    return _measured(tuple(sorted(_words(plain))), _arrays(plain), _arrays(excused), model.meta)


def _measured(house: tuple[str, ...], plain: Arrays, excused: Arrays, meta: Meta) -> Calibrated:
    """The calibration with these words, and its figures, from scores of the archive with and without these words."""
    shipped = meta.word_thresholds, meta.text_thresholds
    words = differing(house_words(excused), meta.word_thresholds)
    texts = differing(house_texts(excused, meta.text_thresholds), meta.text_thresholds)
    return Calibrated(
        Calibration(shipped_model(), house, words, texts),
        articles=int(plain["articles"]),
        judged=len(plain["texts"]),
        words=int(plain["total"]),
        before=_rates(plain, *shipped),
        with_words=_rates(excused, *shipped),
        after=_rates(excused, {**meta.word_thresholds, **words}, {**meta.text_thresholds, **texts}),
    )


def _look(article: Article, model: SpunModel, house: frozenset[str]) -> _Seen:
    """Read an article as it will be linted with the accepted words."""
    reading = model.read(article.text, quoted_lines(article.text).spans, house)
    places = zip(reading.examined.starts.tolist(), reading.examined.ends.tolist(), strict=True)
    words = np.array([article.text[start:end] for start, end in places], dtype=object)
    odd = words[reading.log_odds > model.meta.word_thresholds[NOTED]].tolist()
    left = np.array([word not in house for word in words], dtype=np.bool_)
    share, margin = next(iter(reading.margins.items()))
    text = margin + model.meta.text_thresholds[share]
    return _Seen(frozenset(odd) - house, reading.log_odds[left], text, len(article.text.split()))


def _words(seen: Sequence[_Seen]) -> frozenset[str]:
    """The words that are odd in an article, or in as many articles as an archive of this size requires."""
    least = 1 + sum(article.words for article in seen) // _PER_SIGHTING
    sightings = Counter(word for article in seen for word in article.odd)
    return frozenset(word for word, number in sightings.items() if number >= least)


def _arrays(seen: Sequence[_Seen]) -> Arrays:
    """Log-odds of all words (`words`) and of the articles that are long enough (`texts`); the numbers of words (`total`) and
    of `articles`.
    """
    texts = [article.text for article in seen if article.words >= MIN_WORDS]
    return {
        "words": np.concatenate([article.log_odds for article in seen]),
        "texts": np.array(texts),
        "total": np.array(sum(article.words for article in seen)),
        "articles": np.array(len(seen)),
    }


def house_words(clean: Arrays) -> dict[str, float]:
    """Thresholds for words, for those budgets for which the archive is large enough."""
    if not len(clean["words"]):  # all examined words are accepted ones
        return {}
    found = word_thresholds(clean["words"], int(clean["total"]))
    return {budget: border for budget, border in found.items() if float(budget) * clean["total"] / 1000 >= _FLAGS}


def house_texts(clean: Arrays, shipped: Mapping[str, float]) -> dict[str, float]:
    """Thresholds for articles, for the shares on which the archive knows better than the model.

    With enough articles over it, a threshold comes from the data. With fewer the shipped one stays, unless more
    articles are over it than chance explains; then it rises to the extrapolated tail, or to where chance explains the
    rest.
    """
    texts = np.sort(clean["texts"])[::-1]
    drawn = text_thresholds(clean["texts"]) if len(texts) else {}
    found = {}
    for share, border in drawn.items():
        expected = float(share) * len(texts)
        if expected >= _TEXTS:
            found[share] = border
        elif (texts > shipped[share]).sum() > (most := by_chance(expected)):
            found[share] = max(border, float(texts[most]))
    return found


def by_chance(expected: float) -> int:
    """The largest count that chance explains (Poisson, at `_CHANCE`) for a given expectation."""
    count, term = 0, math.exp(-expected)
    total = term
    while total < 1 - _CHANCE:
        count += 1
        term *= expected / count
        total += term
    return count


def differing(found: Mapping[str, float], shipped: Mapping[str, float]) -> dict[str, float]:
    """The calibrated thresholds that differ from the shipped ones; a smaller budget's is never below a larger one's."""
    kept, least = {}, -math.inf
    for budget in sorted(shipped, key=float, reverse=True):
        least = max(found.get(budget, shipped[budget]), least)
        if least != shipped[budget]:
            kept[budget] = round(least, 4)
    return {budget: kept[budget] for budget in shipped if budget in kept}


def _rates(clean: Arrays, words: Mapping[str, float], texts: Mapping[str, float]) -> Rates:
    flags = int((clean["words"] > words[FLAGGED]).sum()) * 1000 / max(int(clean["total"]), 1)
    return Rates(flags, int((clean["texts"] > texts[WARNED]).sum()))
