"""Store: what LanguageTool said about a paragraph, by the paragraph's text, in memory or in a folder."""

from __future__ import annotations

import hashlib
from contextlib import closing
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from newslint.languagetool.client import Issue

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_FILE: Final = "languagetool.sqlite"
_WAIT_S: Final = 30.0  # for other workers' writes
_TABLE: Final = "create table if not exists answers (key text primary key, issues blob not null) without rowid"


class Store(Protocol):
    """Answers by (language, paragraph); offsets are those of the paragraph."""

    def get(self, language: str, texts: Sequence[str]) -> dict[str, list[Issue]]:
        """What is known of the texts."""

    def put(self, language: str, answers: Mapping[str, list[Issue]]) -> None:
        """Keeps answers for next time."""


class Memory:
    """A store that lasts as long as its process."""

    def __init__(self) -> None:
        self._answers: dict[tuple[str, str], list[Issue]] = {}

    def get(self, language: str, texts: Sequence[str]) -> dict[str, list[Issue]]:
        """What is known of the texts."""
        return {text: self._answers[language, text] for text in texts if (language, text) in self._answers}

    def put(self, language: str, answers: Mapping[str, list[Issue]]) -> None:
        """Keeps answers for next time."""
        self._answers.update(((language, text), issues) for text, issues in answers.items())


class Disk:
    """A store that outlives the run; answers of different versions of a server are kept apart.

    A file that cannot be used (a full or read-only disk, a broken file) costs time, not findings.
    """

    def __init__(self, folder: Path, identity: Callable[[], str]) -> None:
        self._folder, self._identity, self._known = folder, identity, ""
        self._memory = Memory()

    def get(self, language: str, texts: Sequence[str]) -> dict[str, list[Issue]]:
        """What is known of the texts."""
        import sqlite3

        found = self._memory.get(language, texts)
        keys = {self._key(language, text): text for text in texts if text not in found}
        try:
            with closing(self._opened()) as database:
                for key, text in keys.items():
                    row = database.execute("select issues from answers where key = ?", (key,)).fetchone()
                    if row is not None:
                        found[text] = msgspec.json.decode(row[0], type=list[Issue])
        except (sqlite3.Error, OSError, msgspec.DecodeError):
            pass
        return found

    def put(self, language: str, answers: Mapping[str, list[Issue]]) -> None:
        """Keeps answers for next time."""
        import sqlite3

        self._memory.put(language, answers)
        rows = [(self._key(language, text), msgspec.json.encode(issues)) for text, issues in answers.items()]
        try:
            with closing(self._opened()) as database, database:
                database.executemany("insert or replace into answers values (?, ?)", rows)
        except (sqlite3.Error, OSError):
            pass

    def _opened(self) -> sqlite3.Connection:
        import sqlite3

        self._folder.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._folder / _FILE, timeout=_WAIT_S)
        database.execute(_TABLE)
        return database

    def _key(self, language: str, text: str) -> str:
        self._known = self._known or self._identity()
        return hashlib.sha256("\0".join((self._known, language, text)).encode("utf-8", "surrogatepass")).hexdigest()
