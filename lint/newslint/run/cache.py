"""Cache: results of earlier runs on disk, by name; whatever goes wrong with it costs time, never a finding.

SQLite from the standard library, with a write-ahead log: many processes read while one writes, a run that is killed loses what it
was writing and nothing else, one file is bounded and emptied as a whole, and nothing in it is ever executed. (diskcache is the same
SQLite with pickles, files of its own and one more dependency.)
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newslint.paths import CACHE_FOLDER, default_folder

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

FILE: Final = "results-1.sqlite"  # a change of the table is another name, so that two versions never meet
LONGEST: Final = (
    2_000_000  # bytes of one result: who has so many findings is no article, and would push out a thousand others
)
MOST: Final = 256 * 1024 * 1024  # bytes of all results
_DAYS: Final = 30  # a result that nobody has asked for so long goes
_SEEN: Final = (
    7  # days after which a result that is used is marked as used: marking all each time would cost as much as reading
)
_WAIT_S: Final = 5.0  # for another process that is writing
_BETWEEN: Final = 1_000  # results written between two looks at the size
_TABLE: Final = """
create table if not exists results (name blob primary key, used integer not null, value blob not null);
create index if not exists results_used on results (used);
"""
_BUSY: Final = frozenset({5, 6})  # SQLITE_BUSY, SQLITE_LOCKED
_DAMAGED: Final = frozenset({1, 11, 26})  # SQLITE_ERROR (a table that is not ours), SQLITE_CORRUPT, SQLITE_NOTADB
_REMEDY: Final = f"use --no-cache, or set {CACHE_FOLDER} to a folder that can be written to"


class Status(Struct, frozen=True):
    """What is in a cache: results, bytes on disk, and the days since the one used longest ago was used."""

    results: int = 0
    size: int = 0
    oldest: int = 0


class Cache:
    """The results in a folder.

    Trouble ends its use (`usable`), but for a damaged file, which is replaced. `notice` says so, and the run goes on.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._database: sqlite3.Connection | None = None
        self._renewed, self._written, self._patience = False, 0, _WAIT_S
        self.usable, self.notice = True, ""

    def get(self, name: bytes) -> bytes | None:
        """What was kept under a name; None for nothing."""
        for used, value in self._asked("select used, value from results where name = ?", name):
            if _today() - used >= _SEEN:
                self._asked("update results set used = ? where name = ?", _today(), name)
            return value  # type: ignore[no-any-return]
        return None

    def put(self, name: bytes, value: bytes) -> None:
        """Keeps a value under a name, unless it is too long."""
        if len(value) > LONGEST:
            return
        self._asked("insert or replace into results values (?, ?, ?)", name, _today(), value)
        self._written += 1
        if self._written % _BETWEEN == 1:
            self._drop_old()

    def status(self) -> Status:
        """What there is."""
        for count, first in self._asked("select count(*), min(used) from results"):
            return Status(count, self._size(), _today() - first if count else 0)
        return Status()

    def clear(self) -> None:
        """Drops everything; a file that SQLite cannot empty is removed, if that can be done."""
        for statement in ("delete from results", "vacuum", "pragma wal_checkpoint(truncate)"):
            self._asked(statement)
        if not self.usable and self._renew():
            self.usable, self.notice = True, ""

    def close(self) -> None:
        """Lets go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _drop_old(self) -> None:
        self._asked("delete from results where used < ?", _today() - _DAYS)
        if self._size() > MOST:
            tenth = "select name from results order by used limit (select count(*) / 10 + 1 from results)"
            self._asked(f"delete from results where name in ({tenth})")

    def _size(self) -> int:
        """The bytes that are in use."""
        asked = (self._asked(f"pragma {what}") for what in ("page_count", "freelist_count", "page_size"))
        pages, free, size = (rows[0][0] if rows else 0 for rows in asked)
        return (pages - free) * size

    def _asked(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows that a statement gives; none if the cache cannot be used (any more)."""
        if not self.usable:
            return []
        try:
            return self._opened().execute(statement, values).fetchall()
        except Exception as fault:  # whatever a disk, a file system or a build without SQLite may do
            self._stumble(fault)
            return []

    def _opened(self) -> sqlite3.Connection:
        if self._database is None:
            import sqlite3

            folder = self._folder or default_folder()
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = sqlite3.connect(folder / FILE, timeout=self._patience, isolation_level=None)
            self._database.execute("pragma journal_mode=wal")
            self._database.execute("pragma synchronous=normal")  # a power cut may cost results, which are made again
            for statement in filter(str.strip, _TABLE.split(";")):
                self._database.execute(statement)
        return self._database

    def _stumble(self, fault: Exception) -> None:
        """Nothing if another process is writing, a new file for a damaged one, and no cache any more after anything else."""
        code = (getattr(fault, "sqlite_errorcode", None) or 0) & 0xFF
        self.close()
        if code in _BUSY:
            self._patience = 0.0  # one wait is enough: a process that holds the file for so long may hold it for ever
            return
        damaged = code in _DAMAGED or isinstance(fault, UnicodeDecodeError)  # in what SQLite says of a damaged table
        if damaged and not self._renewed and self._renew():
            self.notice = "the cache of results was damaged; it has been emptied"
            return
        self.usable = False
        self.notice = f"results are not cached: {getattr(fault, 'strerror', None) or fault}; {_REMEDY}"

    def _renew(self) -> bool:
        """Removes the files, once; whether that could be done."""
        self._renewed = True
        folder = self._folder or default_folder()
        try:
            for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
                (folder / name).unlink(missing_ok=True)
        except OSError:
            return False
        return True


def _today() -> int:
    """The number of the clock's day: how old a result is has nothing to do with the day that rules are told."""
    return int(time.time() // 86_400)
