"""References: what a configuration names relative to itself: packs, lists of words, a calibration, a baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.errors import RuleError
from newslint.rulebook import packs

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.yaml_source import Source

Place = tuple["str | int", ...]


def pack(file: Source, folder: Path, spec: str, at: Place) -> str:
    """A pack's spec with its path made absolute. ConfigError at the place that names it if there is no such pack."""
    if spec.startswith("python:"):
        try:
            packs.installed(spec)
        except RuleError as fault:
            raise file.error(fault.message, at) from None
        return spec
    if spec in packs.builtin_names():
        return spec
    if not (folder / spec).exists():
        raise file.error(packs.refusal(spec), at)
    return str(folder / spec)


def words(file: Source, folder: Path, name: str, at: Place) -> list[str]:
    """The lines of a list of words, comments and empty lines left out. ConfigError at its place if it cannot be read."""
    try:
        lines = (folder / name).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8; save it as UTF-8"
        raise file.error(f"cannot read '{name}': {reason}", at) from None
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def calibration(file: Source, folder: Path, name: str, at: Place) -> str:
    """The absolute path of a calibration. ConfigError at the place that names it if there is no such file."""
    if not (folder / name).is_file():
        raise file.error(f"'{name}' is not a file; 'newslint train --calibrate' writes such a file", at)
    return str(folder / name)


def baseline(file: Source, folder: Path, name: str, at: Place) -> str:
    """The absolute path of a baseline. ConfigError at the place that names it if there is no such file."""
    if not (folder / name).is_file():
        raise file.error(f"'{name}' is not a file; 'newslint baseline create --file {name}' writes it", at)
    return str((folder / name).absolute())
