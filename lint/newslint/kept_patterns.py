"""Kept patterns: what regular expressions are compiled to, kept between runs as Python keeps bytecode.

One article needs some 250 of newslint's patterns; to compile them takes up to a fifth of a short run more than to read them back.
What `re` compiles a pattern to, and the call that makes a pattern of it, are private to CPython: a file is for one version of both,
`re` checks what it is given, and whatever is not as expected is compiled as ever.
"""

from __future__ import annotations

import os
import re
import sys
import zlib
from array import array
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias

from newslint.paths import NO_CACHE, default_folder
from newslint.patterns import compile_by

if TYPE_CHECKING:
    from pathlib import Path

_Parts: TypeAlias = "tuple[int, bytes, int, dict[str, int]]"  # all flags, code, groups, and the groups that have names
_WORTH: Final = 10  # new patterns for which the file is written again
_MOST: Final = 2_000  # patterns in a file; newslint has 1,000, and what it no longer has is dropped with all others


class KeptPatterns:
    """The patterns in a folder. Trouble with the file, or with what is in it, costs time and is not spoken of."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / name()
        self._new: dict[bytes, _Parts] = {}

    @cached_property
    def _parts(self) -> dict[bytes, _Parts]:
        return _read(self._file)

    def compile(self, source: str, flags: int) -> re.Pattern[str]:
        """As `re.compile` does."""
        key = f"{int(flags)}:{source}".encode("utf-8", "surrogatepass")  # a pattern may look for lone surrogates
        try:
            if not (parts := self._parts.get(key) or self._new.get(key)):
                self._new[key] = parts = _compiled(source, flags)
            return _made(source, parts)
        except re.error:
            raise
        except Exception:  # whatever another Python may do with calls that are its own affair
            self._new.pop(key, None)
            return re.compile(source, flags)

    def save(self) -> None:
        """Writes what is new, if it is worth it, in one step: a reader sees the old file or the new one."""
        if len(self._new) < _WORTH:
            return
        known = _read(self._file) | self._parts
        self._parts = self._new if len(known) + len(self._new) > _MOST else known | self._new
        self._new = {}
        with suppress(OSError):
            _write(self._file, self._parts)


def begin() -> KeptPatterns | None:
    """Has this process keep its patterns, unless this user keeps nothing; the caller saves them."""
    try:
        kept = None if os.environ.get(NO_CACHE) else KeptPatterns(default_folder())
    except RuntimeError:  # a user without a home
        kept = None
    compile_by(kept.compile if kept else re.compile)
    return kept


def name() -> str:
    """The file's name: another Python, or another form of the file, has another."""
    _sre = import_module("_sre")
    return f"patterns-1-{sys.implementation.cache_tag}-{_sre.MAGIC}-{sys.byteorder}"


def clear() -> None:
    """Removes the files, those for other versions of Python, too, as far as that can be done."""
    for file in default_folder().glob("patterns-*"):
        with suppress(OSError):
            file.unlink()


def _compiled(source: str, flags: int) -> _Parts:
    """The parts that `re._compiler.compile` makes a pattern of."""
    tree = import_module("re._parser").parse(source, flags)
    code = array("I", import_module("re._compiler")._code(tree, flags))
    return int(flags | tree.state.flags), code.tobytes(), tree.state.groups - 1, tree.state.groupdict


def _made(source: str, parts: _Parts) -> re.Pattern[str]:
    flags, code, groups, named = parts
    names: list[str | None] = [None] * (groups + 1)
    for each, number in named.items():
        names[number] = each
    made: re.Pattern[str] = import_module("_sre").compile(
        source, flags, array("I", code).tolist(), groups, named, tuple(names)
    )
    return made


def _read(path: Path) -> dict[bytes, _Parts]:
    """What a file holds; nothing if it is not there or not whole."""
    from msgspec import DecodeError, msgpack

    try:
        content = path.read_bytes()
        if int.from_bytes(content[:4], "big") != zlib.crc32(content[4:]):
            return {}
        return msgpack.decode(content[4:], type=dict[bytes, tuple[int, bytes, int, dict[str, int]]])
    except (OSError, DecodeError):
        return {}


def _write(path: Path, parts: dict[bytes, _Parts]) -> None:
    from msgspec import msgpack

    content = msgpack.encode(parts)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(zlib.crc32(content).to_bytes(4, "big") + content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
