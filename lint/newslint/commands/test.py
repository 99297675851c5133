"""test: checks packs of rules against their own examples, by the laws that pytest runs too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.commands import arguments as shared
from newslint.commands.command import Outcome
from newslint.errors import NewslintError, Unavailable, UsageError
from newslint.reporters.report import counted
from newslint.rulebook import packs
from newslint.yaml_source import did_you_mean

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator

    from newslint.commands.command import Streams
    from newslint.rulebook.rule import Rule

_SEE: Final = "; 'newslint rules' lists them"


def configure(parser: ArgumentParser) -> None:
    """Which packs."""
    parser.description = "Checks packs of rules against their own examples."
    what = "built-in packs, rules, folders or rule files (default: the packs in use here)"
    parser.add_argument("packs", metavar="PACK", nargs="*", help=what)
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """A line for each failed example, and a summary."""
    rules = packs.unique(_rules(arguments))
    failed = 0
    skipped: dict[str, list[str]] = {}  # why → the rules
    for rule in rules:
        try:
            for complaint in _complaints(rule):
                streams.stdout.write(f"{complaint}\n")
                failed += 1
        except Unavailable as fault:
            skipped.setdefault(fault.message, []).append(rule.id)
    for why, names in skipped.items():
        which = f"{names[0]} was" if len(names) == 1 else f"{len(names)} rules ({names[0]} …) were"
        streams.stderr.write(f"newslint: note: {which} not checked: {why}\n")
    unchecked = sum(map(len, skipped.values()))
    checked = f"{counted(len(rules) - unchecked, 'rule')} checked{f', {unchecked} not checked' if unchecked else ''}"
    outcome = counted(failed, "failed example") if failed else "all examples pass"
    streams.stderr.write(f"{checked}: {outcome}\n")
    return Outcome.FOUND if failed else Outcome.CLEAN


def _complaints(rule: Rule) -> Iterator[str]:
    from newslint.engine.examples import complaints

    try:
        yield from complaints(rule)
    except Unavailable:
        raise
    except NewslintError as fault:
        yield str(fault)


def _rules(arguments: Namespace) -> Iterable[Rule]:
    if not arguments.packs:
        from newslint.run.plan import Planner

        planner = Planner(shared.command_line(arguments))
        return planner.rules(planner.config(str(Path.cwd())))
    return [rule for spec in arguments.packs for rule in _named(spec)]


def _named(spec: str) -> list[Rule]:
    """The rules of a pack, or the one rule of that id."""
    if "." in spec and spec.partition(".")[0] in packs.builtin_names() and not Path(spec).exists():
        if one := [rule for rule in packs.builtin() if rule.id == spec]:
            return one
        raise UsageError(f"unknown rule '{spec}'{did_you_mean(spec, (rule.id for rule in packs.builtin())) or _SEE}")
    try:
        return packs.find(spec, Path.cwd())
    except NewslintError as fault:
        if fault.path:
            raise
        raise UsageError(fault.message) from None
