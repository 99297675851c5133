"""Texts to learn from: news of the outlets that the light model counted, and clean copy of other genres."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from newslint.archive.corpus import archive
from newslint.reading.windows import sentences
from newslint.training.corpus import Article
from newslint.training.split import Part, deal

_OTHER_GENRES: Final = 0.3  # share of the texts
_LONGEST: Final = 20_000  # code points of a text that are read


class Plain(NamedTuple):
    """A sentence as words, and whether it begins a block."""

    words: list[str]
    first: bool


class Texts:
    """Both kinds; `genres` has one JSON object a line with `source` and `blocks`."""

    def __init__(self, news: Path, genres: Path) -> None:
        everything = list(archive(news).articles())
        parts = deal(everything)
        self.news: list[Article] = [article for article in everything if parts[article.outlet] is not Part.TEXTS]
        self._sources: dict[str, list[Sequence[str]]] = {}
        for line in genres.read_text("utf-8").splitlines():
            row = json.loads(line)
            self._sources.setdefault(row["source"], []).append(row["blocks"])

    def draw(self, chance: random.Random) -> list[Plain]:
        """One text's sentences: news, or a text of another source; a large source comes little more often than a small one."""
        if chance.random() >= _OTHER_GENRES:
            return plain(chance.choice(self.news).text.split("\n"))
        names = sorted(self._sources)
        sizes = [len(self._sources[name]) ** 0.5 for name in names]
        return plain(chance.choice(self._sources[chance.choices(names, sizes)[0]]))


def plain(blocks: Sequence[str]) -> list[Plain]:
    """The sentences of blocks of text."""
    return list(_plain(blocks))


def _plain(blocks: Sequence[str]) -> Iterator[Plain]:
    text = "\n".join(blocks)[:_LONGEST]
    edges, at = [], 0
    for block in text.split("\n"):
        edges.append((at, at + len(block)))
        at += len(block) + 1
    for found, first in sentences(text, edges):
        yield Plain([word.text for word in found], first)
