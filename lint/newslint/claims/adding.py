"""Adding: records into an index, in batches that are each there as a whole or not at all, and out of it again."""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.claims.addresses import canonical
from newslint.claims.feeds import Bad
from newslint.claims.records import Record
from newslint.claims.stems import wording

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

BATCH: Final = 25_000  # records that are written at once; a run that is killed repeats at most so many
FULL: Final = 255  # the share that a claim's only stem has of its weight
_COLUMNS: Final = ("claim", "title", "rating", "publisher", "url", "date", "claimant", "claimed", "language")
_INSERT: Final = (
    f"insert into records (key, digest, weight, {', '.join(_COLUMNS)}) values (?, ?, ?{', ?' * len(_COLUMNS)})"
)


class Added(Struct):
    """What became of the records of a feed; `bad` are those that could not be used."""

    new: int = 0
    changed: int = 0
    known: int = 0
    bad: list[Bad] = []


def add(database: sqlite3.Connection, found: Iterable[Record | Bad]) -> Added:
    """Adds records to an index that is open for writing; a review that is there is replaced if it has changed."""
    added = Added(bad=[])
    stream = iter(found)
    while batch := list(islice(stream, BATCH)):
        database.execute("begin immediate")
        _write(database, _new(database, batch, added))
        database.execute("commit")
    return added


def remove(database: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Takes records out of an index, by their numbers."""
    for number in numbers:
        database.execute(
            "insert into words (words, rowid, claim, title) select 'delete', id, claim, title from records where id = ?",
            (number,),
        )
        database.execute("delete from appearances where record = ?", (number,))
        database.execute("delete from vectors where record = ?", (number,))
        database.execute("delete from records where id = ?", (number,))


def remove_of(database: sqlite3.Connection, name: str) -> int:
    """Takes out the reviews of a publisher, or the one at an address; how many there were."""
    page = canonical(name)
    database.execute("begin immediate")
    rows = database.execute(
        "select id, publisher, url from records where publisher = ? or url != ''", (name,)
    ).fetchall()
    found = [number for number, publisher, url in rows if publisher == name or (page and canonical(url) == page)]
    remove(database, found)
    database.execute("commit")
    return len(found)


def _new(database: sqlite3.Connection, batch: list[Record | Bad], added: Added) -> Iterator[Record]:
    """The records of a batch that the index does not have as they are; older forms of them are removed."""
    seen: dict[bytes, Record] = {}
    for one in batch:
        if isinstance(one, Bad):
            added.bad.append(one)
            continue
        added.known += one.key in seen
        seen[one.key] = one  # the last of two counts
    for key, one in seen.items():
        row = database.execute("select id, digest from records where key = ?", (key,)).fetchone()
        if row is not None and row[1] == one.digest:
            added.known += 1
            continue
        if row is None:
            added.new += 1
        else:
            added.changed += 1
            remove(database, [row[0]])
        yield one


def _write(database: sqlite3.Connection, records: Iterator[Record]) -> None:
    """Writes records, their words and where they appeared."""
    ids: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    shares: defaultdict[str, bytearray] = defaultdict(bytearray)
    for one in records:
        said = wording(one.claim)
        weight = said.weight
        values = (one.key, one.digest, weight, *(getattr(one, name) for name in _COLUMNS))
        number = database.execute(_INSERT, values).lastrowid
        assert number is not None
        database.execute("insert into words (rowid, claim, title) values (?, ?, ?)", (number, one.claim, one.title))
        database.executemany("insert or ignore into appearances values (?, ?)", ((a, number) for a in one.appearances))
        for stem, term in said.terms.items():
            ids[stem].append(number)
            shares[stem].append(ceil(term.weight / weight * FULL))
    # A batch is called after its last record, a number that is never given again.
    rows = ((stem, numbers[-1], numbers.tobytes(), bytes(shares[stem])) for stem, numbers in sorted(ids.items()))
    database.executemany("insert into postings values (?, ?, ?, ?)", rows)
