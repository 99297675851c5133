"""The network: the lower four of MiniLM's six layers, and two outputs for each word: was it put in, and what does it need?

The upper two serve the meaning of whole sentences; without them training and reading cost two thirds.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

BACKBONE: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # SHA-256 of its weights
LAYERS, WIDTH, HEADS, INNER = 4, 384, 12, 1536
EPSILON: Final = 1e-12
_NEVER: Final = -1e4  # attention to what is not there


class Layer(nn.Module):
    """Attention and a feed-forward pair, each added and normalised (BERT)."""

    def __init__(self) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, EPSILON)
        self.norm_down = nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """`hidden`: windows × pieces × WIDTH; `mask`: which pieces are there."""
        size, length, _ = hidden.shape
        parts = self.mix(hidden).view(size, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        fits = (parts[0] * (WIDTH // HEADS) ** -0.5) @ parts[1].transpose(-1, -2)
        mixed = fits.masked_fill(~mask, _NEVER).softmax(-1).to(parts.dtype) @ parts[2]
        hidden = self.norm_out(hidden + self.out(mixed.transpose(1, 2).reshape(size, length, WIDTH)))
        return self.norm_down(hidden + self.down(gelu(self.up(hidden), approximate="tanh")))


class Network(nn.Module):
    """Pieces and capitals → of each piece the log-odds of being put in and a score for every tag."""

    def __init__(self, vocabulary: int, tags: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.capitals = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.put_in = nn.Linear(WIDTH, 1)
        self.tags = nn.Linear(WIDTH, tags)
        for frozen in (self.pieces, self.places):
            frozen.weight.requires_grad_(False)

    def forward(self, pieces: Tensor, capitals: Tensor) -> tuple[Tensor, Tensor]:
        """Both arguments: windows × pieces; 0 is no piece."""
        mask = (pieces != 0)[:, None, None, :]
        hidden = self.pieces(pieces) + self.places.weight[: pieces.shape[1]] + self.capitals(capitals)
        hidden = self.norm(hidden)
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return self.put_in(hidden).squeeze(-1), self.tags(hidden)


def pretrained(folder: Path, tags: int) -> Network:
    """The network with MiniLM's weights, from the folder of `model.safetensors`. ValueError if they are others."""
    found = _published(folder)
    network = Network(len(found["embeddings.word_embeddings.weight"]), tags)
    network.load_state_dict(_renamed(found), strict=False)
    return network


def word_vectors(folder: Path, words: Collection[str]) -> tuple[list[str], npt.NDArray[np.float32]]:
    """Those of the words that are one piece, and their rows in the pretrained table."""
    pieces = (folder / "vocab.txt").read_text("utf-8").splitlines()
    numbers = [number for number, piece in enumerate(pieces) if piece in words]
    table = _published(folder)["embeddings.word_embeddings.weight"].numpy()
    return [pieces[number] for number in numbers], table[numbers]


def _published(folder: Path) -> dict[str, Tensor]:
    data = (folder / "model.safetensors").read_bytes()
    if hashlib.sha256(data).hexdigest() != BACKBONE:
        raise ValueError(f"{folder}/model.safetensors is not the published file")
    return _tensors(data)


def _tensors(data: bytes) -> dict[str, Tensor]:
    """The tensors of a file in the safetensors format: a JSON header, then the numbers."""
    (size,) = struct.unpack("<Q", data[:8])
    header: dict[str, Any] = json.loads(data[8 : 8 + size])
    body = memoryview(bytearray(data[8 + size :]))
    return {
        name: torch.frombuffer(body[slice(*about["data_offsets"])], dtype=torch.float32).view(about["shape"]).clone()
        for name, about in header.items()
        if name != "__metadata__" and about["dtype"] == "F32"
    }


def _renamed(found: dict[str, Tensor]) -> dict[str, Tensor]:
    new = {
        "pieces.weight": found["embeddings.word_embeddings.weight"],
        "places.weight": found["embeddings.position_embeddings.weight"],
        "capitals.weight": found["embeddings.token_type_embeddings.weight"][:1].repeat(2, 1),
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm_out": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm_down": "output.LayerNorm",
    }
    for number in range(LAYERS):
        old, layer = f"encoder.layer.{number}.", f"layers.{number}."
        for part in ("weight", "bias"):
            mixed = [found[f"{old}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            new[f"{layer}mix.{part}"] = torch.cat(mixed)
            new |= {f"{layer}{name}.{part}": found[f"{old}{theirs}.{part}"] for name, theirs in names.items()}
    return new
