"""Select: which rules run on a file, and at which severity. Pure decisions; the longest name wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, structs

from newslint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newslint.config.file import Layer
    from newslint.rulebook.rule import Rule

_Value = TypeVar("_Value")


class Selection(Struct, frozen=True):
    """The rules to run, at their severities, and the least severity that is shown."""

    rules: tuple[Rule, ...]
    floor: Severity = Severity.INFO


def choose(rules: Sequence[Rule], layers: Sequence[Layer]) -> Selection:
    """How the layers, weakest first, configure the rules. Old ids in them mean the current ones."""
    names = {old: rule.id for rule in rules for old in rule.renamed_from}
    layers = [_renamed(layer, names) for layer in layers] if names else layers
    preview = last((layer.preview for layer in layers), default=False)
    graded = [_graded(rule, layers) for rule in rules if runs(rule, layers, preview=preview)]
    floor = Severity.of(last((layer.min_severity for layer in layers), default="info"))
    shown = [rule for rule in graded if Severity.of(rule.severity) >= floor]
    stronger = {name for rule in shown for name in rule.yields_to}
    kept = tuple(rule for rule in graded if Severity.of(rule.severity) >= floor or rule.id in stronger)
    return Selection(kept, floor)


def runs(rule: Rule, layers: Sequence[Layer], *, preview: bool = False) -> bool:
    """Whether a rule runs: each layer that speaks of it overrules those below.

    A rule that is off runs where it is selected by any name; one in preview only by its full id, unless `preview`.
    """
    on = rule.default == "on" or (rule.default == "preview" and preview)
    for layer in layers:
        chosen = longest(rule.id, (*(layer.select or ()), *layer.extend_select))
        ignored = longest(rule.id, layer.ignore)
        if len(ignored) >= len(chosen) and ignored:
            on = False
        elif chosen:
            on = rule.default != "preview" or preview or chosen == rule.id
        elif layer.select is not None:
            on = False
    return on


def _graded(rule: Rule, layers: Sequence[Layer]) -> Rule:
    severity = rule.severity
    for layer in layers:
        severity = layer.severity.get(longest(rule.id, layer.severity), severity)
    return rule if severity == rule.severity else structs.replace(rule, severity=severity)


def longest(rule: str, names: Iterable[str]) -> str:
    """The longest of some names that names the rule or its pack, or an empty string."""
    return max((name for name in names if matches(rule, name)), key=len, default="")


def matches(rule: str, name: str) -> bool:
    """Whether a name means the rule: its id, or whole first segments of it (`machine`)."""
    return rule == name or rule.startswith(f"{name}.")


def last(values: Iterable[_Value | None], *, default: _Value) -> _Value:
    """The last value that is not None."""
    return next((value for value in reversed(list(values)) if value is not None), default)


def unknown(names: Iterable[str], rules: Sequence[Rule]) -> Iterator[str]:
    """The names that mean no rule."""
    old = {name for rule in rules for name in rule.renamed_from}
    for name in names:
        if name not in old and not any(matches(rule.id, name) for rule in rules):
            yield name


def known(rules: Iterable[Rule]) -> set[str]:
    """Every id and pack, for "did you mean"."""
    return {name for rule in rules for name in (rule.id, rule.pack)}


def notices(names: Iterable[str], rules: Sequence[Rule]) -> Iterator[str]:
    """What there is to say of names in use: a rule renamed, a rule on its way out."""
    old = {name: rule.id for rule in rules for name in rule.renamed_from}
    leaving = {rule.id: rule.deprecated for rule in rules if rule.deprecated}
    for name in dict.fromkeys(names):
        if name in old:
            yield f"rule '{name}' is called '{old[name]}' now"
        if name in leaving:
            yield f"rule '{name}' is deprecated: {leaving[name]}"


def _renamed(layer: Layer, names: Mapping[str, str]) -> Layer:
    def present(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(names.get(name, name) for name in ids)

    return structs.replace(
        layer,
        select=None if layer.select is None else present(layer.select),
        extend_select=present(layer.extend_select),
        ignore=present(layer.ignore),
        severity={names.get(name, name): level for name, level in layer.severity.items()},
    )
