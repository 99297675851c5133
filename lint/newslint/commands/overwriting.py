"""Overwriting: refuses outputs that would destroy what a run reads, before anything is written."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, TextIO

from newslint.engine import sidecar
from newslint.errors import UsageError
from newslint.run.discovery import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newslint.commands.command import Streams
    from newslint.run.discovery import Target

# What makes two paths one file: device and inode of a regular file that is there, through links of both kinds, else the path.
Identity = tuple[int, int] | str


def refuse_overwriting(outputs: Sequence[str], inputs: Iterable[Target], streams: Streams) -> None:
    """UsageError if an output is an article, a sidecar or a configuration of the run, a folder, or another output.

    So it is if standard output leads into an article, or an output file into what standard input comes from.
    """
    read = _read(inputs) if outputs or _of_stream(streams.stdout) is not None else {}
    if (source := _of_stream(streams.stdin)) is not None:
        read[source] = "standard input"
    if (what := read.get(_of_stream(streams.stdout) or "")) and what != "standard input":
        raise UsageError(f"standard output would overwrite {what}; write to another file")
    written: dict[Identity, str] = {}
    for path in outputs:
        identity = _of_path(path)
        if identity is None:
            continue
        if what := read.get(identity):
            raise UsageError(f"the output file '{path}' is {what}; nothing was written; name another file")
        if identity in written:
            raise UsageError(
                f"'{written[identity]}' and '{path}' are the same output file; name another for one of them"
            )
        if os.path.isdir(path):  # noqa: PTH112
            raise UsageError(f"'{path}' is a folder; name a file in it")
        if not os.path.isdir(os.path.dirname(os.path.abspath(path))):  # noqa: PTH100, PTH112, PTH120
            raise UsageError(f"cannot write '{path}': No such file or directory")
        written[identity] = path


def _read(inputs: Iterable[Target]) -> dict[Identity, str]:
    """Every file that the run reads, and what to call it."""
    files: dict[str, str] = {}
    for target in inputs:
        if target.config:
            files[target.config] = f"the configuration '{shown(target.config)}'"
        if target.path:
            files[sidecar.beside(target.path)] = f"the sidecar of '{target.shown}'"
            files[target.path] = f"the article '{target.shown}'"
    found = ((_of_path(path), what) for path, what in files.items() if os.path.exists(path))  # noqa: PTH110
    return {identity: what for identity, what in found if identity is not None}


def _of_path(path: str) -> Identity | None:
    """A file's identity; None for what may be written by many: devices, pipes."""
    try:
        return _of(os.stat(path))  # noqa: PTH116
    except (OSError, ValueError):
        return os.path.normcase(os.path.realpath(path))


def _of_stream(stream: TextIO) -> Identity | None:
    try:
        return _of(os.fstat(stream.fileno()))
    except (OSError, ValueError, AttributeError):
        return None


def _of(found: os.stat_result) -> Identity | None:
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode) else None
