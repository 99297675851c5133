"""stats: where a desk's copy goes wrong: findings in 10,000 words by rule, folder and month."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from newslint.commands import arguments as shared
from newslint.commands import article, figures
from newslint.commands.command import Outcome
from newslint.page.sheet import FORMAT as PAGE
from newslint.reporters.escape import encodable
from newslint.reporters.indented import json_text
from newslint.run.plan import Planner
from newslint.run.processes import run as run_files
from newslint.run.statistics import Statistics, measured

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from newslint.commands.command import Streams
    from newslint.commands.figures import Group

_FORMATS: Final = ("table", "json", PAGE)


def configure(parser: ArgumentParser) -> None:
    """Which articles, and how the figures are printed."""
    parser.description = (
        "Counts findings in 10,000 words by rule, folder and month of publication. --format html writes a\n"
        "page with plots that loads nothing from elsewhere."
    )
    parser.add_argument("--format", choices=_FORMATS, default="table", help="how to print them (default: table)")
    parser.add_argument("--min-severity", choices=shared.LEVELS, help="count no findings of lower severity")
    shared.add_run(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Prints the figures. UsageError if there are no articles."""
    statistics = Statistics()
    with closing(Planner(shared.command_line(arguments))) as planner:
        targets = article.all_named(planner, arguments.paths)
        with closing(run_files(planner, targets, arguments.jobs)) as reports:
            for target, report in zip(targets, reports, strict=True):
                statistics.add(report, measured(planner.plan(target.path, target.config), target))
    if arguments.format == "json":
        streams.stdout.write(_json(statistics))
    elif arguments.format == PAGE:
        streams.stdout.write(figures.page(figures.sentence(statistics), list(_groups(statistics))))
    else:
        streams.stdout.write(figures.tables(_groups(statistics)))
    streams.stderr.write(f"{figures.sentence(statistics)}\n")
    return Outcome.FAILED if statistics.failures else Outcome.CLEAN


def _groups(statistics: Statistics) -> Iterator[Group]:
    yield "rule", statistics.rules
    yield "folder", statistics.folders
    yield "month", statistics.months


def _json(statistics: Statistics) -> str:
    groups = {
        f"{group}s": [
            {**share._asdict(), "name": encodable(share.name), "rate": round(share.rate, 3)} for share in shares
        ]
        for group, shares in _groups(statistics)
    }
    sums = {name: getattr(statistics, name) for name in ("articles", "words", "findings", "failures")}
    return json_text({"version": 1, **sums, **groups})
