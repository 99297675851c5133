"""Inheritance: `extends: pack.rule`, with `add` and `remove` for lists and mappings, on plain data before validation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import source
from newslint.errors import RuleError
from newslint.home import builtin_rules, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.source import Path, Source


def inherited(file: Source, data: dict[str, Any], at: Path) -> dict[str, Any]:
    """A rule that extends another: the other's keys, its own over them, then `remove` and `add` on lists.

    `at` is the rule's place in the file. RuleError if there is no such rule, or a change is no list.
    """
    if "extends" not in data:
        return data
    base = _base(file, str(data["extends"]), at)
    own = {key: value for key, value in data.items() if key not in ("extends", "add", "remove")}
    merged: dict[str, Any] = {**base, **own}
    for key, value in _changes(file, data, "remove", at):
        merged[key] = _without(merged.get(key), value)
    for key, value in _changes(file, data, "add", at):
        merged[key] = {**merged.get(key, {}), **value} if isinstance(value, dict) else [*merged.get(key, []), *value]
    return merged


def _changes(file: Source, data: dict[str, Any], name: str, at: Path) -> Iterator[tuple[str, Any]]:
    changes = data.get(name, {})
    if not isinstance(changes, dict):
        raise file.error(f"'{name}' is a mapping from a key of the extended rule to a list", (*at, name))
    for key, value in changes.items():
        if not isinstance(value, (dict, list)):
            raise file.error(f"'{name}: {key}' is a list (or, for swaps, a mapping)", (*at, name, key))
        yield key, value


def _without(value: Any, removed: Any) -> Any:
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key not in removed}
    return [item for item in value or () if item not in removed]


def _base(file: Source, name: str, at: Path) -> dict[str, Any]:
    for path in sorted(builtin_rules().glob(f"{name.partition('.')[0]}/*.yaml")):
        other = source.read(str(path), RuleError, shown=shown(path))
        for data in other.data["rules"]:
            if data.get("id") == name:
                return inherited(other, data, at)
    for data in file.data["rules"]:
        if isinstance(data, dict) and data.get("id") == name and "extends" not in data:
            return data
    raise file.error(f"there is no built-in rule '{name}' to extend", (*at, "extends"))
