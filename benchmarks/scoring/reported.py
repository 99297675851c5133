"""Runs of newslint: findings read from its JSON Lines, with spans in code points of the file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newslint.article.decoding import decode
from newslint.article.text import Text
from newslint.errors import NewslintError
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).parents[2]
# Rules that know what today is must say the same next year; no set holds an article that is newer.
TODAY: Final = "2026-11-27"
GRAVE: Final = frozenset({"error", "warning"})


class RunError(Exception):
    """A saved run is cut off, or is of other files than those that are there."""


class Reported(Struct, frozen=True):
    """One finding of a run. Spans are half-open, in code points of the decoded file; `related` are other places that it names."""

    file: str
    rule: str
    severity: str
    fingerprint: str
    span: Span
    message: str = ""
    related: tuple[Span, ...] = ()

    @property
    def grave(self) -> bool:
        """Whether it is an error or a warning."""
        return self.severity in GRAVE


class Run(Struct, frozen=True):
    """What one run over a folder reported, and of how many words; `seconds` is None where nobody measured it."""

    findings: tuple[Reported, ...]
    files: int = 0
    failures: int = 0
    seconds: float | None = None
    words: int = 0


@lru_cache(maxsize=4)
def text_of(path: Path) -> Text:
    """A file as newslint decodes it; an empty text if it is gone or is none."""
    try:
        return decode(path.read_bytes(), path.name)
    except (OSError, NewslintError):
        return Text("")


def span_of(text: Text, place: dict[str, Any]) -> Span:
    """The span of `line`, `column`, `end_line`, `end_column`; a place beyond the end of the text is its end."""
    start = _offset(text, place["line"], place["column"])
    return Span(start, max(start, _offset(text, place["end_line"], place["end_column"])))


def _offset(text: Text, line: int, column: int) -> int:
    end = len(text.content)
    return min(text.line_starts[line - 1] + column - 1, end) if line <= len(text.line_starts) else end


def reported(data: dict[str, Any], folder: Path) -> Reported:
    """One line of JSON Lines, its places looked up in the file below `folder`; `RunError` if that is not there."""
    path = folder / data["path"]
    if not path.is_file():
        raise RunError(f"{data['path']} is not in {folder}")
    text = text_of(path)
    return Reported(
        data["path"],
        data["rule"],
        data["severity"],
        data["fingerprint"],
        span_of(text, data),
        data["message"],
        tuple(span_of(text, place) for place in data.get("related", ())),
    )


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a JSON Lines file, less findings that something silences."""
    with path.open(encoding="utf-8") as file:
        for data in map(json.loads, file):
            if not (data.get("type") == "finding" and data.get("silenced")):
                yield data


def read_run(path: Path, folder: Path) -> Run:
    """A saved run over `folder`; what newslint does not print lies beside it in NAME.meta.json.

    `RunError` if the run is of other files than the folder's, or has no end.
    """
    findings: list[Reported] = []
    files = failures = -1
    for data in records(path):
        if data["type"] == "finding":
            findings.append(reported(data, folder))
        elif data["type"] == "summary":
            files, failures = data["files"], data["failures"]
    meta = _meta(path)
    measured = json.loads(meta.read_bytes()) if meta.exists() else {}
    if files < 0:
        raise RunError(f"{path} ends without its summary")
    count = measured["words"] if measured else words(folder)
    return Run(tuple(findings), files, failures, measured.get("seconds"), count)


def _meta(path: Path) -> Path:
    return path.with_suffix(".meta.json")


def lint(folder: Path, out: Path, jobs: int) -> None:
    """Runs this checkout's newslint over a whole folder, as its hook does; writes the findings and what was measured."""
    started = time.perf_counter()
    with out.open("wb") as file:
        arguments = [
            "--jobs",
            str(jobs),
            "--today",
            TODAY,
            "--format",
            "jsonl",
            "--fail-on",
            "never",
            "--quick",
            "--quiet",
            ".",
        ]
        _newslint(arguments, folder, file)
    seconds = round(time.perf_counter() - started, 1)
    _meta(out).write_text(json.dumps({"seconds": seconds, "words": words(folder)}) + "\n", "utf-8")


def words(folder: Path) -> int:
    """Words, separated by white space, of all files that newslint reads in a folder, markup included."""
    shown = _newslint(["--show-files", "."], folder, subprocess.PIPE)
    return sum(len(path.read_bytes().split()) for name in shown.splitlines() if (path := folder / name).is_file())


def _newslint(arguments: Sequence[str], folder: Path, out: Any) -> str:
    command = [sys.executable, "-m", "newslint", "--no-config", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "lint")}
    done = subprocess.run(command, cwd=folder, env=environment, stdout=out, stderr=subprocess.PIPE, check=False)
    if done.returncode not in {0, 1, 3}:
        raise RuntimeError(f"newslint ended with {done.returncode} in {folder}: {done.stderr.decode()}")
    return done.stdout.decode() if done.stdout else ""
