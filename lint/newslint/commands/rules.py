"""rules: lists the rules, and which of them run here."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.commands import arguments as shared
from newslint.commands.command import Outcome
from newslint.config import selection
from newslint.errors import UsageError
from newslint.run.plan import Planner

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from newslint.commands.command import Streams
    from newslint.rulebook.rule import Rule


def configure(parser: ArgumentParser) -> None:
    """Which rules to list."""
    parser.description = "Lists the rules, and which of them run in this folder."
    parser.add_argument("ids", metavar="ID", nargs="*", help="only these rules or packs")
    parser.add_argument("--slow", action="store_true", help="only rules without anchors: they read every text in full")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    shared.add_rules(parser)
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """One line for each rule."""
    planner = Planner(shared.options(arguments))
    plan = planner.plan(str(Path.cwd() / "article.txt"), planner.config(os.getcwd()).path)  # noqa: PTH109
    list(planner.notices())
    for name in selection.unknown(arguments.ids, plan.rules):
        from newslint.yaml_source import did_you_mean

        raise UsageError(f"there is no rule and no pack '{name}'{did_you_mean(name, selection.known(plan.rules))}")
    running = {rule.id: rule.severity for rule in plan.selection.rules}
    rules = [rule for rule in plan.rules if not arguments.ids or selection.longest(rule.id, arguments.ids)]
    if arguments.slow:
        rules = [rule for rule in rules if any(part.anchors is None for part in rule.parts)]
    lines = _json(rules, running) if arguments.format == "json" else _text(rules, running)
    streams.stdout.writelines(f"{line}\n" for line in lines)
    return Outcome.CLEAN


def _text(rules: Sequence[Rule], running: dict[str, str]) -> Iterator[str]:
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        state = running.get(rule.id) or (rule.default if rule.default != "on" else "off")
        yield f"{rule.id:{width}}  {state:7}  {rule.wordings[0]}"


def _json(rules: Sequence[Rule], running: dict[str, str]) -> Iterator[str]:
    import msgspec

    for rule in rules:
        listed = {
            "id": rule.id,
            "severity": running.get(rule.id, rule.severity),
            "runs": rule.id in running,
            "default": rule.default,
            "kinds": [part.kind for part in rule.parts],
            "message": rule.wordings[0],
            "messages": rule.messages,
            "related": rule.related,
            "why": rule.why,
            "source": rule.source,
            "since": rule.since,
        }
        yield msgspec.json.encode(listed).decode()
