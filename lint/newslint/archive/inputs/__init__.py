"""Inputs: the files that archives come in → articles, one file for each sort."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, Protocol

from newslint.archive.inputs.opening import PACKED
from newslint.article.readers import SUFFIXES
from newslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.archive.inputs.fields import Fields
    from newslint.archive.linting import Article


class Sort(NamedTuple):
    """A sort of file: what people call it, its suffixes, each with its dot, and its module.

    `packed` says that it may also be compressed, with one more suffix; `needs` are the packages that read it.
    """

    title: str
    suffixes: tuple[str, ...]
    module: str
    packed: bool = False
    needs: tuple[str, ...] = ()


class Reader(Protocol):
    """The module of a sort of file."""

    def read(self, file: BinaryIO, name: str, fields: Fields) -> Iterator[Article]:
        """The articles of a file in order. What is wrong with one is its `fault`; UsageError if the file holds no articles."""


# By the title of each; the last is any file that newslint itself reads.
SORTS: Final[tuple[Sort, ...]] = (
    Sort("Parquet", (".parquet", ".pq"), "newslint.archive.inputs.parquet", needs=("pyarrow",)),
    Sort("JSON lines", (".jsonl", ".ndjson"), "newslint.archive.inputs.json_lines", packed=True),
    Sort("CSV", (".csv", ".tsv"), "newslint.archive.inputs.separated", packed=True),
    Sort(
        "WARC",
        (".warc", ".warc.gz", ".wet", ".wet.gz", ".arc", ".arc.gz"),
        "newslint.archive.inputs.warc",
        needs=("warcio", "trafilatura", "lxml_html_clean"),
    ),
    Sort("articles", tuple(SUFFIXES), "newslint.archive.inputs.loose"),
)


class Input(NamedTuple):
    """A file of an archive: its path, as it was named, and its sort."""

    path: str
    sort: Sort

    @property
    def needs(self) -> tuple[str, ...]:
        """The packages that read it."""
        return ("pyarrow",) if self.path.lower().endswith(".zst") else self.sort.needs

    def articles(self, file: BinaryIO, fields: Fields) -> Iterator[Article]:
        """Its articles, from its (unpacked) bytes."""
        reader: Reader = import_module(self.sort.module)
        return reader.read(file, self.path, fields)


def found(arguments: Sequence[str]) -> list[Input]:
    """The files that some arguments name; of a folder all below it, by name, hidden ones left out. UsageError for what is none."""
    inputs: list[Input] = []
    for argument in arguments:
        path = Path(argument)
        if path.is_dir():
            inputs += _below(path)
        elif not path.is_file():
            raise UsageError(f"'{argument}' does not exist; name files or folders that are there")
        elif (sort := sort_of(path.name)) is None:
            raise UsageError(f"'{argument}': unknown sort of archive; newslint reads {titles()}")
        else:
            inputs.append(Input(argument, sort))
    if not inputs:
        raise UsageError(f"no archive in {', '.join(arguments)}; newslint reads {titles()}")
    return inputs


def sort_of(name: str) -> Sort | None:
    """What sort of file a name says it is."""
    lower = name.lower()
    bare = next((lower.removesuffix(end) for end in PACKED if lower.endswith(end)), lower)
    for sort in SORTS:
        if lower.endswith(sort.suffixes) or (sort.packed and bare.endswith(sort.suffixes)):
            return sort
    return None


def titles() -> str:
    """The sorts of files, in words."""
    *most, _ = (f"{sort.title} ({', '.join(sort.suffixes[:2])})" for sort in SORTS)
    return f"{', '.join(most)} and files of articles; JSON lines and CSV also with {', '.join(PACKED)}"


def _below(folder: Path) -> Iterator[Input]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            if (sort := sort_of(name)) is not None:
                yield Input(Path(here, name).as_posix(), sort)
