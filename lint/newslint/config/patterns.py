"""Patterns: those of `exclude` and `per-path`, as .gitignore has them, made relative to the configuration's folder.

`./x`, `a/../b` and absolute paths say something that .gitignore cannot; here they mean what they say, or are errors.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.yaml_source import Source

Place = tuple["str | int", ...]

_DRIVE: Final = lazy(r"[A-Za-z]:[\\/]")
_FOLDERS: Final = lazy(r"\w\\\w")  # `drafts\old.txt`; git's own backslashes come before marks
_CHOICE: Final = lazy(r"\{[^{}]*,[^{}]*\}")
_MAGIC: Final = lazy(r"[*?\[]")


def anchored(file: Source, folder: Path, written: Sequence[str], at: Place) -> tuple[str, ...]:
    """The patterns as the matcher takes them. ConfigError at the place of one that could never match."""
    return tuple(_pattern(file, folder, pattern, (*at, number)) for number, pattern in enumerate(written))


@lru_cache(maxsize=1024)
def compiled(lines: tuple[str, ...]) -> Any:
    """The matcher of some lines; those that are no patterns are passed over, as git does with those of .gitignore."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _pattern(file: Source, folder: Path, written: str, at: Place) -> str:
    sign, pattern = ("!", written[1:]) if written.startswith("!") else ("", written)
    if fault := _fault(pattern):
        raise file.error(f"the pattern '{written}' cannot match anything: {fault}", at)
    if _DRIVE.match(pattern) or pattern.startswith("/"):
        pattern = _inside(pattern, folder)
    if {".", ".."}.intersection(pattern.split("/")):
        pattern = _resolved(pattern, folder)
    if not pattern:
        raise file.error(
            f"the pattern '{written}' leads out of the folder of this file, but its patterns apply only inside it; "
            "put the pattern into a configuration further up",
            at,
        )
    return sign + pattern


def _fault(pattern: str) -> str:
    """What makes a pattern one that matches nothing, and what to write instead; empty if nothing does."""
    if not pattern.strip(" /"):
        return "it is empty; write '*' for all files"
    if pattern.startswith("#"):
        return "'#' begins a comment; write '\\#'"
    if pattern.startswith("~/"):
        return "'~' is not expanded here; write a path from the folder of this file"
    if _FOLDERS.search(pattern) and not _DRIVE.match(pattern):
        return f"folders are separated by '/'; write '{pattern.replace(chr(92), '/')}'"
    if _CHOICE.search(pattern):
        return "braces do not list alternatives here; write a pattern for each of them"
    return "" if _is_pattern(pattern) else "it is incomplete"


def _inside(pattern: str, folder: Path) -> str:
    """A pattern that starts with `/`: from the folder, as .gitignore has it, or an absolute path in it; else empty."""
    plain = pattern.replace("\\", "/") if _DRIVE.match(pattern) else pattern
    for here in (folder.as_posix().rstrip("/"), os.path.realpath(folder).replace(os.sep, "/").rstrip("/")):
        if plain.rstrip("/") == here:
            return "/**"
        if plain.startswith(f"{here}/"):
            return plain[len(here) :]
    if _DRIVE.match(pattern):
        return ""
    steps = plain.strip("/").split("/")[:2]
    fixed = len(steps) == 2 and not any(_MAGIC.search(step) for step in steps)
    foreign = fixed and not os.path.lexists(folder / steps[0]) and os.path.lexists(f"/{steps[0]}/{steps[1]}")
    return "" if foreign else plain


def _resolved(pattern: str, folder: Path) -> str:
    """A pattern without `.` and `..`, from the folder; empty if it leads out of it."""
    here = [*folder.parts[1:]]
    steps = [*here]
    for step in pattern.strip("/").split("/"):
        if step == ".." and (not steps or steps[-1] == "**"):
            return ""
        if step == "..":
            steps.pop()
        elif step != ".":
            steps.append(step)
    if steps[: len(here)] != here:
        return ""
    rest = "/".join(steps[len(here) :])
    return f"/{rest or '**'}{'/' if rest and pattern.endswith('/') else ''}"
