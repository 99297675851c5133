"""Spool: what is known of the articles of an archive while their kin are searched for, in files."""

from __future__ import annotations

import sqlite3
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from newslint.archive.kin import bands, marks
from newslint.archive.linting import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from newslint.archive.kin.shingles import U64
    from newslint.archive.parts import Part

    Numbered = tuple[int, Article]


class Places(NamedTuple):
    """Where an article may meet kin: its bands, and its marks."""

    bands: U64
    marks: U64


class Spool:
    """The places of all articles, a row an article: written within `with`, read after it."""

    def __init__(self, folder: Path) -> None:
        self.rows = 0
        self._paths = [folder / name for name in ("bands", "marks", "rows")]

    def __enter__(self) -> Spool:
        self._files = [path.open("wb") for path in self._paths]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files:
            file.close()

    def put(self, found: Sequence[Places]) -> None:
        """The next articles."""
        sizes = [len(each.marks) for each in found]
        rows = np.repeat(np.arange(self.rows, self.rows + len(found), dtype=np.uint64), sizes)
        held = (np.concatenate([each.bands for each in found]), np.concatenate([each.marks for each in found]), rows)
        for file, array in zip(self._files, held, strict=True):
            file.write(array.tobytes())
        self.rows += len(found)

    def met(self) -> tuple[int, list[tuple[int, int]]]:
        """How many articles are nowhere, and the pairs of rows that may be kin, in order."""
        whole, *each = (
            np.memmap(path, np.uint64, "r") if path.stat().st_size else np.zeros(0, np.uint64) for path in self._paths
        )
        table = whole.reshape(self.rows, -1)
        pairs = {*bands.candidates(table), *marks.candidates(*each)}
        return self.rows - int(table.any(axis=1).sum()), sorted(pairs)


class Store:
    """Some articles, on disk, by number."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("pragma journal_mode=off")
        self._database.execute("create table articles (number integer primary key, article blob not null)")

    def fill(self, parts: Iterable[Part], wanted: set[int]) -> None:
        """Keeps the wanted articles of an archive."""
        numbers = count()
        for part in parts:
            self._database.execute("begin")
            for article in part.articles:
                if (number := next(numbers)) in wanted:
                    self._database.execute(
                        "insert into articles values (?, ?)", (number, msgspec.msgpack.encode(article))
                    )
            self._database.execute("commit")

    def pair(self, numbers: tuple[int, int]) -> tuple[Numbered, Numbered]:
        """Two of them."""
        one, other = ((number, self._article(number)) for number in numbers)
        return one, other

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    def _article(self, number: int) -> Article:
        [held] = self._database.execute("select article from articles where number = ?", (number,)).fetchone()
        return msgspec.msgpack.decode(held, type=Article)
