"""Fit the scorers that read the tables: boosted trees for words, a logistic regression for texts."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from newslint.spun.evidence import Regression
from newslint.spun.ngrams import F32
from newslint.spun.tokens import I64, Bool
from newslint.spun.trees import Trees

if TYPE_CHECKING:
    from catboost import CatBoostClassifier

TREES = 800
DEPTH = 6
_RIDGE = 10.0
_CLEAN_WEIGHT = 4.0  # a clean text wrongly flagged costs more than a spun one missed
_STEPS = 40


def fit_trees(rows: F32, swapped: Bool) -> Trees:
    """Boosted symmetric trees (CatBoost, Apache-2.0; the extra `newslint[train]`).

    The same rows on the same machine give the same trees: the seed and the number of threads are fixed.
    """
    from catboost import CatBoostClassifier

    model = CatBoostClassifier(
        iterations=TREES,
        depth=DEPTH,
        learning_rate=0.12,
        border_count=64,
        l2_leaf_reg=8,
        bootstrap_type="Bernoulli",
        subsample=0.5,
        score_function="L2",
        boost_from_average=False,
        random_seed=0,
        thread_count=2,
        verbose=0,
        allow_writing_files=False,
    )
    model.fit(rows, swapped)
    return _to_arrays(_exported(model))


def fit_regression(statistics: F32, spun: Bool) -> Regression:
    """Logistic regression with a ridge, by Newton's method on standardised columns."""
    mean, spread = statistics.mean(axis=0, dtype=np.float64), statistics.std(axis=0, dtype=np.float64) + 1e-6
    design = np.column_stack(((statistics - mean) / spread, np.ones(len(statistics))))
    weight = np.where(spun, 1.0, _CLEAN_WEIGHT)
    ridge = np.diag([_RIDGE] * statistics.shape[1] + [1e-6])
    found = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        slope = design.T @ (weight * (chance - spun)) + ridge @ found
        bend = (design * (weight * chance * (1 - chance) + 1e-9)[:, None]).T @ design + ridge
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-8:
            break
    weights = np.round(found[:-1] / spread, 9)
    return Regression(weights, round(float(found[-1] - weights @ mean), 9))


def held_out(statistics: F32, spun: Bool, parts: I64) -> npt.NDArray[np.float64]:
    """Log-odds of the rows, those of each part by a regression fitted to the other parts (cross-fitting)."""
    found = np.zeros(len(spun))
    for part in np.unique(parts):
        inside = parts == part
        regression = fit_regression(statistics[~inside], spun[~inside])
        found[inside] = statistics[inside] @ regression.weights + regression.bias
    return found


def _exported(model: CatBoostClassifier) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trees.json"
        model.save_model(str(path), format="json")
        exported: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return exported


def _to_arrays(exported: dict[str, Any]) -> Trees:
    """CatBoost's export as arrays; a tree with fewer levels gets borders that nothing exceeds."""
    columns_of = [feature["flat_feature_index"] for feature in exported["features_info"]["float_features"]]
    trees = exported["oblivious_trees"]
    scale, (bias,) = exported["scale_and_bias"]
    columns = np.zeros((len(trees), DEPTH), dtype=np.uint8)
    borders = np.full((len(trees), DEPTH), np.inf, dtype=np.float32)
    leaves = np.zeros((len(trees), 1 << DEPTH), dtype=np.float32)
    for number, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"] or ()):
            columns[number, level] = columns_of[split["float_feature_index"]]
            borders[number, level] = split["border"]
        values = np.array(tree["leaf_values"]) * scale
        leaves[number, : len(values)] = values
    leaves[0] += bias
    return Trees(columns, borders, leaves.astype(np.float16).astype(np.float32))  # as they will be stored
