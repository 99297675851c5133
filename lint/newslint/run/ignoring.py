"""Ignoring: what `.gitignore` and `.newslintignore` leave out, in the folder of a file and above it.

With `os.path` and strings, as `run.discovery`.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from newslint.config.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

IGNORE_FILES: Final = (".gitignore", ".newslintignore")


def ignored(path: str, *, folder: bool) -> str:
    """The ignore file (or files, of one folder) that leaves out a path or a folder above it, or an empty string."""
    if folder and _is_root(path):
        return ""
    above = os.path.dirname(path)
    for base, names, lines in _ignore_files(above):
        verdict = matched(lines, base, path, folder=folder)
        if verdict is not None:
            return os.path.join(base, names) if verdict else ""
    return _ignored_folder(above)


@lru_cache(maxsize=8192)
def _ignored_folder(path: str) -> str:
    return ignored(path, folder=True)


@lru_cache(maxsize=8192)
def _ignore_files(folder: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(folder, names, lines) of the ignore files at and above a folder, the nearest first, not beyond the repository."""
    found = {name: lines for name in IGNORE_FILES if (lines := _lines(os.path.join(folder, name)))}
    own = ((folder, " or ".join(found), tuple(line for lines in found.values() for line in lines)),) if found else ()
    return own if _is_root(folder) else (*own, *_ignore_files(os.path.dirname(folder)))


@lru_cache(maxsize=8192)
def _is_root(folder: str) -> bool:
    """Whether ignore files above a folder do not count: it is a repository's top, or in none and not within ours."""
    if os.path.dirname(folder) == folder or os.path.exists(os.path.join(folder, ".git")):
        return True
    here = os.getcwd()
    return not _in_repository(folder) and (folder == here or not folder.startswith(here + os.sep))


@lru_cache(maxsize=8192)
def _in_repository(folder: str) -> bool:
    above = os.path.dirname(folder)
    return os.path.exists(os.path.join(folder, ".git")) or (above != folder and _in_repository(above))


def forget() -> None:
    """Lets go of what was read of ignore files, so that changes of them count."""
    for known in (_ignored_folder, _ignore_files, _is_root, _in_repository):
        known.cache_clear()


def _lines(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return [line for line in file.read().split("\n") if line.strip() and not line.startswith("#")]
    except OSError:
        return []  # not there, or not ours to read: it then excludes nothing, as for git


def matched(lines: Sequence[str], base: str, path: str, *, folder: bool) -> bool | None:
    """Whether patterns leave a path out (True), take it back in (False) or do not speak of it (None)."""
    if not lines or not path.startswith(base):
        return None
    relative = os.path.relpath(path, base).replace(os.sep, "/")
    if relative.startswith("..") or relative == ".":
        return None
    return compiled(tuple(lines)).check_file(f"{relative}/" if folder else relative).include  # type: ignore[no-any-return]
