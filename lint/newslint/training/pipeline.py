"""The second half of training: scorers and thresholds over the tables, and the finished model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from newslint.errors import UsageError
from newslint.spun.examine import COLUMNS, LONE_COLUMNS
from newslint.spun.model import Meta, Scorers, SpunModel
from newslint.spun.trees import Trees
from newslint.training.corpus import Article
from newslint.training.fitting import fit_regression, fit_trees, held_out
from newslint.training.groundwork import Groundwork
from newslint.training.material import TEXT_RATES, long_enough, text_statistics, word_rows
from newslint.training.split import Part, folds
from newslint.training.thresholds import text_thresholds, word_thresholds
from newslint.training.workshop import Arrays

MAX_ROWS = 1_200_000
MAX_SPUN = 2400  # articles that the trees are fitted to
MIN_TEXT = 200  # words of a text, from which the false-alarm rates hold
_WIDTHS = {"lone": LONE_COLUMNS, "both": COLUMNS}


@dataclass(frozen=True)
class Pipeline:
    """Scorers and thresholds of a model, step by step."""

    ground: Groundwork

    def train(self) -> SpunModel:
        """The model."""
        tables, scorers = self.ground.tables, self._trees()
        articles = long_enough(self.ground.articles[Part.TEXTS], MIN_TEXT)
        made = self._step("texts", lambda: text_statistics(self._shown(articles, "texts"), self.ground.school, scorers))
        spun = np.arange(len(made["rows"])) % (1 + len(TEXT_RATES)) > 0
        clean = held_out(made["rows"], spun, np.repeat(folds(articles), 1 + len(TEXT_RATES)))[~spun]
        regression = fit_regression(made["rows"], spun)
        meta = Meta(
            seed=tables.ngrams.table.seed,
            segment_bits=tables.ngrams.table.segment_bits,
            log_total=tables.ngrams.log_total,
            regression=[*regression.weights.tolist(), regression.bias],
            word_thresholds=word_thresholds(made["words"], int(made["total"])),
            text_thresholds=text_thresholds(clean),
        )
        return SpunModel(tables, scorers, meta)

    def _trees(self) -> Scorers:
        articles = long_enough(self.ground.articles[Part.WORDS])[:MAX_SPUN]
        made = self._step("rows", lambda: word_rows(self._shown(articles, "spinning"), self.ground.school))
        if not made["swapped"].any():
            raise UsageError("the thesauri contain no word of the corpus; are they in the same language?")
        chosen = np.sort(np.random.default_rng(0).permutation(len(made["rows"]))[:MAX_ROWS])
        rows, swapped = made["rows"][chosen], made["swapped"][chosen]
        return Scorers(*(self._fitted(name, rows[:, :width], swapped) for name, width in _WIDTHS.items()))

    def _fitted(self, name: str, rows: np.ndarray, swapped: np.ndarray) -> Trees:
        def fit() -> Arrays:
            trees = fit_trees(rows, swapped)
            return {"columns": trees.columns, "borders": trees.borders, "leaves": trees.leaves}

        kept = self._step(f"trees-{name}", fit)
        return Trees(kept["columns"], kept["borders"], kept["leaves"])

    def _step(self, name: str, make: Callable[[], Arrays]) -> Arrays:
        return self.ground.workshop.step(name, self.ground.inputs, make)

    def _shown(self, items: list[Article], label: str) -> Iterator[Article]:
        return self.ground.workshop.progress(items, label)
