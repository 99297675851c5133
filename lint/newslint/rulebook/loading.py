"""Loading: one rule file → rules. Validation with places, lists and inflections written out, anchors derived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import msgspec

from newslint import yaml_source
from newslint.article.segment import SCOPES
from newslint.checks import KINDS, build, keys_of, kind
from newslint.errors import RuleError
from newslint.paths import builtin_rules, shown
from newslint.rulebook.declaration import KEYS, Declaration
from newslint.rulebook.filters import Phrases
from newslint.rulebook.inheritance import inherited
from newslint.rulebook.rule import Conditions, Part, Rule
from newslint.rulebook.wording import complaints
from newslint.wordlists import Lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from newslint.rulebook.rule import Others, Per
    from newslint.yaml_source import Source

At = tuple["str | int", ...]
# Packs whose rules read the reporter's own words unless they say otherwise.
_OUTSIDE: Final = frozenset({"language", "machine", "sourcing"})
_OWN: Final = frozenset({"language", "grammar", "sourcing"})  # packs about the words that the article's author chose
_PART_KEYS: Final = ("kind", "per")


def load(path: Path, pack: str) -> Iterator[Rule]:
    """The rules of a file. RuleError with a place for anything that is not as `rules/schema.json` says."""
    file = yaml_source.read(str(path), RuleError, shown=shown(path))
    if not isinstance(file.data, dict) or not isinstance(file.data.get("rules"), list):
        raise file.error("expected the key 'rules' with a list of rules")
    if extra := next((key for key in file.data if key != "rules"), None):
        raise file.error(f"unknown key '{extra}'; a rule file holds only 'rules'", (extra,), key=True)
    lists = lists_for(path)
    for number, data in enumerate(file.data["rules"]):
        yield _Loader(file, path, pack, lists, ("rules", number)).rule(data)


def lists_for(path: Path) -> Lists:
    """The lists that a rule file sees: its pack's, its neighbour folder's, the built-in ones."""
    return Lists([path.parent / "lists", path.parent.parent / "lists", builtin_rules() / "lists"])


def expand_filters(lists: Lists, words: Iterable[str]) -> Iterator[str]:
    """Exceptions and conditions with their lists and inflections written out."""
    for word in words:
        yield from (lists.pattern(word),) if word.startswith("/") else lists.phrases(word)


def find_declaration(file: Source, path: Path, name: str) -> tuple[Source, dict[str, Any], At]:
    """The mapping of the rule called `name` in a file that lies at `path`, inheritance resolved, and its path there."""
    for number, data in enumerate(file.data["rules"]):
        if isinstance(data, dict) and data.get("id") == name:
            at: At = ("rules", number)
            return file, inherited(file, path, data, at), at
    raise file.error(f"rule '{name}' is no longer declared here; run newslint again")


class _Loader:
    """Turns one mapping of a file into a rule."""

    def __init__(self, file: Source, path: Path, pack: str, lists: Lists, at: At) -> None:
        self.file, self.path, self.pack, self.lists, self.at = file, path, pack, lists, at
        self.id = ""

    def rule(self, data: Any) -> Rule:
        """The rule; RuleError with the place of what is wrong."""
        if not isinstance(data, dict):
            raise self.file.error("a rule must be a mapping of keys to values, such as 'id: …'", self.at)
        self.id = str(data.get("id", ""))
        data = inherited(self.file, self.path, data, self.at)
        declared = self._declaration(data)
        parts = self._parts(declared, data)
        for message, steps in complaints(declared, (part.check for part in parts)):
            raise self.error(message, *steps)
        scope = (declared.scope,) if isinstance(declared.scope, str) else declared.scope
        return Rule(
            id=declared.id,
            severity=declared.severity,
            message=declared.message,
            messages=declared.messages,
            related=_by_role(declared.related),
            why=declared.why.strip(),
            parts=parts,
            source=declared.source,
            scope=scope,
            quote=declared.quote or ("outside" if self.pack in _OUTSIDE else "any"),
            leaves=self._leaves(declared.leaves),
            views=(declared.view,) if isinstance(declared.view, str) else declared.view,
            languages=declared.languages,
            exceptions=self._filter(declared.exceptions, "except"),
            when=self._conditions(declared.when, "when"),
            unless=self._conditions(declared.unless, "unless"),
            yields_to=declared.yields_to,
            refuted_by=self._several("refuted-by", declared),
            default=declared.default,
            since=declared.since,
            renamed_from=declared.renamed_from,
            deprecated=declared.deprecated,
            url=declared.url,
            safe=declared.safe,
            path=self.file.path,
            line=self.file.line(self.at),
        )

    def _leaves(self, declared: Others | tuple[Others, ...] | None) -> tuple[Others, ...]:
        """Which words of others the rule leaves alone; where it does not say, its pack does."""
        if declared is None:
            return ("reprinted", "block-quotes") if self.pack in _OWN else ()
        return (declared,) if isinstance(declared, str) else declared

    def error(self, message: str, *steps: str | int, key: bool = False) -> Exception:
        """A RuleError at a place inside the rule."""
        return self.file.error(message, (*self.at, *steps), key=key, rule=self.id)

    def _declaration(self, data: dict[str, Any]) -> Declaration:
        self._known_keys(data)
        common = {key: value for key, value in data.items() if key in KEYS}
        try:
            declared = msgspec.convert(common, Declaration, strict=False)
        except msgspec.ValidationError as fault:
            raise yaml_source.explain(self.file, fault, self.at, KEYS, Declaration) from None
        if declared.id.partition(".")[0] != self.pack or declared.id.count(".") != 1:
            raise self.error(f"the id '{declared.id}' must be '{self.pack}.' followed by a name", "id")
        scopes = (declared.scope,) if isinstance(declared.scope, str) else declared.scope
        for name in scopes:
            if name not in SCOPES:
                raise self.error(f"unknown scope '{name}'{yaml_source.did_you_mean(name, SCOPES)}", "scope")
        return declared

    def _known_keys(self, data: dict[str, Any]) -> None:
        """First of all, before a misspelt key makes another one missing."""
        name = str(data.get("kind", ""))
        own = keys_of(name) if name in KINDS else ()
        known = (*KEYS, *own)
        unknown = next((key for key in data if key not in known), None) if own or "any" in data else None
        if unknown is not None:
            raise self.error(f"unknown key '{unknown}'{yaml_source.did_you_mean(unknown, known)}", unknown, key=True)

    def _parts(self, declared: Declaration, data: dict[str, Any]) -> tuple[Part, ...]:
        if declared.any:
            if declared.kind:
                raise self.error("a rule must have either 'kind' or 'any'; remove one or add one", "kind", key=True)
            return self._several("any", declared)
        options = {key: value for key, value in data.items() if key not in KEYS}
        return (self._part({"kind": declared.kind, **options}, (), declared),)

    def _several(self, key: str, declared: Declaration) -> tuple[Part, ...]:
        """The checks in a list of them."""
        listed = declared.any if key == "any" else declared.refuted_by
        return tuple(self._part(part, (key, number), declared) for number, part in enumerate(listed))

    def _part(self, data: dict[str, Any], steps: At, declared: Declaration) -> Part:
        name = str(data.get("kind", ""))
        if name not in KINDS:
            raise self.error(f"unknown kind '{name}'{yaml_source.did_you_mean(name, KINDS)}", *steps, "kind")
        options = {key: value for key, value in data.items() if key not in _PART_KEYS}
        try:
            options = kind(name).expand(options, self.lists)
            check = build(name, options)
            check.prepare()
            per = cast("Per", declared.per or data.get("per") or check.per)
            return Part(name, options, check.anchors(), per, check.after, check.opens, check.reads, check.compares)
        except msgspec.ValidationError as fault:
            known = (*keys_of(name), *KEYS)
            raise yaml_source.explain(self.file, fault, (*self.at, *steps), known, kind(name)) from None
        except RuleError as fault:
            raise self.error(fault.message, *steps, next(iter(options), "kind"), key=True) from None

    def _filter(self, words: tuple[str, ...], *steps: str) -> tuple[str, ...]:
        try:
            out = tuple(expand_filters(self.lists, words))
            filters = Phrases(out)
            _ = filters.folded, filters.exact
        except RuleError as fault:
            raise self.error(fault.message, *steps) from None
        return out

    def _conditions(self, conditions: Conditions | None, step: str) -> Conditions | None:
        if conditions is None:
            return None
        return Conditions(
            *(self._filter(getattr(conditions, name), step, name) for name in Conditions.__struct_fields__)
        )


def _by_role(related: str | dict[str, str]) -> dict[str, str]:
    """Texts about related places by role; the one text for all of them has no role."""
    if isinstance(related, str):
        return {"": related} if related else {}
    return related
