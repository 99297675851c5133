"""Write a trained network as the files that newslint reads: `python -m training.export KEPT.pt BACKBONE OUT`.

Matrices become bytes with a scale for each row; pieces that English copy cannot need are left out of the vocabulary.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from newslint_reader import __version__

from training.network import HEADS, LAYERS
from training.tagging import TAGS

_MARKS: Final = frozenset("‘’“”–—…£€•°§©®™½¼¾×²³")
_NEEDED: Final = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
_WINDOW: Final = 192

Arrays = dict[str, npt.NDArray[Any]]


def main() -> None:
    """Writes `model.json`, `vocabulary.txt` and `weights.npz`."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("kept", "backbone", "out"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    state = torch.load(given.kept)
    weights = {name: tensor.float().numpy() for name, tensor in state["network"].items()}
    pieces = (given.backbone / "vocab.txt").read_text("utf-8").splitlines()
    chosen = [number for number, piece in enumerate(pieces) if _is_english(piece)]
    given.out.mkdir(parents=True, exist_ok=True)
    shape = {"version": __version__, "layers": LAYERS, "heads": HEADS, "tags": list(TAGS), "tokens": state["tokens"]}
    (given.out / "model.json").write_text(json.dumps(shape, indent=1) + "\n", "utf-8")
    (given.out / "vocabulary.txt").write_text("\n".join(pieces[number] for number in chosen), "utf-8")
    np.savez(given.out / "weights.npz", **_arrays(weights, chosen))


def _is_english(piece: str) -> bool:
    body = piece.removeprefix("##")
    return piece in _NEEDED or (not piece.startswith("[") and (body.isascii() or body in _MARKS)) or piece == "["


def _arrays(weights: dict[str, npt.NDArray[np.float32]], chosen: list[int]) -> Arrays:
    found = _rounded("pieces", weights["pieces.weight"][chosen])
    found |= _rounded("places", weights["places.weight"][:_WINDOW])
    found |= _rounded("capitals", weights["capitals.weight"])
    found |= _norm(weights, "norm", "norm")
    for number in range(LAYERS):
        old, new = f"layers.{number}.", f"layer-{number}-"
        for part in ("mix", "out", "up", "down"):
            found |= _linear(weights, old + part, new + part)
        for part in ("norm_out", "norm_down"):
            found |= _norm(weights, old + part, new + part.replace("_", "-"))
    return found | _linear(weights, "put_in", "put-in") | _linear(weights, "tags", "tags")


def _linear(weights: dict[str, npt.NDArray[np.float32]], old: str, new: str) -> Arrays:
    return _rounded(new, weights[f"{old}.weight"]) | {f"{new}-added": weights[f"{old}.bias"]}


def _norm(weights: dict[str, npt.NDArray[np.float32]], old: str, new: str) -> Arrays:
    return {f"{new}-scale": weights[f"{old}.weight"], f"{new}-shift": weights[f"{old}.bias"]}


def _rounded(name: str, matrix: npt.NDArray[np.float32]) -> Arrays:
    """A matrix as bytes, and what each row's are to be multiplied by."""
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-9) / 127
    return {name: np.round(matrix / scales[:, None]).astype(np.int8), f"{name}-scales": scales.astype(np.float32)}


if __name__ == "__main__":
    main()
