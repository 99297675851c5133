"""A corpus: articles to learn from; where they come from is others' business (`newslint.archive.corpus`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import msgspec


class Article(msgspec.Struct, frozen=True):
    """One article of a corpus; paragraphs of `text` are separated by newlines."""

    text: str
    id: str = ""
    outlet: str = ""


class Corpus(Protocol):
    """Articles, the same ones in the same order as often as they are asked for."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def identity(self) -> str:
        """What the articles depend on, as text: other articles, another text."""

    def articles(self) -> Iterator[Article]:
        """The articles. UsageError if there are none."""
