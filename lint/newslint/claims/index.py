"""Index: the records that share enough of their words with a sentence, found without looking at the others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from newslint.claims import store
from newslint.claims.adding import FULL
from newslint.claims.records import Record
from newslint.claims.stems import Wording, wording

if TYPE_CHECKING:
    from collections.abc import Iterable

Numbers: TypeAlias = npt.NDArray[np.integer[Any]]
Posting: TypeAlias = tuple[
    Numbers, npt.NDArray[np.uint8]
]  # records that have a stem, and its share of each claim's weight

SHARE: Final = 0.4  # of a claim's weight that a sentence must have for the two to be compared
LEAST: Final = 4  # stems that both must have
_KEPT: Final = 4096  # stems whose postings a process keeps
_COLUMNS: Final = "claim, rating, title, publisher, url, date, claimant, claimed, language"


class Entry(NamedTuple):
    """A record with its number in the index."""

    number: int
    record: Record

    @property
    def wording(self) -> Wording:
        """What is compared of the claim."""
        return _wording(self.record.claim)


class Index:
    """An index that is open for reading."""

    def __init__(self, path: Path) -> None:
        self.database = store.reading(path)
        self._postings = lru_cache(maxsize=_KEPT)(self._read)

    @property
    def size(self) -> int:
        """How many records there are."""
        return int(self.database.execute("select count(*) from records").fetchone()[0])

    def candidates(self, sentences: Sequence[Wording]) -> list[list[int]]:
        """For each sentence of an article, the numbers of the records of which it has the SHARE and LEAST stems."""
        stems = {stem: self._postings(stem) for said in sentences for stem in said.terms}
        found = {stem: posting for stem, posting in stems.items() if len(posting[0])}
        near = _near(found)
        inner = _within(found, near)
        return [_over(said, inner, near) for said in sentences]

    def entries(self, numbers: Iterable[int]) -> list[Entry]:
        """The records of some numbers, without those that have been removed."""
        return [entry for number in numbers if (entry := self._entry(number)) is not None]

    def appearing(self, addresses: Iterable[str]) -> dict[str, list[Entry]]:
        """For each of some canonical addresses that a review names as a claim's appearance, those reviews."""
        found = {}
        for address in addresses:
            rows = self.database.execute("select record from appearances where address = ? order by record", (address,))
            if entries := self.entries([number for (number,) in rows]):
                found[address] = entries
        return found

    def _entry(self, number: int) -> Entry | None:
        row = self.database.execute(f"select {_COLUMNS} from records where id = ?", (number,)).fetchone()
        return None if row is None else Entry(number, Record(**dict(zip(_COLUMNS.split(", "), row, strict=True))))

    def _read(self, stem: str) -> Posting:
        """The records that have a stem, and each one's share of its claim's weight."""
        rows = self.database.execute("select ids, shares from postings where stem = ?", (stem,)).fetchall()
        ids, shares = (b"".join(column) for column in zip(*rows, strict=True)) if rows else (b"", b"")
        return np.frombuffer(ids, np.uint32), np.frombuffer(shares, np.uint8)


def _near(found: dict[str, Posting]) -> Numbers:
    """The records of which all stems together have the SHARE: no sentence of them can have it of another. In order."""
    if not found:
        return np.zeros(0, np.uint32)
    numbers = np.concatenate([numbers for numbers, _ in found.values()])
    shares = np.concatenate([shares for _, shares in found.values()])
    return np.flatnonzero(np.bincount(numbers, shares) >= SHARE * FULL).astype(np.uint32)


def _within(found: dict[str, Posting], near: Numbers) -> dict[str, Posting]:
    """The postings without what is not in `near`, their numbers the places there."""
    if not len(near):
        return {}
    last = max(int(numbers.max()) for numbers, _ in found.values())
    places = np.full(last + 1, -1, np.int32)
    places[near] = np.arange(len(near))
    inner: dict[str, Posting] = {}
    for stem, (numbers, shares) in found.items():
        there = places[numbers]
        kept = there >= 0
        if kept.any():
            inner[stem] = there[kept], shares[kept]
    return inner


def _over(said: Wording, inner: dict[str, Posting], near: Numbers) -> list[int]:
    """The records of which one sentence has the SHARE, and LEAST stems."""
    parts = [inner[stem] for stem in said.terms if stem in inner]
    if len(parts) < LEAST:
        return []
    places = np.concatenate([places for places, _ in parts])
    sums = np.bincount(places, np.concatenate([shares for _, shares in parts]))
    kept = np.flatnonzero(sums >= SHARE * FULL)
    counts = np.bincount(places)
    return [int(near[place]) for place in kept if counts[place] >= LEAST]


@lru_cache(maxsize=1024)
def _wording(claim: str) -> Wording:
    return wording(claim)
