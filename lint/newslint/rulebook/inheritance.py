"""Inheritance: `extends: pack.rule`, with `add` and `remove` for lists and mappings, on plain data before validation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import yaml_source
from newslint.errors import RuleError
from newslint.paths import builtin_rules, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as File

    from newslint.yaml_source import Path, Source


def inherited(
    file: Source, place: File, data: dict[str, Any], at: Path, within: tuple[str, ...] = ()
) -> dict[str, Any]:
    """A rule that extends another: the other's keys, its own over them, then `remove` and `add` on lists.

    The other one is built in, or stands in the same file, or in a pack beside this one (`place` is where `file` lies).
    `at` is the rule's place in the file, `within` the rules that are being extended. RuleError if there is no such
    rule, if it extends this one in turn, or if a change does not fit what it changes.
    """
    if "extends" not in data:
        return data
    name = str(data["extends"])
    if name in within:
        raise file.error(f"'{name}' extends this rule in turn; remove one of the two", (*at, "extends"))
    base = _base(file, place, name, at, (*within, name))
    own = {key: value for key, value in data.items() if key not in ("extends", "add", "remove")}
    if "message" in own:  # a newsroom that re-words a rule in one sentence means it for every case
        base = {key: value for key, value in base.items() if key != "messages"}
    merged: dict[str, Any] = {**base, **own}
    for key, value in _changes(file, data, "remove", at):
        if gone := [item for item in value if item not in merged.get(key, ())]:
            raise file.error(
                f"'{name}' has no '{gone[0]}' under '{key}'; remove only what is there", (*at, "remove", key)
            )
        merged[key] = _without(merged[key], value)
    for key, value in _changes(file, data, "add", at):
        merged[key] = _with(merged.get(key, type(value)()), value)
        if merged[key] is None:
            raise file.error(
                f"'{key}' is a list in one of the rules and a mapping in the other; write it as '{name}' does",
                (*at, "add", key),
            )
    return merged


def _changes(file: Source, data: dict[str, Any], name: str, at: Path) -> Iterator[tuple[str, Any]]:
    changes = data.get(name, {})
    if not isinstance(changes, dict):
        raise file.error(f"'{name}' must map a key of the extended rule to a list", (*at, name))
    for key, value in changes.items():
        if not isinstance(value, (dict, list)):
            raise file.error(f"'{key}' under '{name}' must be a list (or, for swaps, a mapping)", (*at, name, key))
        yield key, value


def _without(value: Any, removed: Any) -> Any:
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key not in removed}
    return [item for item in value if item not in removed]


def _with(value: Any, added: Any) -> Any:
    """Both together; None if one is a list and the other a mapping. A word alone is a list of one (`scope: body`)."""
    value = [value] if isinstance(value, str) else value
    if type(value) is not type(added):
        return None
    return {**value, **added} if isinstance(value, dict) else [*value, *added]


def _base(file: Source, place: File, name: str, at: Path, within: tuple[str, ...]) -> dict[str, Any]:
    pack = name.partition(".")[0]
    folders = (builtin_rules() / pack, place.parent.parent / pack)
    for path in sorted({place, *(path for folder in folders for path in folder.glob("*.yaml"))}):
        other = file if path == place else yaml_source.read(str(path), RuleError, shown=shown(path))
        for number, data in enumerate(_rules(other)):
            if isinstance(data, dict) and data.get("id") == name:
                return inherited(other, path, data, ("rules", number), within)
    raise file.error(f"unknown rule '{name}'; extend a built-in rule or one of this file", (*at, "extends"))


def _rules(file: Source) -> list[Any]:
    rules = file.data.get("rules") if isinstance(file.data, dict) else None
    return rules if isinstance(rules, list) else []
