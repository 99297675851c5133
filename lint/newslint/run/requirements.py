"""Requirements: what `--require` names must be able to run even if no rule is selected that would notice its absence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from newslint.checks import kind
from newslint.config.selection import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.run.plan import Plan, Planner


def confirm(planner: Planner) -> Iterator[str]:
    """A notice for each required name of which no rule is selected. Unavailable if something that its rules need is missing.

    Rules that run report it themselves.
    """
    for name in planner.command.require:
        if any(matches(rule.id, name) for plan in planner.plans for rule in plan.effective.rules):
            continue
        for plan in planner.plans:
            _confirm(planner, plan, name)
        yield f"--require {name}: none of its rules is selected; select them with --extend-select {name}"


def _confirm(planner: Planner, plan: Plan, name: str) -> None:
    rules = (rule for rule in planner.rules(plan.config) if matches(rule.id, name))
    for each in sorted({part.kind for rule in rules for part in rule.parts if part.opens}):
        with kind(each).opened(structs.asdict(plan.effective)) as held:
            if held is not None:
                held.confirm()
