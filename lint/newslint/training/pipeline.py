"""The second half of training: scorers and thresholds over the tables, and the finished model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace

from newslint.language.examine import COLUMNS, LONE_COLUMNS
from newslint.language.spun import Meta, Scorers, SpunModel
from newslint.language.trees import Trees
from newslint.training.corpus import Article
from newslint.training.fitting import fit_regression, fit_trees
from newslint.training.groundwork import Groundwork
from newslint.training.material import PLAIN, clean_scores, long_enough, text_statistics, word_rows
from newslint.training.split import Part
from newslint.training.thresholds import text_thresholds, word_thresholds
from newslint.training.workshop import Arrays

MAX_ROWS = 1_200_000
MAX_SPUN = {Part.WORDS: 1800, Part.DOCUMENTS: 1500}  # articles; a run stays under an hour on two cores
MIN_TEXT = 200  # words of a text from which on the false alarms are promised
_WIDTHS = {"lone": LONE_COLUMNS, "both": COLUMNS}


@dataclass(frozen=True)
class Pipeline:
    """Scorers and thresholds of a model, step by step."""

    ground: Groundwork

    def train(self) -> SpunModel:
        """The model."""
        draft = self._draft()
        articles = long_enough(self.ground.articles[Part.THRESHOLDS], MIN_TEXT)
        clean = self._step("clean", lambda: clean_scores(self._shown(articles, "clean"), draft))
        found = {"word_thresholds": word_thresholds(clean), "text_thresholds": text_thresholds(clean)}
        return SpunModel(draft.tables, draft.scorers, replace(draft.meta, **found))

    def _draft(self) -> SpunModel:
        """The model without thresholds."""
        tables, scorers = self.ground.tables, self._trees()
        articles = self._some(Part.DOCUMENTS)
        made = self._step("texts", lambda: text_statistics(self._shown(articles, "texts"), self.ground.school, scorers))
        regression = fit_regression(made["rows"], made["spun"])
        table = tables.ngrams.table
        meta = Meta(
            seed=table.seed,
            segment_bits=table.segment_bits,
            log_total=tables.ngrams.log_total,
            regression=[*regression.weights.tolist(), regression.bias],
            word_thresholds={},
            text_thresholds={PLAIN: 0.0},
        )
        return SpunModel(tables, scorers, meta)

    def _trees(self) -> Scorers:
        articles = self._some(Part.WORDS)
        made = self._step("rows", lambda: word_rows(self._shown(articles, "spinning"), self.ground.school))
        chosen = np.sort(np.random.default_rng(0).permutation(len(made["rows"]))[:MAX_ROWS])
        rows, swapped = made["rows"][chosen], made["swapped"][chosen]
        return Scorers(*(self._fitted(name, rows[:, :width], swapped) for name, width in _WIDTHS.items()))

    def _fitted(self, name: str, rows: np.ndarray, swapped: np.ndarray) -> Trees:
        def fit() -> Arrays:
            trees = fit_trees(rows, swapped)
            return {"columns": trees.columns, "borders": trees.borders, "leaves": trees.leaves}

        kept = self._step(f"trees-{name}", fit)
        return Trees(kept["columns"], kept["borders"], kept["leaves"])

    def _some(self, part: Part) -> list[Article]:
        return long_enough(self.ground.articles[part])[: MAX_SPUN[part]]

    def _step(self, name: str, make: Callable[[], Arrays]) -> Arrays:
        return self.ground.workshop.step(name, self.ground.inputs, make)

    def _shown(self, items: list[Article], label: str) -> Iterator[Article]:
        return self.ground.workshop.progress(items, label)
