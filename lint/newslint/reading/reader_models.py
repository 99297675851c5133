"""Reader models, and models of sentences: which installed packages hold one. Nothing here loads it."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

_READER, _SENTENCES = "newslint-reader", "newslint-sentences"
HOW_TO_INSTALL: Final = (
    "no reader model is installed; install 'newslint-reader' (models/newslint-reader in newslint's repository)"
)


class _Shape(Struct, frozen=True):
    """Of what the model's file says, what is asked before it is loaded."""

    version: str


class ReaderModel(Struct, frozen=True):
    """An installed model: its name, its version and the folder of its files.

    As a text it names what its findings depend on: what `-v` and JSON show, and part of every cache's key.
    """

    name: str
    version: str
    folder: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@lru_cache(maxsize=1)
def find() -> ReaderModel | None:
    """The reader model that is installed, if one is."""
    return _installed(_READER)


@lru_cache(maxsize=1)
def of_sentences() -> ReaderModel | None:
    """The model of sentences that is installed, if one is."""
    return _installed(_SENTENCES)


def _installed(name: str) -> ReaderModel | None:
    spec = find_spec(name.replace("-", "_"))
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).with_name("model")
    try:
        shape = msgspec.json.decode((folder / "model.json").read_bytes(), type=_Shape)
    except (OSError, msgspec.DecodeError):
        return None
    return ReaderModel(name, shape.version, str(folder))
