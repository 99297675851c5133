"""How well single words are found by the light model, the reader model and both, as Markdown.

    cd models/newslint-reader
    python -m training.scores --model newslint_reader/model --lexica kept/lexica.json --out clean.jsonl \\
      --news news-train.jsonl --held-out --number 40
    python -m training.scores … --out spun.jsonl --news news-dev.jsonl --number 20 --spin --unrelated unrelated.json
    python -m training.scores … --out hand.jsonl --by-hand FOLDER
    python ../../benchmarks/spun/reader.py clean.jsonl newslint_reader/model/model.json spun.jsonl hand.jsonl

A threshold is what so many of 1,000 words of the clean lines exceed; precision and recall are those of each file of spun ones.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from newslint.spun.together import Weights

FLAGS = (0.1, 0.5, 1.0)
LOW = -99.0
Row = list[Any]
Judge = Callable[[Row], float]


def lines(path: str) -> list[dict[str, Any]]:
    """The lines of a file of scores."""
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def judges(model: str) -> dict[str, Judge]:
    """Name → a word's log-odds; a word that the light model did not examine is below all others for it."""
    both = Weights(**json.loads(Path(model).read_bytes())["together"])
    return {
        "light": lambda row: LOW if row[1] is None else row[1],
        "reader": lambda row: row[3],
        "both": lambda row: both.log_odds(row[1], row[3]),
    }


def thresholds(judge: Judge, clean: list[dict[str, Any]]) -> list[float]:
    """What so many of 1,000 clean words exceed, for each of FLAGS."""
    words = sum(line["length"] for line in clean)
    falling = sorted((judge(row) for line in clean for row in line["words"]), reverse=True)
    return [falling[min(int(words * flags / 1000), len(falling) - 1)] for flags in FLAGS]


def cells(judge: Judge, borders: list[float], spun: list[dict[str, Any]]) -> Iterator[str]:
    """Precision and recall at each threshold, and the average precision."""
    rows = [row for line in spun for row in line["words"]]
    scores, labels = np.array([judge(row) for row in rows]), np.array([row[4] for row in rows], dtype=bool)
    for border in borders:
        over = scores > border
        yield f"{labels[over].mean() if over.any() else 0:.2f} / {(labels & over).sum() / labels.sum():.3f}"
    order = np.argsort(-scores, kind="stable")
    hits = labels[order]
    yield f"{(np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean():.2f}"


def main(clean_path: str, model: str, *spun_paths: str) -> None:
    """Prints the table."""
    clean = lines(clean_path)
    print(f"clean: {len(clean)} texts, {sum(line['length'] for line in clean):,} words")
    print("| texts | model | " + " | ".join(f"P / R at {flags}" for flags in FLAGS) + " | average precision |")
    print("|---" * (len(FLAGS) + 3) + "|")
    for path in spun_paths:
        spun = [line for line in lines(path) if line["how"]]
        put_in = sum(row[4] for line in spun for row in line["words"])
        for name, judge in judges(model).items():
            shown = " | ".join(cells(judge, thresholds(judge, clean), spun))
            print(f"| {Path(path).stem}: {len(spun)} texts, {put_in:,} words put in | {name} | {shown} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
