"""Keys: everything that `.newslint.yaml` may say, declared once: type, default and description of each key."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta, Struct, structs

from newslint.finding import Severity

SCHEMA_ID: Final = "newslint configuration"
ReadingMode = Literal["auto", "quick", "thorough"]
FailOn = Literal["error", "warning", "info", "never"]  # a severity's label, or none of them
Ids = tuple[str, ...]
Data = dict[str, Any]  # what one layer says: key as written → plain value; other keys keep what lies below


def _said(text: str) -> Meta:
    return Meta(description=text)


class Layer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """What the configuration, a per-path override and the command line may each say."""

    select: Annotated[Ids | None, _said("rules or packs to run; replaces the selection of lower layers")] = None
    extend_select: Annotated[Ids, _said("rules or packs to run in addition")] = ()
    ignore: Annotated[Ids, _said("rules or packs to leave out; the longest name wins over select")] = ()
    severity: Annotated[dict[str, Severity], _said("a different severity for a rule or pack")] = {}
    preview: Annotated[bool, _said("whether rules in preview run like the others")] = False
    language: Annotated[str, _said("the house's language and region, such as en-US; sets the order of dates")] = "en"
    vocabulary: Annotated[Ids, _said("names and terms that the house accepts, as written")] = ()
    fail_on: Annotated[FailOn, _said("the lowest severity that fails a file")] = "warning"
    min_severity: Annotated[Severity, _said("findings of lower severity are not shown")] = Severity.INFO


class Override(Layer, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A layer for some files only."""

    paths: Annotated[Ids, _said("patterns as in .gitignore, relative to this file's folder"), Meta(min_length=1)]


class Keys(Layer, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """All keys of a configuration; a key that is not written has the default that is given here."""

    extends: Annotated[str | Ids, _said("configuration files that this one builds on")] = ()
    packs: Annotated[Ids | None, _said("the only packs to load: names, folders, files, python:package")] = None
    extend_packs: Annotated[Ids, _said("packs to load in addition")] = ()
    per_path: Annotated[tuple[Override, ...], _said("settings for some files; later ones win")] = ()
    exclude: Annotated[Ids, _said("files to leave out, as in .gitignore; !README.md takes one back in")] = ()
    default_excludes: Annotated[bool, _said("whether to leave out README, LICENSE, CHANGELOG, robots.txt …")] = True
    outlets: Annotated[Ids, _said("hosts of news sites, such as the house's own, that others may imitate")] = ()
    vocabulary_files: Annotated[Ids, _said("files with one name or term on each line")] = ()
    calibration: Annotated[str | None, _said("the file that 'newslint train --calibrate' wrote")] = None
    baseline: Annotated[str | None, _said("the file of known findings that 'newslint baseline create' wrote")] = None
    inline_suppressions: Annotated[bool, _said("whether to respect suppressing lines in plain text as well")] = False
    no_suppressions: Annotated[bool, _said("whether to disregard all suppressions")] = False
    protect: Annotated[Ids, _said("rules or packs that cannot be suppressed")] = ()
    require_reason: Annotated[bool, _said("whether a suppression without a reason has no effect")] = False
    reading: Annotated[ReadingMode, _said("whether a spaCy pipeline reads along; auto: where one is installed")] = (
        "auto"
    )
    pipeline: Annotated[str | None, _said("the installed English spaCy pipeline that reads along")] = None
    claims: Annotated[str | None, _said("the index of claims that 'newslint claims add' made")] = None
    docs: Annotated[str | None, _said("where the rules' pages are published; findings link to them")] = None
    grammar: Annotated[dict[str, str], _said("where LanguageTool is and what it may use")] = {}


def names(kind: type[Struct]) -> tuple[str, ...]:
    """A struct's keys as they are written."""
    return kind.__struct_encode_fields__


# Lists and mappings without a default of their own add up, layer over layer; everything else is replaced.
_ADDING: Final = {f.encode_name for f in structs.fields(Keys) if f.default == () or f.default_factory is dict}


def merged(base: Data, own: Data) -> Data:
    """`own` over `base`, both checked: lists and mappings add up; `select`, `packs` and single values replace."""
    both = {**base, **own}
    for key in (base.keys() & own.keys() & _ADDING) - {"extends"}:
        both[key] = {**base[key], **own[key]} if isinstance(own[key], dict) else [*base[key], *own[key]]
    return both


def finished(data: Data) -> Keys:
    """The keys that `data` holds, and the defaults of the others. `msgspec.ValidationError` for what does not fit."""
    return msgspec.convert(data, Keys, strict=False)


def layer(data: Data) -> Layer:
    """What checked data say of the keys that every layer may have."""
    return msgspec.convert({key: data[key] for key in names(Layer) if key in data}, Layer, strict=False)


def schema() -> bytes:
    """The JSON Schema (2020-12) of `.newslint.yaml`, for editors."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    document = {"$schema": dialect, "title": SCHEMA_ID, **msgspec.json.schema(Keys)}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
