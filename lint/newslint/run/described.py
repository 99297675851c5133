"""Described: what reporters are told of the rules that run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.reporters.report import RuleInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.run.plan import Plan


def described(plans: Iterable[Plan]) -> Iterator[RuleInfo]:
    """The rules that run in any of some plans, by id."""
    rules = {rule.id: (rule, plan.effective.page(rule)) for plan in plans for rule in plan.effective.rules}
    for name in sorted(rules):
        rule, url = rules[name]
        yield RuleInfo(rule.id, rule.severity.label, rule.wordings[0], rule.why, url, rule.source)
