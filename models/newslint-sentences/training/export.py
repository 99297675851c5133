"""Write all-MiniLM-L6-v2 as the files that newslint reads: `python -m training.export FOLDER OUT`.

Matrices become bytes with a scale for each row; pieces that English copy cannot need are left out of the vocabulary.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from newslint_sentences import __version__
from safetensors.numpy import load_file

_WEIGHTS: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_LAYERS, _HEADS, _WIDTH, _WINDOW = 6, 12, 384, 192
_MARKS: Final = frozenset("‘’“”–—…£€•°§©®™½¼¾×²³")
_NEEDED: Final = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")

Arrays = dict[str, npt.NDArray[Any]]


def main() -> None:
    """Writes `model.json`, `vocabulary.txt` and `weights.npz`. SystemExit if the weights are others."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("folder", "out"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    file = given.folder / "model.safetensors"
    if hashlib.sha256(file.read_bytes()).hexdigest() != _WEIGHTS:
        raise SystemExit(f"{file} does not hold the published weights of all-MiniLM-L6-v2")
    weights = {name.removeprefix("bert."): matrix.astype(np.float32) for name, matrix in load_file(file).items()}
    pieces = (given.folder / "vocab.txt").read_text("utf-8").splitlines()
    chosen = [number for number, piece in enumerate(pieces) if _is_english(piece)]
    given.out.mkdir(parents=True, exist_ok=True)
    shape = {"version": __version__, "layers": _LAYERS, "heads": _HEADS}
    (given.out / "model.json").write_text(json.dumps(shape, indent=1) + "\n", "utf-8")
    (given.out / "vocabulary.txt").write_text("\n".join(pieces[number] for number in chosen), "utf-8")
    np.savez(given.out / "weights.npz", **_arrays(weights, chosen))


def _is_english(piece: str) -> bool:
    body = piece.removeprefix("##")
    return piece in _NEEDED or (not piece.startswith("[") and (body.isascii() or body in _MARKS)) or piece == "["


def _arrays(weights: Arrays, chosen: list[int]) -> Arrays:
    places = (
        weights["embeddings.position_embeddings.weight"][:_WINDOW]
        + weights["embeddings.token_type_embeddings.weight"][0]
    )
    found = _rounded("pieces", weights["embeddings.word_embeddings.weight"][chosen]) | _rounded("places", places)
    found |= _norm(weights, "embeddings.LayerNorm", "norm")
    for number in range(_LAYERS):
        old, new = f"encoder.layer.{number}.", f"layer-{number}-"
        mixed = [f"{old}attention.self.{part}" for part in ("query", "key", "value")]
        for end in ("weight", "bias"):  # what reads does not divide by the root of a head's width
            weights[f"{mixed[0]}.{end}"] /= np.float32((_WIDTH / _HEADS) ** 0.5)
        found |= _rounded(f"{new}mix", np.concatenate([weights[f"{name}.weight"] for name in mixed]))
        found[f"{new}mix-added"] = np.concatenate([weights[f"{name}.bias"] for name in mixed])
        found |= _linear(weights, f"{old}attention.output.dense", f"{new}out")
        found |= _norm(weights, f"{old}attention.output.LayerNorm", f"{new}norm-out")
        found |= _linear(weights, f"{old}intermediate.dense", f"{new}up")
        found |= _linear(weights, f"{old}output.dense", f"{new}down")
        found |= _norm(weights, f"{old}output.LayerNorm", f"{new}norm-down")
    return found


def _linear(weights: Arrays, old: str, new: str) -> Arrays:
    return _rounded(new, weights[f"{old}.weight"]) | {f"{new}-added": weights[f"{old}.bias"]}


def _norm(weights: Arrays, old: str, new: str) -> Arrays:
    return {f"{new}-scale": weights[f"{old}.weight"], f"{new}-shift": weights[f"{old}.bias"]}


def _rounded(name: str, matrix: npt.NDArray[Any]) -> Arrays:
    """A matrix as bytes, and what each row's are to be multiplied by."""
    scales = np.maximum(np.abs(matrix).max(axis=1), 1e-9) / 127
    return {name: np.round(matrix / scales[:, None]).astype(np.int8), f"{name}-scales": scales.astype(np.float32)}


if __name__ == "__main__":
    main()
