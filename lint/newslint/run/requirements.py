"""Requirements: what `--require` names must be there even where no rule that would miss it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.config.selection import matches
from newslint.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.rulebook.rule import Rule
    from newslint.run.plan import Plan, Planner


def confirm(planner: Planner) -> Iterator[str]:
    """A notice for each required name of which no rule runs. Unavailable if LanguageTool is required and missing.

    Rules that run say themselves what they miss.
    """
    for name in planner.options.require:
        for plan in planner.plans:
            if any(matches(rule.id, name) for rule in plan.selection.rules):
                break
            if any(matches(rule.id, name) and _asks_languagetool(rule) for rule in plan.rules):
                _confirm_languagetool(plan)
        else:
            yield f"--require {name}: none of its rules runs; --extend-select {name} runs them"


def _asks_languagetool(rule: Rule) -> bool:
    return any(part.kind == "proofread" for part in rule.parts)


def _confirm_languagetool(plan: Plan) -> None:
    from newslint.languagetool import client, copies
    from newslint.languagetool.client import ServerError

    settings = plan.grammar
    try:
        if settings.server:
            url = settings.server if "://" in settings.server else f"http://{settings.server}"
            client.version(url, settings.request_limit)
        else:
            copies.confirm_java(copies.find(settings.folder).version)
    except ServerError as fault:
        raise Unavailable(f"grammar rules cannot run, and --require asks for them: {fault}") from None
