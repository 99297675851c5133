"""Readers: Text → Layout, one file per format, by parsers that give exact source ranges."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from newslint.article.layout import Layout
    from newslint.article.text import Text

# Format → module with `read(text) -> Layout`; imported only when a file of that format is met.
READERS: Final[dict[str, str]] = {
    "plain": "newslint.article.readers.plain",
    "markdown": "newslint.article.readers.markdown",
    "html": "newslint.article.readers.html",
}
SUFFIXES: Final[dict[str, str]] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


class Reader(Protocol):
    """Text → Layout. Any text must give a layout: a reader never raises on what an article holds."""

    def read(self, text: Text) -> Layout:
        """The article's views."""


def format_of(path: str) -> str:
    """The format of a file by its name; `plain` if the name gives none."""
    return SUFFIXES.get(PurePosixPath(path).suffix.lower(), "plain")


def read(text: Text, form: str) -> Layout:
    """The layout of a text in one of the formats of READERS."""
    reader: Reader = import_module(READERS[form])
    return reader.read(text)
