"""Meant: how close claims come to a text in what they mean; the vectors of claims are kept in their index once they are made."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

import numpy as np

from newslint.claims import store
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.claims.index import Entry
    from newslint.reading.meaning import Meanings
    from newslint.reading.transformer import F32

_SENTENCE: Final = lazy(r"(?<=[.!?…])\s+|\n+")
_FEWEST: Final = 4  # words of a sentence that is compared by itself


def closeness(
    database: sqlite3.Connection, model: Meanings, text: str, entries: Sequence[Entry]
) -> list[tuple[float, float]]:
    """For each claim (with its review's headline) how close it is to a text, and to the closest of the text's sentences."""
    parts = [part for part in _SENTENCE.split(text) if len(part.split()) >= _FEWEST]
    whole, *each = model.vectors([text, *parts])
    sentences = np.array(each or [whole])
    claims = np.array(list(_vectors(database, model, entries)))
    return list(zip((claims @ whole).tolist(), (claims @ sentences.T).max(axis=1).tolist(), strict=True))


def _vectors(database: sqlite3.Connection, model: Meanings, entries: Sequence[Entry]) -> Iterator[F32]:
    """The vectors of some claims, in order."""
    known = _kept(database, model, entries)
    lacking = [entry for entry in entries if entry.number not in known]
    made = model.vectors([_said(entry) for entry in lacking])
    new = {entry.number: vector for entry, vector in zip(lacking, made, strict=True)}
    _keep(database, model, new)
    return ((known | new)[entry.number] for entry in entries)


def _said(entry: Entry) -> str:
    record = entry.record
    return f"{record.title}. {record.claim}" if record.title else record.claim


def _kept(database: sqlite3.Connection, model: Meanings, entries: Sequence[Entry]) -> dict[int, F32]:
    marks = ", ".join("?" * len(entries))
    try:
        rows = database.execute(
            f"select record, vector from vectors where model = ? and record in ({marks})",
            (model.name, *(entry.number for entry in entries)),
        ).fetchall()
    except sqlite3.OperationalError:  # no vector has been made yet
        return {}
    return {number: np.frombuffer(vector, np.float16).astype(np.float32) for number, vector in rows}


def _keep(database: sqlite3.Connection, model: Meanings, new: dict[int, F32]) -> None:
    """Writes vectors into the index; one that cannot be written to goes without them."""
    if not new:
        return
    rows = [(number, model.name, vector.astype(np.float16).tobytes()) for number, vector in new.items()]
    try:
        with database:
            database.execute(store.VECTORS)
            database.executemany("insert or replace into vectors values (?, ?, ?)", rows)
    except sqlite3.OperationalError:
        return
