"""Output: the folder of a run: what was found, a file a part, and what each part came to. A part that is there is whole."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
import pyarrow as pa
from msgspec import Struct
from pyarrow import parquet

from newslint.archive import arrow
from newslint.archive.tally import Tally
from newslint.errors import FileError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.archive.linting import Row

ARTICLES: Final = pa.schema(
    [("path", pa.string()), ("outlet", pa.string()), ("words", pa.int32()), ("findings", pa.int32())]
)
_SUFFIXES: Final = {"parquet": ".parquet", "json": ".jsonl"}
FORMATS: Final = tuple(_SUFFIXES)
_RUN: Final = "run.json"
_SCHEMAS: Final = {"findings": arrow.SCHEMA, "articles": ARTICLES}


class Run(Struct, frozen=True):
    """What the parts of a run depend on: two runs that agree in it make the same ones."""

    version: str
    today: str
    inputs: tuple[tuple[str, int, int], ...]  # path, size, and time of the last change in ns
    settings: dict[str, str]


class Folder:
    """The folder of a run; `form` is one of FORMATS."""

    def __init__(self, path: Path, form: str) -> None:
        self.path, self._form = path, form

    def earlier(self) -> Run | None:
        """The run whose parts are there. UsageError if the folder holds something else."""
        try:
            return msgspec.json.decode((self.path / _RUN).read_bytes(), type=Run)
        except FileNotFoundError:
            if self.path.is_dir() and any(self.path.iterdir()):
                raise UsageError(f"--output: '{self.path}' is not empty, and no run's; name another folder") from None
            return None
        except (msgspec.DecodeError, NotADirectoryError):
            raise UsageError(f"--output: '{self.path}' is no run's folder; name another one") from None

    def begin(self, run: Run) -> set[int]:
        """Makes the folder, or goes on with it; the numbers of the parts that are there already."""
        before = self.earlier()
        if before is not None and before != run:
            raise UsageError(
                f"--output: '{self.path}' holds a run with {_difference(before, run)}; name another folder"
            )
        try:
            for name in (*_SCHEMAS, "parts"):
                (self.path / name).mkdir(parents=True, exist_ok=True)
            _write(self.path / _RUN, msgspec.json.format(msgspec.json.encode(run), indent=2))
        except OSError as fault:
            raise FileError(f"cannot write to '{self.path}': {fault.strerror or fault}") from None
        return {int(path.stem) for path in (self.path / "parts").glob("[0-9]*.json")}

    def put(self, number: int, findings: Sequence[Row], articles: Sequence[Row], tally: Tally) -> None:
        """Writes a part. Its tally comes last: it says that the part is whole."""
        for name, rows in (("findings", findings), ("articles", articles)):
            path = self.path / name / f"part-{number:06}{_SUFFIXES[self._form]}"
            _write(path, _parquet(rows, _SCHEMAS[name]) if self._form == "parquet" else _lines(rows))
        _write(self.path / "parts" / f"{number:06}.json", msgspec.json.encode(tally, order="sorted"))

    def tallies(self) -> Iterator[Tally]:
        """What the parts came to, in their order."""
        for path in sorted((self.path / "parts").glob("[0-9]*.json")):
            yield msgspec.json.decode(path.read_bytes(), type=Tally)

    def note(self, name: str, text: str) -> Path:
        """Writes a file beside the parts; its path."""
        _write(self.path / name, text.encode())
        return self.path / name


def _difference(before: Run, run: Run) -> str:
    if before.version != run.version:
        return f"newslint {before.version}"
    if before.today != run.today:
        return f"--today {before.today}"
    if before.inputs != run.inputs:
        return "other inputs, or inputs that have changed since"
    names = [name for name in run.settings if before.settings.get(name) != run.settings[name]]
    return f"another {names[0] if names else 'setting'}"


def _write(path: Path, data: bytes) -> None:
    """Writes a file so that it is there whole or not at all."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    with half.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)


def _parquet(rows: Sequence[Row], schema: pa.Schema) -> bytes:
    sink = pa.BufferOutputStream()
    parquet.write_table(pa.Table.from_pylist(list(rows), schema=schema), sink, compression="zstd")
    return bytes(sink.getvalue().to_pybytes())


def _lines(rows: Sequence[Row]) -> bytes:
    return b"".join(msgspec.json.encode(_line(row)) + b"\n" for row in rows)


def _line(row: Row) -> dict[str, Any]:
    """A row as JSON has it: scores by name, and nothing that is null."""
    return {key: dict(value) if key == "scores" else value for key, value in row.items() if value is not None}
