"""Kinds of check, one file each. Python adds kinds, never rules: rules are YAML in `rules/`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from newslint.checks.check import Check

# Kind → "module:class", imported when a rule of that kind has something to look at. A test proves files ⇔ table.
KINDS: Final[dict[str, str]] = {
    "ages": "newslint.checks.ages:Ages",
    "anonymous": "newslint.checks.anonymous:Anonymous",
    "article": "newslint.checks.article:Article",
    "balance": "newslint.checks.balance:Balance",
    "calendar": "newslint.checks.calendar:Calendar",
    "capital": "newslint.checks.capital:Capital",
    "change": "newslint.checks.change:Change",
    "conditional": "newslint.checks.conditional:Conditional",
    "consistent": "newslint.checks.consistent:Consistent",
    "conversion": "newslint.checks.conversion:Conversion",
    "counts": "newslint.checks.counts:Counts",
    "duplicate": "newslint.checks.duplicate:Duplicate",
    "elapsed": "newslint.checks.elapsed:Elapsed",
    "encoding": "newslint.checks.encoding:Encoding",
    "glued": "newslint.checks.glued:Glued",
    "grammar": "newslint.checks.grammar:Grammar",
    "headline-body": "newslint.checks.headline_body:HeadlineBody",
    "headline-contrast": "newslint.checks.headline_contrast:HeadlineContrast",
    "hidden": "newslint.checks.hidden:Hidden",
    "institution-conflict": "newslint.checks.institution_conflict:InstitutionConflict",
    "known-name": "newslint.checks.known_name:KnownName",
    "limit": "newslint.checks.limit:Limit",
    "metric": "newslint.checks.metric:Metric",
    "mixed-style": "newslint.checks.mixed_style:MixedStyle",
    "name-variant": "newslint.checks.name_variant:NameVariant",
    "near": "newslint.checks.near:Near",
    "notice": "newslint.checks.notice:Notice",
    "odd-word": "newslint.checks.odd_word:OddWord",
    "pair-in-context": "newslint.checks.pair_in_context:PairInContext",
    "pattern": "newslint.checks.pattern:Pattern",
    "phrase": "newslint.checks.phrase:Phrase",
    "provenance": "newslint.checks.provenance:Provenance",
    "quote-speaker": "newslint.checks.quote_speaker:QuoteSpeaker",
    "repeat": "newslint.checks.repeat:Repeat",
    "repeated-swap": "newslint.checks.repeated_swap:RepeatedSwap",
    "role-conflict": "newslint.checks.role_conflict:RoleConflict",
    "script": "newslint.checks.script:Script",
    "shares": "newslint.checks.shares:Shares",
    "spun-article": "newslint.checks.spun_article:SpunArticle",
    "stale": "newslint.checks.stale:Stale",
    "suppression": "newslint.checks.suppression:Suppression",
    "swap": "newslint.checks.swap:Swap",
    "term-drift": "newslint.checks.term_drift:TermDrift",
    "timeline": "newslint.checks.timeline:Timeline",
    "tokens": "newslint.checks.tokens:Tokens",
    "total": "newslint.checks.total:Total",
    "truncated": "newslint.checks.truncated:Truncated",
    "unattributed": "newslint.checks.unattributed:Unattributed",
    "weekday": "newslint.checks.weekday:Weekday",
}


def kind(name: str) -> type[Check]:
    """The class of a kind of KINDS."""
    module, _, attribute = KINDS[name].partition(":")
    return getattr(import_module(module), attribute)  # type: ignore[no-any-return]


def build(name: str, options: dict[str, Any]) -> Check:
    """A check of that kind from plain options (scalars may be strings); msgspec.ValidationError if they do not fit."""
    return msgspec.convert(options, kind(name), strict=False)
