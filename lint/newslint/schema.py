"""Schema: what a rule file may hold, as JSON Schema for editors; generated from the declarations themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from newslint.checks import KINDS, kind
from newslint.declaration import Declaration


def rules_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a rule file: the common keys, and for each kind its own beside them."""
    kinds = {name: kind(name) for name in sorted(KINDS)}
    (common, *options), definitions = msgspec.json.schema_components(
        [Declaration, *kinds.values()], ref_template="#/$defs/{name}"
    )
    del common, options
    base = definitions.pop("Declaration")
    variants = [_variant(name, definitions.pop(struct.__name__), base) for name, struct in kinds.items()]
    rule = {"anyOf": [*variants, _several(base), _extending(base)]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newslint rule file",
        "type": "object",
        "properties": {"rules": {"type": "array", "items": {"$ref": "#/$defs/Rule"}}},
        "required": ["rules"],
        "additionalProperties": False,
        "$defs": {"Rule": rule, **definitions},
    }


def _variant(name: str, options: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    """A rule of one kind: scalars may be written as YAML likes, so numbers and truth values are allowed as such."""
    keys = {key: value for key, value in base["properties"].items() if key not in ("kind", "any")}
    return {
        "title": f"{name} rule",
        "description": options.get("description", ""),
        "type": "object",
        "properties": {**keys, "kind": {"const": name}, **options["properties"]},
        "required": [*base["required"], "kind", *options.get("required", ())],
        "additionalProperties": False,
    }


def _several(base: dict[str, Any]) -> dict[str, Any]:
    keys = {key: value for key, value in base["properties"].items() if key != "kind"}
    return {
        "title": "several checks under one id",
        "type": "object",
        "properties": keys,
        "required": [*base["required"], "any"],
        "additionalProperties": False,
    }


def _extending(base: dict[str, Any]) -> dict[str, Any]:
    """A rule that extends another may write any key; what it changes is checked when it is loaded."""
    change = {"type": "object", "additionalProperties": {"type": ["array", "object"]}}
    return {
        "title": "a rule that extends another",
        "type": "object",
        "properties": {**base["properties"], "extends": {"type": "string"}, "add": change, "remove": change},
        "required": ["id", "extends"],
    }
