"""Baseline: known findings by fingerprint, in one file that can be read and reviewed; what it names is not shown.

A fingerprint holds neither path nor line, so an entry survives edits elsewhere and moved paragraphs. If a file that the
baseline names is gone, its entries hold for files that the baseline does not name: it may have been renamed.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct, structs

from newslint.errors import ConfigError
from newslint.reporters.report import KNOWN

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from newslint.finding import Finding

NAME: Final = ".newslint-baseline.yaml"
_HEAD: Final = (
    "# Findings that newslint does not report any more: they were there when 'newslint baseline create' made this file.\n"
    "# 'newslint baseline update' renews it. Each entry: fingerprint, rule, the words that were reported.\nfindings:\n"
)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    findings: dict[str, tuple[str, ...]] = {}


class Baseline(Struct, frozen=True):
    """`entries`: path as in the file, relative to its `folder` → fingerprint → the entry as written."""

    path: str
    folder: str
    entries: dict[str, dict[str, str]] = {}

    @property
    def lost(self) -> dict[str, str]:
        """The entries of files that are not there any more."""
        gone = (path for path in self.entries if not os.path.lexists(os.path.join(self.folder, path)))  # noqa: PTH118
        return {mark: entry for path in gone for mark, entry in self.entries[path].items()}

    def name(self, path: str) -> str:
        """A file's name in the baseline; `path` is absolute."""
        return os.path.relpath(path, self.folder).replace(os.sep, "/")

    def known(self, path: str) -> Mapping[str, str]:
        """The entries that hold for a file at an absolute path, by fingerprint."""
        name = self.name(path)
        return self.entries[name] if name in self.entries else _lost(self.path, _when(self.path))

    def stale(self, paths: Iterable[str], matched: Container[str]) -> int:
        """How many entries nothing matches any more: those of the files at these absolute paths, and of files that are gone."""
        names = {self.name(path) for path in paths}
        marks = {mark for name in names & self.entries.keys() for mark in self.entries[name]} | self.lost.keys()
        return sum(mark not in matched for mark in marks)


@lru_cache(maxsize=8)
def _lost(baseline_path: str, when: int) -> dict[str, str]:
    return _read(baseline_path, when).lost


def read(path: str) -> Baseline:
    """The baseline at an absolute path. ConfigError with its place if it is not one."""
    return _read(path, _when(path))


def _when(path: str) -> int:
    """When a file was changed last; 0 for none, which reading will report."""
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116
    except OSError:
        return 0


@lru_cache(maxsize=8)
def _read(path: str, when: int) -> Baseline:
    from newslint import yaml_source

    shown = os.path.relpath(path).replace(os.sep, "/")
    file = yaml_source.read(path, ConfigError, shown=shown)
    try:
        found = msgspec.convert(file.data or {}, _File, strict=False)
    except msgspec.ValidationError as fault:
        raise yaml_source.explain(file, fault, (), ("findings",)) from None
    entries = {name: {entry.partition(" ")[0]: entry for entry in listed} for name, listed in found.findings.items()}
    return Baseline(path, str(Path(path).parent), entries)


def hidden(findings: Iterable[Finding], known: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings, those that are known silenced."""
    return tuple(
        structs.replace(finding, silenced=KNOWN) if finding.fingerprint in known and not finding.silenced else finding
        for finding in findings
    )


def entry(finding: Finding) -> str:
    """A finding as the file names it."""
    return " ".join([finding.fingerprint, finding.rule, *finding.match.split()[:12]])


def written(entries: Mapping[str, Iterable[str]]) -> str:
    """The file's text: files in order, entries of a file by rule; files without entries are left out."""
    lines = [_HEAD]
    for name in sorted(entries):
        found = sorted(set(entries[name]), key=lambda entry: (entry.partition(" ")[2], entry))
        if found:
            lines.append(f"  {json.dumps(name, ensure_ascii=False)}:\n")
            lines += [f"    - {json.dumps(entry, ensure_ascii=False)}\n" for entry in found]
    return "".join(lines) if len(lines) > 1 else _HEAD.replace("findings:\n", "findings: {}\n")
