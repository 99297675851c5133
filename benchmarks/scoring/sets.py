"""The sets that newslint is measured on, each as a folder of files, and where they come from."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus import read
from msgspec import Struct

from scoring.marks import snippets, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE: Final = Path(__file__).parents[1]
# Sets made of `../shared`, and how each is turned into a folder.
MARKED: Final = ("devset", "devset2")
CLEAN: Final = ("devset-clean", "devset2-clean")
PAIRS: Final = "devset2-pairs"
NEWS: Final = "news-dev"
FAULTS: Final = "faults"
SHARED_SETS: Final = (*MARKED, *CLEAN, PAIRS, NEWS, FAULTS)


class Source(Struct, frozen=True):
    """A row of sets.tsv: a set's name (OWNER+NAME for a repository), its genre, the commit that was judged, and what it holds."""

    name: str
    genre: str
    commit: str
    what: str

    @property
    def repository(self) -> bool:
        """Whether it is a public repository."""
        return "+" in self.name


def sources() -> dict[str, Source]:
    """All known sets, by name."""
    with (HERE / "sets.tsv").open(encoding="utf-8", newline="") as file:
        rows = [Source(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return {row.name: row for row in rows}


def folder(name: str, shared: Path, repositories: Path, scratch: Path) -> Path | None:
    """The folder of a set, made below `scratch` if need be; None if its source is absent."""
    if name not in SHARED_SETS:
        found = repositories / name
        return found if found.is_dir() else None
    origin = shared / {NEWS: "corpora/news-dev.jsonl.xz", FAULTS: "faults"}.get(name, name.partition("-")[0])
    if not origin.exists():
        return None
    made = scratch / name
    for path, content in _files(name, origin):
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_bytes(content)
    return made


def _files(name: str, origin: Path) -> Iterable[tuple[str, bytes]]:
    if name == NEWS:
        return _news(origin)
    if name == PAIRS:
        return ((one.file, one.text.encode()) for one in snippets(origin / "pairs.tsv"))
    if name in MARKED:
        return _marked(origin / "marked")
    return _copied(origin / "clean" if name in CLEAN else origin)


def _news(corpus: Path) -> Iterator[tuple[str, bytes]]:
    for one in read(corpus):
        headline, _, text = one.text.partition("\n")
        yield f"{one.id}.txt", f"{headline}\n\n{text}\n".encode()


def _marked(origin: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(origin.glob("*.marked.*")):
        yield path.name.replace(".marked", ""), unmarked(path.read_bytes().decode())[0].encode()


def _copied(origin: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(origin.rglob("*")):
        if path.is_file() and not path.name.endswith(".traps.txt"):
            yield str(path.relative_to(origin)), path.read_bytes()
