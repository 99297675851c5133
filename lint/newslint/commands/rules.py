"""rules: lists the rules and shows which of them run here."""

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
    from newslint.finding import Severity
    from newslint.rulebook.rule import Rule


def configure(parser: ArgumentParser) -> None:
    """Which rules to list."""
    parser.description = "Lists the rules: id, severity, whether it runs in this folder (on, off, preview), message."
    parser.add_argument("ids", metavar="ID", nargs="*", help="only these rules or packs")
    parser.add_argument("--slow", action="store_true", help="only rules without anchors, which read every text in full")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to print the list (default: text)"
    )
    shared.add_rules(parser)
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """One line for each rule: id, severity, whether it runs, message."""
    planner = Planner(shared.command_line(arguments))
    plan = planner.plan(str(Path.cwd() / "article.txt"), planner.config(os.getcwd()).path)  # noqa: PTH109
    list(planner.notices())
    known = planner.rules(plan.config)
    for name in selection.unknown(arguments.ids, known):
        raise UsageError(selection.refusal(name, known))
    rules = [rule for rule in known if not arguments.ids or selection.longest(rule.id, arguments.ids)]
    if arguments.slow:
        rules = [rule for rule in rules if any(part.anchors is None for part in rule.parts)]
    lines = (_json if arguments.format == "json" else _text)(rules, plan.effective.severity)
    streams.stdout.writelines(f"{line}\n" for line in lines)
    return Outcome.CLEAN


def _text(rules: Sequence[Rule], running: dict[str, Severity]) -> Iterator[str]:
    """Columns: id, severity, whether the rule runs here (`on`, `off`, `preview`), message."""
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        severity = running.get(rule.id, rule.severity).label
        state = "on" if rule.id in running else "preview" if rule.default == "preview" else "off"
        yield f"{rule.id:{width}}  {severity:7}  {state:7}  {rule.wordings[0]}"


def _json(rules: Sequence[Rule], running: dict[str, Severity]) -> Iterator[str]:
    import msgspec

    for rule in rules:
        listed = {
            "id": rule.id,
            "severity": running.get(rule.id, rule.severity).label,
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
