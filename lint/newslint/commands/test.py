"""test: holds packs of rules against their own examples, by the laws that pytest runs too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newslint.commands import arguments as shared
from newslint.commands.command import Outcome
from newslint.errors import NewslintError, Unavailable, UsageError
from newslint.rulebook import packs
from newslint.yaml_source import did_you_mean

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator

    from newslint.commands.command import Streams
    from newslint.rulebook.rule import Rule


def configure(parser: ArgumentParser) -> None:
    """Which packs."""
    parser.description = "Holds packs of rules against their own examples."
    what = "built-in packs, rules, folders or rule files (default: all in use here)"
    parser.add_argument("packs", metavar="PACK", nargs="*", help=what)
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """A line for each broken promise, and a sum."""
    rules = packs.unique(_rules(arguments))
    broken = 0
    skipped: dict[str, list[str]] = {}
    for rule in rules:
        try:
            for complaint in _complaints(rule):
                streams.stdout.write(f"{complaint}\n")
                broken += 1
        except Unavailable as fault:
            skipped.setdefault(fault.message, []).append(rule.id)
    for why, names in skipped.items():
        which = f"{names[0]} is" if len(names) == 1 else f"{len(names)} rules ({names[0]} …) are"
        streams.stderr.write(f"newslint: note: {which} not tested: {why}\n")
    kept = "all live up to their examples" if not broken else f"{broken} broken promise{'s' * (broken != 1)}"
    untested = sum(map(len, skipped.values()))
    streams.stderr.write(f"{len(rules)} rules{f', {untested} not tested' if untested else ''}: {kept}\n")
    return Outcome.FOUND if broken else Outcome.CLEAN


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

        planner = Planner(shared.options(arguments))
        return planner.rules(planner.config(str(Path.cwd())))
    return [rule for spec in arguments.packs for rule in _named(spec)]


def _named(spec: str) -> list[Rule]:
    """The rules of a pack, or the one rule of that id."""
    if "." in spec and spec.partition(".")[0] in packs.builtin_names() and not Path(spec).exists():
        if one := [rule for rule in packs.builtin() if rule.id == spec]:
            return one
        raise UsageError(f"there is no rule '{spec}'{did_you_mean(spec, (rule.id for rule in packs.builtin()))}")
    try:
        return packs.find(spec, Path.cwd())
    except NewslintError as fault:
        if fault.path:
            raise
        raise UsageError(fault.message) from None
