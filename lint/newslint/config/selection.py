"""Selection: which rules run on a file, and at which severity. Pure decisions; the longest name wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from newslint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newslint.config.keys import Layer
    from newslint.rulebook.rule import Rule


def choose(
    rules: Sequence[Rule], layers: Sequence[Layer], *, preview: bool = False, floor: Severity = Severity.INFO
) -> tuple[Rule, ...]:
    """The rules that run under the layers, the weakest first, at their severities.

    Old ids in the layers mean the present ones. A rule below `floor` runs only if one that is shown yields to it.
    """
    names = {old: rule.id for rule in rules for old in rule.renamed_from}
    layers = [_renamed(layer, names) for layer in layers] if names else layers
    graded = [_graded(rule, layers) for rule in rules if runs(rule, layers, preview=preview)]
    stronger = {name for rule in graded if rule.severity >= floor for name in rule.yields_to}
    return tuple(rule for rule in graded if rule.severity >= floor or rule.id in stronger)


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


def unknown(names: Iterable[str], rules: Sequence[Rule]) -> Iterator[str]:
    """The names that mean no rule."""
    old = {name for rule in rules for name in rule.renamed_from}
    for name in names:
        if name not in old and not any(matches(rule.id, name) for rule in rules):
            yield name


def known(rules: Iterable[Rule]) -> set[str]:
    """Every id and pack, for "did you mean"."""
    return {name for rule in rules for name in (rule.id, rule.pack)}


def names_of(rules: Iterable[Rule]) -> dict[str, str]:
    """Every id, former id and pack of some rules, and the present id or pack that it means."""
    names: dict[str, str] = {}
    for rule in rules:
        names |= {rule.id: rule.id, rule.pack: rule.pack, **dict.fromkeys(rule.renamed_from, rule.id)}
    return names


def refusal(name: str, rules: Sequence[Rule]) -> str:
    """What to say of a name that means no rule and no pack."""
    from newslint.yaml_source import did_you_mean

    return f"unknown rule or pack '{name}'{did_you_mean(name, known(rules)) or '; see ' + repr('newslint rules')}"


def notices(names: Iterable[str], rules: Sequence[Rule]) -> Iterator[str]:
    """What there is to say of names in use: a rule renamed, a rule on its way out."""
    old = {name: rule.id for rule in rules for name in rule.renamed_from}
    leaving = {rule.id: rule.deprecated for rule in rules if rule.deprecated}
    for name in dict.fromkeys(names):
        if name in old:
            yield f"rule '{name}' has been renamed; write '{old[name]}'"
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
