"""Config: `.newslint.yaml` found, read strictly, merged with what it extends; the result is frozen."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from newslint.config import patterns, references
from newslint.config.keys import Data, Keys, Override, finished, merged, names
from newslint.errors import ConfigError
from newslint.patterns import lazy
from newslint.spun import calibration
from newslint.spun.calibration import Calibration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.yaml_source import Source

NAME: Final = ".newslint.yaml"
_NOTHING: Final = ("null", "~")  # YAML's ways to leave a key unsaid
_LANGUAGE: Final = lazy(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Mention(Struct, frozen=True):
    """A rule or pack that a configuration names, and where."""

    name: str
    path: str
    line: int
    column: int


class Config(Struct, frozen=True):
    """One configuration, checked; `path` is empty for none, patterns are relative to `folder`.

    `data` is what the file and those it extends say, `keys` the same with the default of every other key.
    """

    data: Data = {}
    keys: Keys = Keys()
    path: str = ""
    folder: str = ""
    mentions: tuple[Mention, ...] = ()
    calibration: Calibration = Calibration()

    def overrides(self, path: str) -> tuple[int, ...]:
        """The numbers of the per-path overrides that hold for a file, the weakest first; none for text without a name.

        `path` is absolute, or empty.
        """
        if not path or not self.keys.per_path:
            return ()
        shown = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return tuple(n for n, part in enumerate(self.keys.per_path) if patterns.compiled(part.paths).match_file(shown))

    def override(self, number: int) -> Data:
        """What one of the overrides says."""
        return {key: value for key, value in self.data["per-path"][number].items() if key != "paths"}


@lru_cache(maxsize=4096)
def nearest(folder: str) -> str:
    """The path of the nearest `.newslint.yaml` at or above a folder, not beyond a repository's root; empty for none."""
    here = os.path.join(folder, NAME)  # noqa: PTH118 (and `Path.is_file` raises where a path is too long)
    if os.path.isfile(here):  # noqa: PTH113
        return here
    parent = os.path.dirname(folder)  # noqa: PTH120 (called for every folder of a run)
    return "" if parent == folder or Path(folder, ".git").exists() else nearest(parent)


@lru_cache(maxsize=64)
def read(path: str) -> Config:
    """The configuration at a path. ConfigError with its place for anything that is not as the schema says."""
    if not path:
        return Config(folder=str(Path.cwd()))
    found = Path(path).absolute()
    data, mentions = _read(found, ())
    keys = finished(data)
    house = keys.calibration
    calibrated = calibration.read(house, _shown(Path(house))) if house is not None else Calibration()
    return Config(data, keys, path, str(found.parent), tuple(mentions), calibrated)


def _read(path: Path, within: tuple[Path, ...]) -> tuple[Data, list[Mention]]:
    """What a file and those it extends say, and where it names rules."""
    from newslint import yaml_source

    file = yaml_source.read(str(path), ConfigError, shown=_shown(path))
    data = {} if file.data is None else file.data
    if not isinstance(data, dict):
        raise file.error("expected keys and values; write them as 'newslint init' does")
    data = {key: value for key, value in data.items() if value not in _NOTHING}
    keys = _checked(file, data)
    mentions = list(_mentions(file, data))
    own = {**data, **_anchored(file, keys, path.parent), **_placed(file, keys, (*within, path)[0].parent)}
    for number, name in enumerate((keys.extends,) if isinstance(keys.extends, str) else keys.extends):
        base = (path.parent / name).resolve()
        if base in (*within, path.resolve()):
            raise file.error(f"'{name}' extends this file in turn; remove one of the two", ("extends", number))
        if not base.is_file():
            raise file.error(f"'{name}' is not a file; name a configuration to extend", ("extends", number))
        other, more = _read(base, (*within, path.resolve()))
        own, mentions = merged(other, own), [*more, *mentions]
    return own, mentions


def _checked(file: Source, data: Data) -> Keys:
    """The data as keys. ConfigError at the place of what is not as the schema says."""
    from newslint import yaml_source

    try:
        keys = finished(data)
    except msgspec.ValidationError as fault:
        known = names(Override if "per-path" in str(fault) else Keys)
        raise yaml_source.explain(file, fault, (), known, Keys) from None
    for number, part in enumerate((keys, *keys.per_path)):
        if not _LANGUAGE.fullmatch(part.language):
            at = ("language",) if number == 0 else ("per-path", number - 1, "language")
            raise file.error(f"'{part.language}' is not a language tag; write it like en or en-GB", at)
    from newslint.languagetool.settings import GrammarSettings

    try:
        msgspec.convert(keys.grammar, GrammarSettings, strict=False)
    except msgspec.ValidationError as fault:
        raise yaml_source.explain(file, fault, ("grammar",), names(GrammarSettings)) from None
    return keys


def _mentions(file: Source, data: Data, at: tuple[str | int, ...] = ()) -> Iterator[Mention]:
    for key in ("select", "extend-select", "ignore", "protect", "severity"):
        value = data.get(key)
        steps = enumerate(value) if isinstance(value, list) else ((name, name) for name in value or ())
        for step, name in steps:
            fault = file.error("", (*at, key, step), key=isinstance(value, dict))
            yield Mention(name, fault.path, fault.line, fault.column)
    for number, override in enumerate(data.get("per-path", ())):
        yield from _mentions(file, override, (*at, "per-path", number))


def _anchored(file: Source, keys: Keys, folder: Path) -> Data:
    """Everything said that is relative to the file itself, made absolute; words of vocabulary files read."""
    found: Data = {}
    for key, specs in (("packs", keys.packs), ("extend-packs", keys.extend_packs)):
        if specs:
            found[key] = [references.pack(file, folder, spec, (key, number)) for number, spec in enumerate(specs)]
    if keys.calibration is not None:
        found["calibration"] = references.calibration(file, folder, keys.calibration, ("calibration",))
    if keys.claims is not None:
        found["claims"] = str((folder / Path(keys.claims).expanduser()).absolute())
    if keys.baseline is not None:
        found["baseline"] = references.baseline(file, folder, keys.baseline, ("baseline",))
    if keys.vocabulary_files:
        files = enumerate(keys.vocabulary_files)
        words = [references.words(file, folder, name, ("vocabulary-files", n)) for n, name in files]
        found["vocabulary"] = [*keys.vocabulary, *(word for part in words for word in part)]
    return found


def _placed(file: Source, keys: Keys, folder: Path) -> Data:
    """The patterns, made relative to the folder of the configuration that is in force."""
    found: Data = {}
    if keys.exclude:
        found["exclude"] = list(patterns.anchored(file, folder, keys.exclude, ("exclude",)))
    if keys.per_path:
        overrides = zip(file.data["per-path"], keys.per_path, strict=True)
        found["per-path"] = [
            {**said, "paths": list(patterns.anchored(file, folder, part.paths, ("per-path", number, "paths")))}
            for number, (said, part) in enumerate(overrides)
        ]
    return found


def _shown(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
