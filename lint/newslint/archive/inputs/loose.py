"""Loose: files of articles, each in one of newslint's own formats, which its name gives."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final

from newslint.archive.linting import Article
from newslint.article.readers import format_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.archive.inputs.fields import Fields

_LARGEST: Final = 32 * 1024 * 1024  # bytes of a file: what is longer would not be read as an article anyway


def read(file: BinaryIO, name: str, fields: Fields) -> Iterator[Article]:
    """The file, as one article (or, of an exchange format, as all that it holds); its outlet is its folder."""
    data = file.read(_LARGEST + 1)
    outlet = PurePosixPath(name).parent.name
    if len(data) > _LARGEST:
        yield Article(name, outlet=outlet, fault="the file is too large for an article")
    else:
        yield Article(name, data, format_of(name, data), outlet=outlet)
