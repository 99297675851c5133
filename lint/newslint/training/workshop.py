"""The folder in which training keeps finished steps, so that it can be stopped and resumed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import numpy as np

Item = TypeVar("Item")
Arrays: TypeAlias = Mapping[str, np.ndarray[Any, Any]]


class Workshop:
    """Finished steps, each a file of arrays named after the step and all its inputs."""

    def __init__(self, folder: Path, *, quiet: bool = False) -> None:
        self._folder, self._quiet = folder, quiet
        folder.mkdir(parents=True, exist_ok=True)

    def step(self, name: str, inputs: str, make: Callable[[], Arrays]) -> Arrays:
        """The arrays of a step: read if they were made from the same inputs before, otherwise made and kept."""
        digest = hashlib.sha256(inputs.encode()).hexdigest()[:12]
        path = self._folder / f"{name}-{digest}.npz"
        if not path.exists():
            unfinished = path.with_suffix(".part.npz")
            np.savez(unfinished, allow_pickle=False, **make())
            unfinished.replace(path)
        with np.load(path, allow_pickle=False) as kept:
            return {key: kept[key] for key in kept.files}

    def progress(self, items: Iterable[Item], label: str) -> Iterator[Item]:
        """The items, with a progress bar on standard error."""
        from tqdm import tqdm

        yield from tqdm(items, desc=label, disable=self._quiet, unit="")
