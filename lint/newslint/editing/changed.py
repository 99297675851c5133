"""Changed lines: which lines of which files differ from a git revision, or are staged. git itself is asked."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, Final

from newslint.errors import UsageError
from newslint.patterns import lazy
from newslint.reporters.report import UNCHANGED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.text import Text
    from newslint.finding import Finding, Span

Lines = tuple[tuple[int, int], ...]  # half-open ranges of 1-based lines
WHOLE: Final[Lines] = ((1, 1 << 60),)
_HUNK: Final = lazy(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_DIFF: Final = (
    "-c",
    "core.quotePath=off",
    "diff",
    "--unified=0",
    "--find-renames",
    "--no-color",
    "--no-ext-diff",
    "--dst-prefix=b/",
)
_COUNTED: Final = ("diff", "--numstat", "-z", "--find-renames", "--no-ext-diff")
_ESCAPE: Final = lazy(rb"\\([0-7]{3}|.)")
_ESCAPED: Final = {b"t": b"\t", b"n": b"\n", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}


def since(revision: str) -> dict[str, Lines]:
    """Absolute path → lines changed since the merge base of a revision and HEAD; of a file that git does not track, all.

    UsageError if there is no such revision, no merge base, no repository or no git.
    """
    top = _top()
    base = _merge_base(revision)
    found = _changed(top, base)
    others = _git("-C", top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
    return found | {os.path.join(top, os.fsdecode(name)): WHOLE for name in others if name}  # noqa: PTH118


def staged() -> dict[str, Lines]:
    """Absolute path → lines that are staged for the next commit."""
    return _changed(_top(), "--cached")


def _changed(top: str, against: str) -> dict[str, Lines]:
    """What differs from a commit or is staged; files that git does not compare line by line, such as Word's, as a whole."""
    lines = dict(_lines(top, _git(*_DIFF, against)))
    return lines | dict.fromkeys(_binary(top, _git(*_COUNTED, against)), WHOLE)


def _binary(top: str, counts: bytes) -> Iterator[str]:
    """The files of which git counts no lines; of a renamed one the new name is the second of two that follow."""
    fields = iter(counts.split(b"\0"))
    for field in fields:
        added, _, name = field.rpartition(b"\t")
        if not name and added:
            next(fields, b"")
            name = next(fields, b"")
        if added == b"-\t-":
            yield os.path.join(top, os.fsdecode(name))  # noqa: PTH118


def _top() -> str:
    """The repository's folder as the working folder's own path leads to it, symbolic links and all."""
    up = os.fsdecode(_git("rev-parse", "--show-cdup").rstrip(b"\n"))
    return os.path.normpath(os.path.join(os.getcwd(), up))  # noqa: PTH109, PTH118


def unchanged(findings: Iterable[Finding], text: Text, lines: Lines) -> tuple[Finding, ...]:
    """The findings, those silenced of which neither the place nor one that it was compared with is on these lines."""
    from msgspec import structs

    return tuple(
        finding
        if finding.silenced or any(_on(text, place, lines) for place in _places(finding))
        else structs.replace(finding, silenced=UNCHANGED)
        for finding in findings
    )


def _places(finding: Finding) -> Iterator[Span]:
    yield finding.span
    yield from (related.span for related in finding.related if related.outside is None)


def _on(text: Text, span: Span, lines: Lines) -> bool:
    first = text.content.count("\n", 0, span.start) + 1  # git knows line feeds only
    last = first + text.content.count("\n", span.start, max(span.end - 1, span.start))
    return any(start <= last and first < end for start, end in lines)


def _merge_base(revision: str) -> str:
    if revision.startswith("-"):
        raise UsageError(f"--diff-base: '{revision}' is not a revision; name a branch, a tag or a commit")
    known = subprocess.run(
        ["git", "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"], capture_output=True, check=False
    )
    shallow = _git("rev-parse", "--is-shallow-repository").strip() == b"true"
    deeper = (
        "; the clone is shallow: fetch its history ('git fetch --unshallow', or fetch-depth: 0 in CI)"
        if shallow
        else ""
    )
    if known.returncode:
        raise UsageError(f"--diff-base: git knows no revision '{revision}'{deeper or '; fetch it, or name another'}")
    base = subprocess.run(["git", "merge-base", revision, "HEAD"], capture_output=True, check=False)
    if base.returncode:
        raise UsageError(
            f"--diff-base: '{revision}' and HEAD have no common ancestor{deeper or '; name another revision'}"
        )
    return base.stdout.decode().strip()


def _git(*arguments: str) -> bytes:
    try:
        return subprocess.run(["git", *arguments], capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise UsageError(
            "git is not installed, and --diff-base and --staged ask it; install it, or leave them out"
        ) from None
    except subprocess.CalledProcessError as fault:
        said = os.fsdecode(fault.stderr).strip().splitlines()
        raise UsageError(
            f"git failed: {said[0] if said else 'no reason given'}; run newslint inside a git repository"
        ) from None


def _lines(top: str, diff: bytes) -> Iterator[tuple[str, Lines]]:
    """The files of a diff without context, each with the lines that it adds or changes."""
    ranges: list[tuple[int, int]] = []
    path, rest = "", 0
    for line in diff.split(b"\n"):
        if rest:
            rest -= not line.startswith(b"\\")
        elif line.startswith(b"+++ "):
            path, ranges = _path(top, line[4:]), []
        elif (hunk := _HUNK.match(line)) is not None and path:
            removed, start, added = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            rest = removed + added
            ranges.append((start, start + added))
            yield path, tuple(ranges)


def _path(top: str, written: bytes) -> str:
    """The absolute path behind `b/`, as git quotes it; empty for a file that is gone."""
    name = written.removesuffix(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_unescaped, name[1:-1])
    return "" if name == b"/dev/null" else os.path.join(top, os.fsdecode(name.removeprefix(b"b/")))  # noqa: PTH118


def _unescaped(hit: re.Match[bytes]) -> bytes:
    return bytes([int(hit[1], 8)]) if len(hit[1]) > 1 else _ESCAPED.get(hit[1], hit[1])
