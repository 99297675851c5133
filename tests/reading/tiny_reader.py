"""A reader model of one small layer, drawn at random: it reads like a large one and knows nothing."""

from __future__ import annotations

import json
import string
from pathlib import Path

import numpy as np

WIDTH, INNER = 8, 16
TAGS = ("keep", "delete", "form", "near", "insert the", "replace the")
PIECES = [
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "bridge", "##s"),
    *string.ascii_lowercase,
    *(f"##{letter}" for letter in string.ascii_lowercase),
    *".,",
]


def write(folder: Path) -> Path:
    """Writes the model's files; the same bytes each time."""
    folder.mkdir(parents=True)
    random = np.random.default_rng(1)
    arrays: dict[str, np.ndarray] = {}

    def rounded(name: str, rows: int, columns: int) -> None:
        arrays[name] = random.integers(-127, 128, (rows, columns), dtype=np.int8)
        arrays[f"{name}-scales"] = np.full(rows, 0.01, dtype=np.float32)

    def linear(name: str, rows: int, columns: int) -> None:
        rounded(name, rows, columns)
        arrays[f"{name}-added"] = np.zeros(rows, dtype=np.float32)

    rounded("pieces", len(PIECES), WIDTH)
    rounded("places", 192, WIDTH)
    rounded("capitals", 2, WIDTH)
    for name, rows, columns in (
        ("mix", 3 * WIDTH, WIDTH),
        ("out", WIDTH, WIDTH),
        ("up", INNER, WIDTH),
        ("down", WIDTH, INNER),
    ):
        linear(f"layer-0-{name}", rows, columns)
    linear("put-in", 1, WIDTH)
    linear("tags", len(TAGS), WIDTH)
    for name in ("norm", "layer-0-norm-out", "layer-0-norm-down"):
        arrays |= {f"{name}-scale": np.ones(WIDTH, np.float32), f"{name}-shift": np.zeros(WIDTH, np.float32)}
    np.savez(folder / "weights.npz", **arrays)
    (folder / "vocabulary.txt").write_text("\n".join(PIECES), "utf-8")
    shape = {"version": "9", "layers": 1, "heads": 2, "tags": TAGS}
    shape["together"] = {"light": 1.0, "reader": 1.0, "bias": 0.0, "alone": -4.0}
    (folder / "model.json").write_text(json.dumps(shape), "utf-8")
    return folder
