"""Config: `.newslint.yaml` found, read strictly, merged with what it extends; the result is frozen."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct, structs

from newslint.config import patterns, references
from newslint.errors import ConfigError
from newslint.spun import calibration
from newslint.spun.calibration import Calibration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.yaml_source import Source

NAME: Final = ".newslint.yaml"
SCHEMA_ID: Final = "newslint configuration"
Level = Literal["error", "warning", "info"]
FailOn = Literal["error", "warning", "info", "never"]
Ids = tuple[str, ...]
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_Layer = TypeVar("_Layer", bound="Layer")


def _said(text: str) -> Meta:
    return Meta(description=text)


class Layer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What the configuration, a per-path override and the command line may each say."""

    select: Annotated[Ids | None, _said("rules or packs to run; replaces what lies below")] = None
    extend_select: Annotated[Ids, _said("rules or packs to run beside those")] = ()
    ignore: Annotated[Ids, _said("rules or packs to leave out; the longest name wins over select")] = ()
    severity: Annotated[dict[str, Level], _said("rule or pack: another severity")] = {}
    preview: Annotated[bool | None, _said("whether rules in preview run like others")] = None
    language: Annotated[str | None, _said("the house's language and region: en-US; sets the order of dates")] = None
    vocabulary: Annotated[Ids, _said("names and terms that the house accepts, as written")] = ()
    fail_on: Annotated[FailOn | None, _said("the least severity that fails a file")] = None
    min_severity: Annotated[Level | None, _said("findings below it are not shown")] = None


class Override(Layer, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A layer for some files only."""

    paths: Annotated[Ids, _said("patterns as in .gitignore, from this file's folder"), Meta(min_length=1)]


class Written(Layer, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A `.newslint.yaml` as written. Keys without a default of their own add to what is extended."""

    extends: Annotated[str | Ids, _said("configuration files that this one builds on")] = ()
    packs: Annotated[Ids | None, _said("the only packs to load: names, folders, files, python:package")] = None
    extend_packs: Annotated[Ids, _said("packs to load beside those")] = ()
    per_path: Annotated[tuple[Override, ...], _said("settings for some files; later ones win")] = ()
    exclude: Annotated[Ids, _said("files to leave out, as in .gitignore; !README.md takes one back in")] = ()
    default_excludes: Annotated[bool | None, _said("leave out README, LICENSE, CHANGELOG, robots.txt …")] = None
    vocabulary_files: Annotated[Ids, _said("files with one name or term a line")] = ()
    calibration: Annotated[str | None, _said("what 'newslint train --calibrate' wrote; of several the nearest")] = None
    inline_suppressions: Annotated[bool | None, _said("heed suppressing lines in plain text too")] = None
    no_suppressions: Annotated[bool | None, _said("heed no suppression at all")] = None
    protect: Annotated[Ids, _said("rules or packs that nothing may suppress")] = ()
    require_reason: Annotated[bool | None, _said("a suppression without a reason does not work")] = None
    docs: Annotated[str | None, _said("where the rules' pages are published; findings link there")] = None
    grammar: Annotated[dict[str, str], _said("where LanguageTool is and what it may use")] = {}


class Mention(Struct, frozen=True):
    """A rule or pack that a configuration names, and where."""

    name: str
    path: str
    line: int
    column: int


class Config(Struct, frozen=True):
    """One configuration, merged and checked; `path` is empty for none, patterns are relative to `folder`."""

    written: Written = Written()
    path: str = ""
    folder: str = ""
    mentions: tuple[Mention, ...] = ()
    calibration: Calibration = Calibration()

    def layers(self, path: str) -> tuple[Layer, ...]:
        """What holds for a file (an absolute path; empty for text without a name), the weakest first."""
        overrides = self.written.per_path
        if not overrides or not path:
            return (self.written,)
        shown = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return (self.written, *(o for o in overrides if patterns.compiled(o.paths).match_file(shown)))


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
    written, mentions = _read(found, ())
    house = written.calibration
    calibrated = calibration.read(house, _shown(Path(house))) if house else Calibration()
    return Config(written, path, str(found.parent), tuple(mentions), calibrated)


def _read(path: Path, within: tuple[Path, ...]) -> tuple[Written, list[Mention]]:
    from newslint import yaml_source

    file = yaml_source.read(str(path), ConfigError, shown=_shown(path))
    data = {} if file.data is None else file.data
    if not isinstance(data, dict):
        raise file.error("expected keys and values, as 'newslint init' writes them")
    own = _converted(file, data)
    mentions = list(_mentions(file, data))
    own = structs.replace(own, **_anchored(file, own, path.parent))
    own = structs.replace(own, **_placed(file, own, (*within, path)[0].parent))
    bases = (own.extends,) if isinstance(own.extends, str) else own.extends
    for number, name in enumerate(bases):
        base = (path.parent / name).resolve()
        if base in (*within, path.resolve()):
            raise file.error(f"'{name}' extends this file in turn; remove one of the two", ("extends", number))
        if not base.is_file():
            raise file.error(f"there is no file '{name}' to extend", ("extends", number))
        other, more = _read(base, (*within, path.resolve()))
        own, mentions = merged(other, own), [*more, *mentions]
    return own, mentions


def _converted(file: Source, data: dict[str, Any]) -> Written:
    from newslint import yaml_source

    layer, known = _keys(Override), _keys(Written)
    try:
        written = msgspec.convert(data, Written, strict=False)
    except msgspec.ValidationError as fault:
        raise yaml_source.explain(file, fault, (), layer if "per-path" in str(fault) else known, Written) from None
    for number, part in enumerate((written, *written.per_path)):
        if part.language is not None and not _LANGUAGE.fullmatch(part.language):
            at = ("language",) if number == 0 else ("per-path", number - 1, "language")
            raise file.error(f"'{part.language}' is no language; write it as in en, or en-GB", at)
    if written.grammar:
        from newslint.languagetool.settings import GrammarSettings

        try:
            msgspec.convert(written.grammar, GrammarSettings, strict=False)
        except msgspec.ValidationError as fault:
            raise yaml_source.explain(file, fault, ("grammar",), _keys(GrammarSettings)) from None
    return written


def _keys(kind: type[Struct]) -> tuple[str, ...]:
    return tuple(field.encode_name for field in structs.fields(kind))


def _mentions(file: Source, data: dict[str, Any], at: tuple[str | int, ...] = ()) -> Iterator[Mention]:
    for key in ("select", "extend-select", "ignore", "protect", "severity"):
        value = data.get(key)
        steps = enumerate(value) if isinstance(value, list) else ((name, name) for name in value or ())
        for step, name in steps:
            fault = file.error("", (*at, key, step), key=isinstance(value, dict))
            yield Mention(name, fault.path, fault.line, fault.column)
    for number, override in enumerate(data.get("per-path", ())):
        yield from _mentions(file, override, (*at, "per-path", number))


def _anchored(file: Source, written: Written, folder: Path) -> dict[str, Any]:
    """Everything that is relative to the file itself, made absolute; words of vocabulary files read."""
    packs = [(key, getattr(written, key)) for key in ("packs", "extend_packs")]
    found: dict[str, Any] = {
        key: specs
        and tuple(references.pack(file, folder, spec, (key.replace("_", "-"), n)) for n, spec in enumerate(specs))
        for key, specs in packs
    }
    if written.calibration is not None:
        found["calibration"] = references.calibration(file, folder, written.calibration, ("calibration",))
    files = enumerate(written.vocabulary_files)
    words = [references.words(file, folder, name, ("vocabulary-files", n)) for n, name in files]
    return {**found, "vocabulary": (*written.vocabulary, *(word for part in words for word in part))}


def _placed(file: Source, written: Written, folder: Path) -> dict[str, Any]:
    """The patterns, made relative to the folder of the configuration that is in force."""
    overrides = enumerate(written.per_path)
    return {
        "exclude": patterns.anchored(file, folder, written.exclude, ("exclude",)),
        "per_path": tuple(
            structs.replace(o, paths=patterns.anchored(file, folder, o.paths, ("per-path", n, "paths")))
            for n, o in overrides
        ),
    }


def merged(base: _Layer, own: _Layer) -> _Layer:
    """`own` over `base`: lists and mappings add up; a value that has no default of its own replaces the other."""
    changes: dict[str, Any] = {}
    for field in structs.fields(type(own)):
        below, above = getattr(base, field.name), getattr(own, field.name)
        if field.default is None:
            changes[field.name] = below if above is None else above
        elif isinstance(above, dict):
            changes[field.name] = {**below, **above}
        elif isinstance(above, tuple) and field.name != "extends":
            changes[field.name] = (*below, *above)
    return structs.replace(own, **changes)


def schema() -> bytes:
    """The JSON Schema (2020-12) of `.newslint.yaml`, for editors."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    document = {"$schema": dialect, "title": SCHEMA_ID, **msgspec.json.schema(Written)}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _shown(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
