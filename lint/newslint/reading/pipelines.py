"""Pipelines: which installed English spaCy pipeline reads along. Nothing here imports spaCy."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

# spaCy's own, the better one first; small enough for a run over many files.
_USUAL: Final = ("en_core_web_md", "en_core_web_sm")
_GROUP: Final = "spacy_models"  # under which spaCy's packages announce themselves
_SLOW: Final = "_trf"  # transformers: a hundred times slower, so only where the configuration names one
HOW_TO_INSTALL: Final = "install one with 'python -m spacy download en_core_web_sm'"


class Pipeline(Struct, frozen=True):
    """An installed pipeline: the name of its package, its version and that of spaCy.

    As a text it names everything that its parses depend on: what `-v` and JSON show, and part of every cache's key.
    """

    name: str
    version: str
    engine: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.version}" + (f" (spaCy {self.engine})" if self.engine else "")


@lru_cache(maxsize=8)
def find(named: str | None = None) -> Pipeline | None:
    """The pipeline of that name, else the best that is installed; None if there is none, or no spaCy to load it."""
    if find_spec("spacy") is None:
        return None
    if named is not None:
        return _installed(named)
    return next(filter(None, map(_installed, _USUAL)), None) or next(_others(), None)


def missing(named: str | None) -> str:
    """One sentence: what could not be found, and what to do."""
    if find_spec("spacy") is None:
        return "spaCy is not installed; pip install 'newslint[nlp]'"
    if named is not None:
        return f"'{named}' is not an installed English spaCy pipeline with a parser; install it, or change 'pipeline'"
    return f"no English spaCy pipeline is installed; {HOW_TO_INSTALL}"


def _others() -> Iterator[Pipeline]:
    """Whatever English pipelines other packages bring, by name."""
    from importlib.metadata import entry_points

    names = {entry.name for entry in entry_points(group=_GROUP)}
    yield from filter(None, map(_installed, sorted(n for n in names if n.startswith("en_") and not n.endswith(_SLOW))))


def _installed(name: str) -> Pipeline | None:
    """The pipeline that a package holds, if it is English and parses."""
    spec = find_spec(name) if name.isidentifier() else None
    if spec is None or spec.origin is None:
        return None
    try:
        meta = msgspec.json.decode(Path(spec.origin).with_name("meta.json").read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.DecodeError):
        return None
    if meta.get("lang") != "en" or "parser" not in meta.get("pipeline", ()):
        return None
    from importlib.metadata import version

    return Pipeline(name, str(meta.get("version", "")), version("spacy"))
