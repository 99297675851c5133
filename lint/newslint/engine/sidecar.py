"""Sidecar: `ARTICLE.newslint.yaml`, which silences findings of an article without a mark in it, and names its sources."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct, field

from newslint.errors import ConfigError

if TYPE_CHECKING:
    from newslint.finding import Finding

SUFFIX: Final = ".newslint.yaml"
_HEAD: Final = "# What newslint need not report in {name}. 'newslint ignore FILE:LINE:COL' adds entries.\nignore:\n"


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """One silence: a rule or pack, the text that it reported (any text, if left out), and why."""

    rule: str
    text: str | None = None
    reason: str = ""
    place: str = field(default="", name="place (set by newslint)")


class Sidecar(Struct, frozen=True, forbid_unknown_fields=True):
    """What a sidecar says: which findings to silence, and from which files the article was written, relative to its folder."""

    ignore: tuple[Entry, ...] = ()
    sources: tuple[str, ...] = ()


def beside(article: str) -> str:
    """The sidecar's path: the article's own name and `.newslint.yaml`."""
    return article + SUFFIX


def read(article: str, shown: str) -> Sidecar:
    """What is said of an article at a path, nothing without a sidecar. ConfigError with its place if it cannot be used."""
    path = beside(article)
    if not os.path.isfile(path):  # noqa: PTH113 (`Path.is_file` raises where the name is too long)
        return Sidecar()
    from newslint import yaml_source

    file = yaml_source.read(path, ConfigError, shown=beside(shown))
    try:
        found = msgspec.convert(file.data or {}, Sidecar, strict=False)
    except msgspec.ValidationError as fault:
        raise yaml_source.explain(file, fault, (), ("ignore", "rule", "text", "reason", "sources")) from None
    placed = tuple(
        msgspec.structs.replace(entry, place=f"{beside(shown)}:{file.line(('ignore', number))}")
        for number, entry in enumerate(found.ignore)
    )
    return msgspec.structs.replace(found, ignore=placed)


def add(article: str, findings: list[Finding], reason: str) -> Path:
    """Appends entries that silence the findings, comments and order of the file kept; the sidecar's path."""
    path = Path(beside(article))
    try:
        before = path.read_text("utf-8") if path.exists() else _HEAD.format(name=Path(article).name)
        lines = [line for finding in findings for line in _lines(finding, reason)]
        path.write_text(before.rstrip("\n") + "\n" + "".join(lines), "utf-8", newline="\n")
    except (OSError, UnicodeError) as fault:
        raise ConfigError(f"cannot write the sidecar: {fault}", path=str(path)) from None
    return path


def _lines(finding: Finding, reason: str) -> list[str]:
    """Scalars as JSON strings, which YAML reads as they are."""
    values = {"rule": finding.rule, "text": finding.match, "reason": reason}
    written = [f"{key}: {msgspec.json.encode(value).decode()}\n" for key, value in values.items() if value]
    return ["  - " + written[0], *("    " + line for line in written[1:])]
