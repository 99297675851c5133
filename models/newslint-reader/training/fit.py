"""Fit how the two models' log-odds of a word are added up: `python -m training.fit LINES MODEL/model.json`.

LINES are those of `training.scores`: texts that neither model has learnt from, clean and spun.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
_LEAST: Final = -6.0  # as in newslint.spun.together
_ROUNDS: Final = 25
_RIDGE: Final = 1.0


def main() -> None:
    """Writes the line into the model's file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path)
    parser.add_argument("model", type=Path)
    given = parser.parse_args()
    rows, labels = table([json.loads(line) for line in given.lines.read_text("utf-8").splitlines()])
    light, reader, bias, unseen = (round(float(weight), 3) for weight in fitted(rows, labels))
    shape = json.loads(given.model.read_text("utf-8"))
    shape["together"] = {"light": light, "reader": reader, "bias": bias, "alone": unseen}
    given.model.write_text(json.dumps(shape, indent=1) + "\n", "utf-8")
    print(f"{len(rows)} words, {int(labels.sum())} put in: {shape['together']}")


def table(lines: list[dict[str, Any]]) -> tuple[F64, F64]:
    """Rows of (light log-odds, reader's, 1, whether the light model has not examined the word), and the labels."""
    rows = [
        (0.0 if light is None else max(light, _LEAST), reader, 1.0, float(light is None), put_in)
        for line in lines
        for _, light, _, reader, put_in in line["words"]
    ]
    values = np.array(rows, dtype=np.float64)
    return values[:, :4], values[:, 4]


def fitted(rows: F64, labels: F64) -> F64:
    """The weights of a logistic regression, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        chances = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (labels - chances) - _RIDGE * weights
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + _RIDGE * np.eye(rows.shape[1])
        weights += np.linalg.solve(curve, slope)
    return weights


if __name__ == "__main__":
    main()
