"""Reader models: which installed package holds one. Nothing here loads it."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

_PACKAGE: Final = "newslint_reader"
HOW_TO_INSTALL: Final = (
    "no reader model is installed; install 'newslint-reader' (models/newslint-reader in newslint's repository)"
)


class _Shape(Struct, frozen=True):
    """Of what the model's file says, what is asked before it is loaded."""

    version: str


class ReaderModel(Struct, frozen=True):
    """An installed reader model: its name, its version and the folder of its files.

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
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).with_name("model")
    try:
        shape = msgspec.json.decode((folder / "model.json").read_bytes(), type=_Shape)
    except (OSError, msgspec.DecodeError):
        return None
    return ReaderModel("newslint-reader", shape.version, str(folder))
