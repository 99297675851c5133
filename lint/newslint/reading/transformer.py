"""Small transformers on numpy: the arithmetic of the reader model and of the sentence model.

Weights are kept as bytes with a scale for each row and multiplied as 32-bit floats: numpy alone is needed, and
processors differ in the last digits only, which rounding takes away.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

F32: TypeAlias = npt.NDArray[np.float32]

_EPSILON: Final = np.float32(1e-12)
_BATCH: Final = 1024  # pieces of several windows that go through the layers together
_ROOT: Final = np.float32(0.7978845608028654)  # of 2 / π: GELU's approximation by tanh
_CUBIC: Final = np.float32(0.044715)


class Linear(Struct, frozen=True):
    """A matrix and what is added to its products."""

    weights: F32
    added: F32

    def __call__(self, rows: F32) -> F32:
        """Each row through the matrix."""
        product: F32 = rows @ self.weights
        product += self.added
        return product


class Norm(Struct, frozen=True):
    """Brings rows to a learnt mean and spread."""

    scale: F32
    shift: F32

    def __call__(self, rows: F32) -> F32:
        """Each row by its own mean and spread."""
        centred = rows - rows.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + _EPSILON)
        normal: F32 = centred / spread * self.scale + self.shift
        return normal


class Layer(Struct, frozen=True):
    """Attention and a feed-forward pair, each added and brought to norm."""

    mix: Linear
    out: Linear
    norm_out: Norm
    up: Linear
    down: Linear
    norm_down: Norm

    def __call__(self, rows: F32, lengths: Sequence[int], heads: int) -> F32:
        """`rows`: the pieces of several windows, one after the other; each window attends to itself only."""
        mixed = self.mix(rows)
        seen = np.concatenate([_attended(part, heads) for part in np.split(mixed, np.cumsum(lengths)[:-1])])
        rows = self.norm_out(rows + self.out(seen))
        return self.norm_down(rows + self.down(_gelu(self.up(rows))))


def _attended(mixed: F32, heads: int) -> F32:
    """What each piece of one window takes from the others: queries, keys and values side by side → values, mixed."""
    length = len(mixed)
    queries, keys, values = mixed.reshape(length, 3, heads, -1).transpose(1, 2, 0, 3)
    fits: F32 = queries @ keys.transpose(0, 2, 1)
    fits -= fits.max(axis=2, keepdims=True)
    np.exp(fits, out=fits)
    fits /= fits.sum(axis=2, keepdims=True)
    taken: F32 = (fits @ values).transpose(1, 0, 2).reshape(length, -1)
    return taken


def _gelu(rows: F32) -> F32:
    """GELU, x · Φ(x), by tanh."""
    inner = rows * rows
    inner *= _CUBIC
    inner += 1
    inner *= rows
    inner *= _ROOT
    np.tanh(inner, out=inner)
    inner += 1
    inner *= rows
    inner *= np.float32(0.5)
    return inner


class Encoder:
    """The pieces, the places and the layers of a folder with `model.json` and `weights.npz`."""

    def __init__(self, folder: Path) -> None:
        shape = json.loads((folder / "model.json").read_text("utf-8"))
        self.heads: int = shape["heads"]
        with np.load(folder / "weights.npz", allow_pickle=False) as kept:
            self._weights = {name: kept[name] for name in kept.files}
        self._pieces, self._scales = self._weights["pieces"], self._weights["pieces-scales"]
        self._places = _whole(self._weights, "places")
        self._norm = _norm(self._weights, "norm")
        self._layers = [_layer(self._weights, number) for number in range(shape["layers"])]

    def encoded(self, windows: Sequence[F32]) -> list[F32]:
        """The rows of several windows, a row a piece, after all layers."""
        lengths = [len(window) for window in windows]
        rows = self._norm(np.concatenate(windows))
        for layer in self._layers:
            rows = layer(rows, lengths, self.heads)
        return np.split(rows, np.cumsum(lengths)[:-1])

    def embedded(self, pieces: Sequence[int]) -> F32:
        """The vectors of a window's pieces in their places."""
        numbers = np.asarray(pieces)
        words: F32 = self._pieces[numbers] * self._scales[numbers, None]
        words += self._places[: len(numbers)]
        return words


class Transformer(Encoder):
    """The network of the reader model: an encoder that is told capitals, and two outputs for each piece."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._capitals = _whole(self._weights, "capitals")
        self._put_in, self._tags = _linear(self._weights, "put-in"), _linear(self._weights, "tags")

    def read(self, windows: Sequence[tuple[Sequence[int], Sequence[int]]]) -> list[tuple[F32, F32]]:
        """Of each window (its pieces, and whether each is of a word with a capital) the log-odds of being put in, and the
        scores of all tags, a row a piece.
        """
        found: list[tuple[F32, F32]] = []
        batch: list[tuple[Sequence[int], Sequence[int]]] = []
        for window in windows:
            if batch and sum(len(pieces) for pieces, _ in batch) + len(window[0]) > _BATCH:
                found += self._read(batch)
                batch = []
            batch.append(window)
        return found + (self._read(batch) if batch else [])

    def _read(self, batch: Sequence[tuple[Sequence[int], Sequence[int]]]) -> list[tuple[F32, F32]]:
        encoded = self.encoded(
            [self.embedded(pieces) + self._capitals[np.asarray(capitals)] for pieces, capitals in batch]
        )
        rows = np.concatenate(encoded)
        borders = np.cumsum([len(window) for window in encoded])[:-1]
        odds, tags = self._put_in(rows)[:, 0], self._tags(rows)
        return list(zip(np.split(odds, borders), np.split(tags, borders), strict=True))


def _layer(weights: Mapping[str, F32], number: int) -> Layer:
    name = f"layer-{number}"
    mix, out, up, down = (_linear(weights, f"{name}-{part}") for part in ("mix", "out", "up", "down"))
    return Layer(mix, out, _norm(weights, f"{name}-norm-out"), up, down, _norm(weights, f"{name}-norm-down"))


def _linear(weights: Mapping[str, F32], name: str) -> Linear:
    return Linear(np.ascontiguousarray(_whole(weights, name).T), weights[f"{name}-added"].astype(np.float32))


def _norm(weights: Mapping[str, F32], name: str) -> Norm:
    return Norm(weights[f"{name}-scale"].astype(np.float32), weights[f"{name}-shift"].astype(np.float32))


def _whole(weights: Mapping[str, F32], name: str) -> F32:
    """A matrix as floats: its bytes times each row's scale."""
    whole: F32 = weights[name].astype(np.float32) * weights[f"{name}-scales"][:, None]
    return whole
