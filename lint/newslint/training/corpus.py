"""Read a corpus of articles: one JSON object per line, with `text` and, if known, `outlet`, `id` and `headline`."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

import msgspec

from newslint.errors import UsageError
from newslint.yaml_source import plainly


class Article(msgspec.Struct, frozen=True):
    """One article of a corpus; paragraphs of `text` are separated by newlines."""

    text: str
    id: str = ""
    outlet: str = ""
    headline: str = ""


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of a JSON-lines file in order.

    Raises `UsageError` if the file cannot be read, has a line that is not an article (with its place), or has no
    article.
    """
    decoder, number, found = msgspec.json.Decoder(Article), 0, False
    try:
        with path.open("rb") as lines:
            for line in lines:
                number += 1
                if number == 1:
                    line = line.removeprefix(BOM_UTF8)
                if line.strip():
                    yield decoder.decode(line)
                    found = True
    except OSError as fault:
        raise UsageError(f"'{path}' cannot be read: {fault.strerror or fault}") from None
    except ValueError as fault:
        message, column = _explained(line, fault)
        raise UsageError(f"not an article: {message}", path=str(path), line=number, column=column) from None
    if not found:
        raise UsageError(f"'{path}' contains no article; it must have one JSON object per line, with 'text'")


def _explained(line: bytes, fault: ValueError) -> tuple[str, int]:
    """What is wrong with a line, and in which column (1-based code points)."""
    if isinstance(fault, msgspec.ValidationError):
        message, _, key = plainly(str(fault)).partition(" - at `$.")
        return f"{message}{f' for {key[:-1]!r}' if key else ''}", 1
    try:
        json.loads(line.decode())  # gives a better position, but is too slow for valid lines
    except UnicodeDecodeError as broken:
        return "this is not UTF-8", len(line[: broken.start].decode()) + 1
    except json.JSONDecodeError as broken:
        return f"not JSON: {broken.msg[:1].lower()}{broken.msg[1:]}", broken.pos + 1
    return f"not JSON: {fault}", 1
