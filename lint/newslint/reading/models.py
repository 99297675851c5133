"""Models: what may read along beside the rules, and which of it is installed. Nothing here loads any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from newslint.reading import pipelines, reader_models

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a check may ask: nothing, the parses of a spaCy pipeline, or the reader model.
Reads = Literal["", "parses", "reader"]


def names(pipeline: str | None, *, reader: bool) -> Iterator[str]:
    """The pipeline of that name and the reader model, each with its version, as far as they read along."""
    if pipeline and (found := pipelines.find(pipeline)):
        yield str(found)
    if reader and (model := reader_models.find()):
        yield str(model)
