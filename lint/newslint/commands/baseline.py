"""baseline: writes down what is found today, so that only what is new is reported."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from newslint.commands import arguments as shared
from newslint.commands import article
from newslint.commands.command import Outcome
from newslint.editing import baseline
from newslint.errors import FileError, UsageError
from newslint.reporters.report import counted
from newslint.run.plan import Planner
from newslint.run.processes import run as run_files

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams


def configure(parser: ArgumentParser) -> None:
    """The action, the articles, and where the baseline is."""
    parser.description = (
        "Keeps known findings in one file, and newslint quiet about them. create: write down what is found in the articles. "
        "update: do so again; entries of other articles stay. show: list what is written down."
    )
    parser.add_argument("action", choices=("create", "update", "show"), help="what to do")
    parser.add_argument(
        "--file", metavar="FILE", default=baseline.NAME, help=f"where the baseline is (default: {baseline.NAME})"
    )
    shared.add_run(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Performs the action."""
    path = Path(arguments.file).absolute()
    if arguments.action == "create" and path.exists():
        raise UsageError(f"'{arguments.file}' is there already; 'newslint baseline update' renews it")
    if arguments.action != "create" and not path.is_file():
        raise UsageError(
            f"'{arguments.file}' does not exist; 'newslint baseline create' writes it, --file names another"
        )
    if arguments.action == "show":
        return _show(baseline.read(str(path)), streams)
    return _write(path, arguments, streams)


def _show(known: baseline.Baseline, streams: Streams) -> Outcome:
    for name, entries in sorted(known.entries.items()):
        for entry in entries.values():
            mark, _, rest = entry.partition(" ")
            streams.stdout.write(f"{name}: {rest} ({mark})\n")
    count = sum(map(len, known.entries.values()))
    streams.stderr.write(f"{counted(count, 'known finding')} in {counted(len(known.entries), 'file')}\n")
    return Outcome.CLEAN


def _write(path: Path, arguments: Namespace, streams: Streams) -> Outcome:
    with closing(Planner(structs.replace(shared.command_line(arguments), baseline=False))) as planner:
        return _written(path, planner, arguments, streams)


def _written(path: Path, planner: Planner, arguments: Namespace, streams: Streams) -> Outcome:
    targets = article.all_named(planner, arguments.paths)
    known = baseline.read(str(path)) if arguments.action == "update" else baseline.Baseline(str(path), str(path.parent))
    there = {name: tuple(entries.values()) for name, entries in known.entries.items() if (path.parent / name).exists()}
    for target, report in zip(targets, run_files(planner, targets, arguments.jobs), strict=True):
        for error in report.errors:
            raise error
        there[known.name(target.path)] = tuple(baseline.entry(finding) for finding in report.shown)
    try:
        path.write_text(baseline.written(there), "utf-8", newline="\n")
    except OSError as fault:
        raise FileError(f"cannot write the baseline: {fault.strerror}", path=arguments.file) from None
    count = sum(map(len, there.values()))
    streams.stdout.write(f"{arguments.file}: {counted(count, 'known finding')} in {counted(len(targets), 'article')}\n")
    return Outcome.CLEAN
