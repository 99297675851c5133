"""The index: incremental, without doubles, whole after a kill, and of candidates only those that share enough."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.conftest import record

from newslint.claims import adding, store
from newslint.claims.feeds import Bad
from newslint.claims.index import LEAST, SHARE, Index
from newslint.claims.records import Record
from newslint.claims.searching import search
from newslint.claims.stems import wording
from newslint.errors import FileError, Unavailable

PENGUINS = "The port of Brell imported 40,000 tonnes of frozen penguins from Antarctica"
VINEGAR = "Drinking vinegar before breakfast cures hay fever within a week"


def added(path: Path, *found: Record | Bad) -> adding.Added:
    with store.writing(path) as database:
        return adding.add(database, found)


def claims(index: Index, sentence: str) -> list[str]:
    (numbers,) = index.candidates([wording(sentence)])
    return [entry.record.claim for entry in index.entries(numbers)]


def test_what_is_known_is_not_added_twice_and_what_has_changed_replaces_the_old(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "claims.sqlite"
    first, again = record(PENGUINS), record(PENGUINS.upper())
    outcome = added(path, first, Bad(3, "no rating"), again, record(VINEGAR, 2))
    assert (outcome.new, outcome.changed, outcome.known, outcome.bad) == (2, 0, 1, [Bad(3, "no rating")])
    outcome = added(path, again, record(VINEGAR, 2, rating="Misleading", date="2024-01-01"))
    assert (outcome.new, outcome.changed, outcome.known) == (0, 1, 1)
    index = Index(path)
    assert index.size == 2
    assert [entry.record.rating for entry in search(index, "vinegar")] == ["Misleading"]
    assert claims(index, VINEGAR) == [VINEGAR]


def test_what_is_removed_is_found_no_more(tmp_path: Path) -> None:
    path = tmp_path / "claims.sqlite"
    page = ("tide.example/a",)
    added(
        path,
        record(PENGUINS, publisher="Desk", appearances=page),
        record(VINEGAR, 2, publisher="Other", appearances=page),
    )
    with store.writing(path) as database:
        assert adding.remove_of(database, "Desk") == 1
        assert adding.remove_of(database, "Desk") == 0
    index = Index(path)
    assert claims(index, PENGUINS) == []
    assert [entry.record.claim for entry in index.appearing(["tide.example/a"])["tide.example/a"]] == [VINEGAR]
    with store.writing(path) as database:
        assert adding.remove_of(database, "http://www.facts.example/2/") == 1
    assert search(index, "vinegar") == []
    added(path, record("Cows can fly over the harbour wall at night", 3))
    assert claims(index, VINEGAR) == [], "a number that was given once must not be given again"


words = st.sampled_from(
    "harbour ferry penguin vinegar casino lighthouse mayor breakfast tonne krona Brell Antarctica".split()
)


@given(
    st.lists(st.lists(words, min_size=1, max_size=9), min_size=1, max_size=8),
    st.lists(st.lists(words, max_size=14), max_size=5),
)
def test_candidates_are_those_that_share_enough(made: list[list[str]], read: list[list[str]]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder, "claims.sqlite")
        added(path, *(record(" ".join(claim), number) for number, claim in enumerate(made)))
        index = Index(path)
        sentences = [wording(" ".join(sentence)) for sentence in read]
        found = index.candidates(sentences)
        for said, numbers in zip(sentences, found, strict=True):
            for entry in index.entries(range(1, len(made) + 1)):
                terms = entry.wording.terms
                shared = [term.weight for stem, term in terms.items() if stem in said.terms]
                share = sum(shared) / (entry.wording.weight or 1)
                if share >= SHARE and len(shared) >= LEAST:
                    assert entry.number in numbers
                elif share < SHARE - 0.05 or len(shared) < LEAST:
                    assert entry.number not in numbers
        index.database.close()


def test_a_run_that_is_killed_leaves_whole_batches_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "claims.sqlite"
    script = f"""
import sys
from pathlib import Path
from newslint.claims import adding, store
from newslint.claims.records import Record
adding.BATCH = 50
def records():
    for n in range(10**6):
        if n == 220: print("there", flush=True)
        if n == 230:
            import time
            time.sleep(60)
        yield Record(claim=f"Ferry number {{n}} sank in the harbour of Brell", rating="False", url=f"https://facts.example/{{n}}")
with store.writing(Path({str(path)!r})) as database:
    adding.add(database, records())
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"there\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    assert Index(path).size == 200
    again = added(path, *(record(f"Ferry number {n} sank in the harbour of Brell", n) for n in range(260)))
    assert (again.new, again.known) == (60, 200)
    assert "Ferry number 217 sank in the harbour of Brell" in claims(
        Index(path), "Ferry number 217 sank in the harbour"
    )


def test_a_batch_that_fails_halfway_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.sqlite"
    monkeypatch.setattr(adding, "BATCH", 2)

    def records() -> Iterator[Record]:
        yield record(PENGUINS)
        yield record(VINEGAR, 2)
        yield record("Cows can fly over the wall", 3)
        raise FileError("cannot read on", path="feed")

    with pytest.raises(FileError, match="cannot read on"), store.writing(path) as database:
        adding.add(database, records())
    assert Index(path).size == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, r"no index of claims at .*newslint claims add FEED"),
        (b"An article, not an index of claims.\n" * 40, "cannot be read: file is not a database"),
        (b"", "is not an index of claims"),
    ],
)
def test_what_is_no_index_is_one_clear_line(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "claims.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Unavailable, match=said):
        Index(path)


def test_another_database_is_not_written_to(tmp_path: Path, index: Callable[..., Path]) -> None:
    import sqlite3

    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("create table mine (a)")
    database.close()
    with pytest.raises(Unavailable, match="not an index of claims"), store.writing(path):
        pass
    newer = index(record(PENGUINS))
    with sqlite3.connect(newer) as database:
        database.execute("pragma user_version = 99")
    database.close()
    with pytest.raises(Unavailable, match="another version of newslint"):
        Index(newer)
