"""Read a corpus of articles: one JSON object a line, with `text` and, if known, `outlet`, `id` and `headline`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec


class Article(msgspec.Struct, frozen=True):
    """One article of a corpus; paragraphs of `text` are separated by newlines."""

    text: str
    id: str = ""
    outlet: str = ""
    headline: str = ""


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of a JSON-lines file in order.

    Raises `msgspec.DecodeError` or `msgspec.ValidationError` on a line that is no article.
    """
    decoder = msgspec.json.Decoder(Article)
    with path.open("rb") as lines:
        for line in lines:
            if line.strip():
                yield decoder.decode(line)
