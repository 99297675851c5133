"""Candidates: a folder of texts that articles may have been written from, and those of them that an article is likely to be from.

An inverted index over names and figures, which a rewrite keeps: each file gets a score by how rare the terms are that it shares
with the article. SQLite from the standard library: it is built step by step as files change, and a run that is killed leaves what
was there. (MinHash compares whole sets, and a rewrite of half the length shares too few of its source's.)
"""

from __future__ import annotations

import hashlib
import math
import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.knowledge.names import OPENERS
from newslint.paths import user_cache
from newslint.sources.tokens import tokens

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from newslint.article.document import Document

FILE: Final = "candidates-1"  # a change of the tables is another name, so that two versions never meet
_TABLES: Final = """
create table if not exists files (id integer primary key, path text unique not null, state text not null);
create table if not exists terms (term integer not null, file integer not null, primary key (term, file)) without rowid;
"""
_MOST: Final = 3  # candidates of one article
_SHARE: Final = 0.25  # of what the article's terms say that a source must share
_FEWEST: Final = 4  # terms in common
_AT_ONCE: Final = 500  # files of one transaction, and terms of one question
_LONGEST: Final = 400  # terms of one article
_WAIT_S: Final = 60.0  # for another process that is building


class Candidates:
    """The texts in a folder and below; `read` opens one as a document, None for one that cannot be read."""

    def __init__(self, folder: Path, suffixes: Iterable[str], read: Callable[[str], Document | None]) -> None:
        self._folder, self._suffixes, self._read = folder, frozenset(suffixes), read
        self._database: sqlite3.Connection | None = None

    def renew(self) -> int:
        """Brings the index up to date with the folder; how many files were read for that."""
        known = {
            path: (number, state) for number, path, state in self._open().execute("select id, path, state from files")
        }
        there = dict(self._files())
        gone = [number for path, (number, _) in known.items() if path not in there]
        stale = [path for path, state in there.items() if path not in known or known[path][1] != state]
        self._drop([*gone, *(known[path][0] for path in stale if path in known)])
        for at in range(0, len(stale), _AT_ONCE):
            with self._open() as database:
                for path in stale[at : at + _AT_ONCE]:
                    self._add(database, path, there[path])
        return len(stale)

    def best(self, article: Document, itself: str) -> list[str]:
        """The absolute paths of the likeliest sources of an article, the best first; the article's own path is none."""
        wanted = sorted(set(terms_of(article)))[:_LONGEST]
        total = self._open().execute("select count(*) from files").fetchone()[0]
        having: dict[int, list[int]] = defaultdict(list)
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            asked = f"select term, file from terms where term in ({','.join('?' * len(some))})"
            for term, file in self._open().execute(asked, some):
                having[term].append(file)
        scores: dict[int, float] = defaultdict(float)
        shared: dict[int, int] = defaultdict(int)
        for files in having.values():
            for file in files:
                scores[file] += math.log(1 + total / len(files))
                shared[file] += 1
        whole = sum(math.log(1 + total / max(len(having.get(term, ())), 1)) for term in wanted) or 1.0
        found = sorted(
            (-score, file) for file, score in scores.items() if score >= _SHARE * whole and shared[file] >= _FEWEST
        )
        paths = (self._path(file) for _, file in found[: _MOST + 1])
        return [path for path in paths if path != itself][:_MOST]

    def close(self) -> None:
        """Lets go of the index."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _open(self) -> sqlite3.Connection:
        if self._database is None:
            import sqlite3

            home = user_cache("sources")
            home.mkdir(parents=True, exist_ok=True)
            name = hashlib.blake2b(os.fsencode(self._folder), digest_size=12).hexdigest()
            self._database = sqlite3.connect(home / f"{FILE}-{name}.sqlite", timeout=_WAIT_S)
            self._database.executescript(f"pragma journal_mode=wal; pragma synchronous=normal; {_TABLES}")
        return self._database

    def _files(self) -> Iterator[tuple[str, str]]:
        """The absolute paths in the folder that may be texts, each with what changes when the file does."""
        for folder, folders, names in os.walk(self._folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if Path(name).suffix.lower() in self._suffixes:
                    path = os.path.join(folder, name)  # noqa: PTH118 (ten thousand of them)
                    status = os.stat(path)  # noqa: PTH116
                    yield path, f"{status.st_size} {status.st_mtime_ns}"

    def _drop(self, files: list[int]) -> None:
        with self._open() as database:
            database.executemany("delete from terms where file = ?", [(file,) for file in files])
            database.executemany("delete from files where id = ?", [(file,) for file in files])

    def _add(self, database: sqlite3.Connection, path: str, state: str) -> None:
        """A file with its terms; one that cannot be read is kept without any, so that it is not tried again."""
        added = database.execute("insert into files (path, state) values (?, ?)", (path, state)).lastrowid
        document = self._read(path)
        found = set(terms_of(document)) if document is not None else set()
        database.executemany("insert into terms values (?, ?)", [(term, added) for term in found])

    def _path(self, file: int) -> str:
        path: str = self._open().execute("select path from files where id = ?", (file,)).fetchone()[0]
        return path


def terms_of(document: Document) -> Iterator[int]:
    """The names and figures of a text, each as a number."""
    text = document.prose.text
    for token in document.derived(tokens):
        named = token.capital and len(token.word) > 2 and text[token.start : token.end] not in OPENERS
        if named or (token.word[0].isdigit() and len(token.word) > 1):
            word = token.word.removesuffix("'s").replace(",", "")
            yield int.from_bytes(hashlib.blake2b(word.encode(), digest_size=6).digest(), "big")
