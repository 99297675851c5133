"""Surveying: what an index holds, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.claims import store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_LISTED: Final = 10  # publishers and languages that are named


def lines(path: Path) -> Iterator[str]:
    """Where an index is and what it holds. Unavailable if there is none."""
    database = store.reading(path)
    count, first, last = database.execute("select count(*), min(nullif(date, '')), max(date) from records").fetchone()
    yield f"index: {path} ({path.stat().st_size / 1e6:.1f} MB)"
    yield f"claims: {count:,}{f', reviewed from {first} to {last}' if first else ''}"
    yield f"publishers: {_most(database, 'publisher')}"
    yield f"languages: {_most(database, 'language')} (rules compare English claims and those without a language)"
    yield f"pages that made them: {database.execute('select count(*) from appearances').fetchone()[0]:,}"


def _most(database: sqlite3.Connection, column: str) -> str:
    """The most frequent values of a column, each with its number."""
    rows = database.execute(
        f"select {column}, count(*) from records group by 1 order by 2 desc, 1 limit {_LISTED + 1}"
    ).fetchall()
    named = ", ".join(f"{name or 'not given'} {number:,}" for name, number in rows[:_LISTED])
    return f"{named or 'none'}{', …' if len(rows) > _LISTED else ''}"
