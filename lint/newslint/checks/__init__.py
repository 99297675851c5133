"""Kinds of check, one file each. Python adds kinds, never rules: rules are YAML in `rules/`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from newslint.checks.check import Check

# Kind → "module:class", imported when a rule of that kind has something to look at. A test proves files ⇔ table.
KINDS: Final[dict[str, str]] = {
    "article": "newslint.checks.article:Article",
    "balance": "newslint.checks.balance:Balance",
    "calendar": "newslint.checks.calendar:Calendar",
    "capital": "newslint.checks.capital:Capital",
    "change": "newslint.checks.change:Change",
    "conditional": "newslint.checks.conditional:Conditional",
    "consistent": "newslint.checks.consistent:Consistent",
    "conversion": "newslint.checks.conversion:Conversion",
    "encoding": "newslint.checks.encoding:Encoding",
    "grammar": "newslint.checks.grammar:Grammar",
    "hidden": "newslint.checks.hidden:Hidden",
    "known-name": "newslint.checks.known_name:KnownName",
    "limit": "newslint.checks.limit:Limit",
    "metric": "newslint.checks.metric:Metric",
    "mixed-style": "newslint.checks.mixed_style:MixedStyle",
    "name-variant": "newslint.checks.name_variant:NameVariant",
    "near": "newslint.checks.near:Near",
    "pattern": "newslint.checks.pattern:Pattern",
    "phrase": "newslint.checks.phrase:Phrase",
    "repeat": "newslint.checks.repeat:Repeat",
    "role-conflict": "newslint.checks.role_conflict:RoleConflict",
    "script": "newslint.checks.script:Script",
    "suppression": "newslint.checks.suppression:Suppression",
    "swap": "newslint.checks.swap:Swap",
    "term-drift": "newslint.checks.term_drift:TermDrift",
    "tokens": "newslint.checks.tokens:Tokens",
    "weekday": "newslint.checks.weekday:Weekday",
}


def kind(name: str) -> type[Check]:
    """The class of a kind of KINDS."""
    module, _, attribute = KINDS[name].partition(":")
    return getattr(import_module(module), attribute)  # type: ignore[no-any-return]


def build(name: str, options: dict[str, Any]) -> Check:
    """A check of that kind from plain options (scalars may be strings); msgspec.ValidationError if they do not fit."""
    return msgspec.convert(options, kind(name), strict=False)
