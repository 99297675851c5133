"""Claims ranked by meaning, too: vectors are made once and kept, and an index that cannot be written to goes without."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np

from newslint.claims import adding, store
from newslint.claims.index import Index
from newslint.claims.records import Record
from newslint.claims.searching import search
from newslint.reading.meaning import Meanings

CLAIMS = (
    "The pier was sold to a circus.",
    "A circus bought the pier in Ness.",
    "Nobody may walk on the jetty in Ness.",
)
QUERY = "A circus bought the pier in Ness, which is shut"


class Jetties:
    """A model for which a jetty and what is shut mean the same."""

    name = "jetties 1"

    def __init__(self) -> None:
        self.read: list[str] = []

    def vectors(self, texts: Sequence[str]) -> list[Any]:
        self.read += texts
        return [np.array([1, 0] if "jetty" in text or "shut" in text else [0, 1], np.float32) for text in texts]


def _index(path: Path) -> Path:
    with store.writing(path) as database:
        records = (
            Record(claim=claim, rating="False", url=f"https://checks.example/{n}") for n, claim in enumerate(CLAIMS)
        )
        adding.add(database, records)
    return path


def _search(index: Index, model: Jetties) -> list[str]:
    return [entry.record.claim for entry in search(index, QUERY, cast("Meanings", model))]


def test_what_means_the_same_comes_first(tmp_path: Path) -> None:
    index = Index(_index(tmp_path / "claims.sqlite"))
    assert search(index, QUERY)[0].record.claim == CLAIMS[1]
    assert _search(index, Jetties())[0] == CLAIMS[2]


def test_vectors_are_made_once(tmp_path: Path) -> None:
    path = _index(tmp_path / "claims.sqlite")
    first, second = Jetties(), Jetties()
    assert _search(Index(path), first) == _search(Index(path), second)
    assert set(CLAIMS) <= set(first.read)
    assert not set(CLAIMS) & set(second.read)


def test_another_model_makes_its_own(tmp_path: Path) -> None:
    path, other = _index(tmp_path / "claims.sqlite"), Jetties()
    _search(Index(path), Jetties())
    other.name = "jetties 2"
    _search(Index(path), other)
    assert set(CLAIMS) <= set(other.read)


def test_an_index_that_cannot_be_written_to(tmp_path: Path) -> None:
    index = Index(_index(tmp_path / "claims.sqlite"))
    index.database.execute("pragma query_only = on")
    assert _search(index, Jetties())[0] == CLAIMS[2]
