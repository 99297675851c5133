"""Store: the file that holds an index: SQLite, its tables, and what can be wrong with it."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.errors import FileError, Unavailable
from newslint.paths import user_data

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_VERSION: Final = 1
_APPLICATION: Final = 0x6E65776C  # "newl", in the header of the file
_WAIT_S: Final = 30.0  # for another process that is writing
_TABLES: Final = """
create table records (
    id integer primary key autoincrement, key blob not null unique, digest blob not null, claim text not null, title text not null,
    rating text not null, publisher text not null, url text not null, date text not null, claimant text not null,
    claimed text not null, language text not null, weight real not null);
create table appearances (address text, record integer, primary key (address, record)) without rowid;
create index by_record on appearances (record);
create table postings (stem text, batch integer, ids blob not null, shares blob not null, primary key (stem, batch))
    without rowid;
create virtual table words using fts5(
    claim, title, content='records', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
"""
# What a model of sentences makes of claims: made when it is first needed, so older indexes do not have it.
VECTORS: Final = """
create table if not exists vectors (record integer, model text, vector blob, primary key (record, model)) without rowid
"""


def default_path() -> Path:
    """Where the index of this user is, unless a configuration names another."""
    return user_data("claims.sqlite")


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """The index, made if there is none. FileError in one sentence for whatever goes wrong while it is open."""
    import sqlite3

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(path, timeout=_WAIT_S, isolation_level=None)
        try:
            _prepare(database, path)
            yield database
        finally:
            database.close()
    except (sqlite3.Error, OSError) as fault:
        raise FileError(f"cannot write the index of claims: {fault}", path=str(path)) from None


def reading(path: Path) -> sqlite3.Connection:
    """The index, to be read by any thread. Unavailable if there is none, or the file is none.

    It is opened for writing where that is possible: only so can SQLite undo what a killed run has left half-written.
    """
    import sqlite3

    if not path.is_file():
        raise Unavailable(f"there is no index of claims at {path}; make one with 'newslint claims add FEED'")
    try:
        database = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=_WAIT_S, check_same_thread=False
        )
        _confirm(database, path)
    except sqlite3.Error as fault:
        raise Unavailable(f"the index of claims at {path} cannot be read: {fault}") from None
    return database


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    database.execute("begin immediate")
    if database.execute("select count(*) from sqlite_master").fetchone()[0]:
        database.execute("rollback")
        _confirm(database, path)
        database.execute(VECTORS)
        return
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            database.execute(statement)
    database.execute(VECTORS)
    database.execute(f"pragma application_id = {_APPLICATION}")
    database.execute(f"pragma user_version = {_VERSION}")
    database.execute("commit")


def _confirm(database: sqlite3.Connection, path: Path) -> None:
    """Unavailable if the file is no index, or one of another version of newslint."""
    owner, version = (database.execute(f"pragma {name}").fetchone()[0] for name in ("application_id", "user_version"))
    if owner != _APPLICATION:
        raise Unavailable(f"{path} is not an index of claims; name another file")
    if version != _VERSION:
        raise Unavailable(f"{path} was made by another version of newslint; remove it and add the feeds again")
