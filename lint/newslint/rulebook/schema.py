"""Rule schema: the JSON Schema of rule files, generated from the declaration and the kinds, for editors."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from newslint.checks import KINDS, kind
from newslint.rulebook.declaration import Declaration

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_OPTIONAL: Final = ("kind", "any")  # one of the two, unless the rule extends another
_MESSAGES: Final = ("message", "messages")  # one of them at least, likewise
# What loading understands beside the keys of the declaration and the kinds.
_INHERITANCE: Final[dict[str, Any]] = {
    "extends": {"type": "string", "description": "a built-in rule, or one of this file, that this one changes"},
    "add": {"type": "object", "description": "key of the extended rule: what to add to it"},
    "remove": {"type": "object", "description": "key of the extended rule: what to take from it"},
}


def schema() -> bytes:
    """The schema (2020-12), as committed in `rules/schema.json`."""
    kinds = {name: kind(name) for name in KINDS}
    _, components = msgspec.json.schema_components([Declaration, *kinds.values()])
    components = _flowing(components)
    options = {name: components.pop(cls.__name__) for name, cls in kinds.items()}
    declaration = components.pop("Declaration")
    item = _item(declaration, options)
    document = {
        "$schema": _DIALECT,
        "title": "newslint rules",
        "type": "object",
        "properties": {"rules": {"type": "array", "items": item}},
        "required": ["rules"],
        "additionalProperties": False,
        "$defs": components,
    }
    return msgspec.json.format(msgspec.json.encode(document, order="deterministic"), indent=1) + b"\n"


def _flowing(node: Any) -> Any:
    """The same with descriptions on one line: docstrings, which Python 3.13 indents in another way than 3.12."""
    if isinstance(node, dict):
        return {
            key: " ".join(value.split()) if key == "description" and isinstance(value, str) else _flowing(value)
            for key, value in node.items()
        }
    return [_flowing(item) for item in node] if isinstance(node, list) else node


def _item(declaration: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """One rule: the common keys, and those of its kind."""
    common = {**declaration["properties"], **_INHERITANCE, "kind": {"enum": sorted(options)}}
    common["any"] = {"type": "array", "items": {"type": "object", "required": ["kind"]}}
    needed = [key for key in declaration["required"] if key not in (*_OPTIONAL, "id")]
    either = [{"anyOf": [{"required": [key]} for key in keys]} for keys in (_OPTIONAL, _MESSAGES)]
    return {
        "type": "object",
        "properties": common,
        "required": ["id"],
        "if": {"required": ["extends"]},
        "else": {"required": needed, "allOf": either},
        "allOf": [_of_kind(name, option) for name, option in sorted(options.items())],
        "unevaluatedProperties": False,
    }


def _of_kind(name: str, option: dict[str, Any]) -> dict[str, Any]:
    properties = {**option.get("properties", {}), **kind(name).written}
    properties = {key: value for key, value in properties.items() if key not in kind(name).kept}
    required = list(option.get("required", ()))
    holds = {"required": ["kind"], "properties": {"kind": {"const": name}}}
    extended = {"required": ["extends"], "not": {"required": ["kind"]}}
    then = {"description": option.get("description", ""), "properties": properties}
    return {"if": {"anyOf": [holds, extended]}, "then": then, **_demand(holds, required)}


def _demand(holds: dict[str, Any], required: list[str]) -> dict[str, Any]:
    """A rule that says its kind gives what the kind needs; one that extends another may have it from there."""
    if not required:
        return {}
    condition = {"allOf": [holds, {"not": {"required": ["extends"]}}]}
    return {"allOf": [{"if": condition, "then": {"required": required}}]}
