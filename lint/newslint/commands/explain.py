"""explain: why a rule exists, its source, its examples with carets, and how to suppress it."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.commands import arguments as shared
from newslint.commands.command import Outcome
from newslint.config import selection
from newslint.engine.cases import Case
from newslint.engine.examples import examples_of
from newslint.errors import UsageError
from newslint.reporters.escape import printable
from newslint.rulebook.worth import worth
from newslint.run.plan import Planner

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from newslint.commands.command import Streams
    from newslint.rulebook.rule import Rule

_WIDTH: Final = 88
_SEE: Final = "; 'newslint rules' lists them"
_MOST: Final = 6  # examples of each sort; --all shows the rest


def configure(parser: ArgumentParser) -> None:
    """Which rule."""
    parser.description = "Explains a rule: why it exists, its source, examples, and how to suppress it."
    parser.add_argument("ids", metavar="ID", nargs="+", help="a rule, such as integrity.doubled-word")
    parser.add_argument("--all", action="store_true", help="show all examples, including known errors")
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """A page for each rule."""
    planner = Planner(shared.command_line(arguments))
    rules = {rule.id: rule for rule in planner.rules(planner.config(str(Path.cwd())))}
    names = {old: rule.id for rule in rules.values() for old in rule.renamed_from}
    for name in arguments.ids:
        rule = rules.get(names.get(name, name))
        if rule is None:
            raise UsageError(_unknown(name, list(rules.values())))
        streams.stdout.writelines(f"{line}\n" for line in page(rule, most=None if arguments.all else _MOST))
    return Outcome.CLEAN


def _unknown(name: str, rules: list[Rule]) -> str:
    from newslint.yaml_source import did_you_mean

    inside = [rule.id for rule in rules if selection.matches(rule.id, name)]
    if inside:
        return f"'{name}' is a pack; name one of its rules: {', '.join(inside)}"
    return f"unknown rule '{name}'{did_you_mean(name, selection.known(rules)) or _SEE}"


def page(rule: Rule, *, most: int | None) -> Iterator[str]:
    """The lines about one rule; at most so many examples of each sort."""
    default = "" if rule.default == "on" else f", {rule.default} by default"
    yield f"{rule.id} ({rule.severity.label}{default}{f', since {rule.since}' if rule.since else ''})"
    for wording in rule.wordings:
        yield from _wrapped(wording)
    yield from ("", *_wrapped(rule.why))
    for label, value in (("Source", rule.source), ("Page", rule.url), ("Deprecated", rule.deprecated)):
        if value:
            yield from ("", *_wrapped(f"{label}: {value}"))
    yield from ("", *_wrapped(f"Measured: {worth(rule.id)}"))
    if fix := fix_of(rule):
        yield from ("", *_wrapped(fix))
    yield from _examples(rule, most)
    yield from ("", "How to suppress it", *_silencing(rule.id), "")


def fix_of(rule: Rule) -> str:
    """One sentence on whether the rule's suggestions may be applied unread; empty for a rule without suggestions."""
    if rule.safe:
        return "A safe fix: '--fix' applies its first suggestion where it is certain."
    _, _, at, found = examples_of(rule)
    suggests = any(words for example in found.bad for _, _, words in Case(example, at).expected)
    return "Its suggestion may be wrong: only '--unsafe-fixes' applies it." if suggests else ""


def _examples(rule: Rule, most: int | None) -> Iterator[str]:
    _, _, at, found = examples_of(rule)
    bad, good = ([Case(e, at) for e in examples] for examples in (found.bad, found.good))
    known = [Case(e, at) for todo in found.todo for e in (todo.alarm, todo.miss) if e is not None]
    for title, cases in (("Reported", bad), ("Not reported", good), ("Known errors", known if most is None else [])):
        if cases:
            yield from ("", title)
        for case in cases[:most]:
            yield from _shown(case)
        if most is not None and len(cases) > most:
            yield f"    … and {len(cases) - most} more (--all)"


def _shown(case: Case) -> Iterator[str]:
    """The example's sources, its lines, carets under what is reported, suggestions behind them."""
    from newslint.reporters.columns import cells

    yield from (f"    source: {printable(source)}" for source in case.example.sources)
    start = 0
    for line in case.text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield "    " + "".join(cell.shown for cell in cells(line))
        here = [(first, stop, words) for first, stop, words in case.expected if start <= first <= end and line.strip()]
        for first, stop, words in here:
            indent = sum(cell.width for cell in cells(case.text[start:first]))
            width = max(sum(cell.width for cell in cells(case.text[first : min(stop, end)])), 1)
            instead = " => " + " | ".join(printable(word) or "(delete)" for word in words) if words else ""
            yield "    " + " " * indent + "^" * width + instead
        start = end + 1


def _silencing(name: str) -> Iterator[str]:
    yield f"    one finding:   newslint ignore FILE:LINE:COL --rule {name}"
    yield f"    in the text:   <!-- newslint-disable-next-line {name}: reason -->  (Markdown, HTML)"
    yield f"    for one run:   newslint --ignore {name} …"
    yield f"    permanently:   ignore: [{name}]  in .newslint.yaml; under per-path for some files"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), _WIDTH, break_long_words=False, break_on_hyphens=False)
