"""The second half of training: scorers and thresholds over the tables, and the finished model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from newslint.language.examine import COLUMNS, LONE_COLUMNS
from newslint.language.scorer import Regression, Scorer
from newslint.language.spun import Meta, SpunModel
from newslint.language.trees import Trees
from newslint.training.corpus import Article
from newslint.training.fitting import fit_regression, fit_trees
from newslint.training.groundwork import Groundwork
from newslint.training.material import clean_scores, long_enough, text_statistics, word_rows
from newslint.training.split import Part
from newslint.training.thresholds import text_thresholds, word_thresholds
from newslint.training.workshop import Arrays

MAX_ROWS = 900_000
MAX_SPUN = {Part.WORDS: 1300, Part.DOCUMENTS: 1000}  # articles; a run stays under an hour on two cores
MIN_TEXT = 200  # words of a text from which on the false alarms are promised
_WIDTHS = {"lone": LONE_COLUMNS, "both": COLUMNS}


@dataclass(frozen=True)
class Pipeline:
    """Scorers and thresholds of a model, step by step."""

    ground: Groundwork

    def train(self) -> SpunModel:
        """The model."""
        scorers = self._regressed(self._trees())
        articles = long_enough(self.ground.articles[Part.THRESHOLDS], MIN_TEXT)
        clean = self._step("clean", lambda: clean_scores(self._shown(articles, "clean"), self.ground.tables, scorers))
        ngrams = self.ground.tables.ngrams
        meta = Meta(
            seed=ngrams.table.seed,
            segment_bits=ngrams.table.segment_bits,
            log_total=ngrams.log_total,
            regressions={n: [*s.regression.weights.tolist(), s.regression.bias] for n, s in scorers.items()},
            word_thresholds=word_thresholds(clean),
            text_thresholds=text_thresholds(clean),
        )
        return SpunModel(self.ground.tables, scorers, meta)

    def _trees(self) -> dict[str, Trees]:
        articles = self._some(Part.WORDS)
        made = self._step("rows", lambda: word_rows(self._shown(articles, "spinning"), self.ground.school))
        chosen = np.sort(np.random.default_rng(0).permutation(len(made["rows"]))[:MAX_ROWS])
        rows, swapped = made["rows"][chosen], made["swapped"][chosen]
        return {name: self._fitted(name, rows[:, :width], swapped) for name, width in _WIDTHS.items()}

    def _fitted(self, name: str, rows: np.ndarray, swapped: np.ndarray) -> Trees:
        def fit() -> Arrays:
            trees = fit_trees(rows, swapped)
            return {"columns": trees.columns, "borders": trees.borders, "leaves": trees.leaves}

        kept = self._step(f"trees-{name}", fit)
        return Trees(kept["columns"], kept["borders"], kept["leaves"])

    def _regressed(self, trees: Mapping[str, Trees]) -> dict[str, Scorer]:
        bare = {name: Scorer(found, Regression(np.zeros(1), 0.0)) for name, found in trees.items()}
        articles = self._some(Part.DOCUMENTS)
        made = self._step("texts", lambda: text_statistics(self._shown(articles, "texts"), self.ground.school, bare))
        return {name: Scorer(found, fit_regression(made[name], made["spun"])) for name, found in trees.items()}

    def _some(self, part: Part) -> list[Article]:
        return long_enough(self.ground.articles[part])[: MAX_SPUN[part]]

    def _step(self, name: str, make: Callable[[], Arrays]) -> Arrays:
        return self.ground.workshop.step(name, self.ground.inputs, make)

    def _shown(self, items: list[Article], label: str) -> Iterator[Article]:
        return self.ground.workshop.progress(items, label)
