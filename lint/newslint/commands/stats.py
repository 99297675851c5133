"""stats: where a desk's copy goes wrong: findings in 10,000 words by rule, folder and month."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from newslint.commands import arguments as shared
from newslint.commands import article
from newslint.commands.command import Outcome
from newslint.page.sheet import FORMAT as PAGE
from newslint.page.sheet import sheet, table, text
from newslint.reporters.escape import encodable, printable
from newslint.reporters.indented import json_text
from newslint.reporters.report import counted
from newslint.run.plan import Planner
from newslint.run.processes import run as run_files
from newslint.run.statistics import Share, Statistics, measured

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from newslint.commands.command import Streams

_FORMATS: Final = ("table", "json", PAGE)
_MOST_BARS: Final = 25  # in a plot; the table has all


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
    streams.stdout.write({"table": _table, "json": _json, PAGE: _page}[arguments.format](statistics))
    streams.stderr.write(f"{_sum(statistics)}\n")
    return Outcome.FAILED if statistics.failures else Outcome.CLEAN


def _sum(statistics: Statistics) -> str:
    said = (
        f"{counted(statistics.findings, 'finding')} in {counted(statistics.articles, 'article')} "
        f"of {statistics.words:,} words"
    )
    return f"{said}; {counted(statistics.failures, 'article')} failed" if statistics.failures else said


def _groups(statistics: Statistics) -> Iterator[tuple[str, Sequence[Share]]]:
    yield "rule", statistics.rules
    yield "folder", statistics.folders
    yield "month", statistics.months


def _rows(group: str, shares: Sequence[Share]) -> Iterator[tuple[str, ...]]:
    """The heads of a table and its rows; the words of a rule are those of all articles, and said once."""
    rule = group == "rule"
    yield group, "per 10,000 words", "findings", *(("articles with it",) if rule else ("articles", "words"))
    for share in shares:
        words = () if rule else (f"{share.words:,}",)
        yield share.name, f"{share.rate:,.1f}", f"{share.findings:,}", f"{share.articles:,}", *words


def _table(statistics: Statistics) -> str:
    tables = []
    for group, shares in _groups(statistics):
        rows = list(_rows(group, shares))
        name = max(len(printable(row[0])) for row in rows)
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)][1:]
        tables.append(
            "".join(
                f"{printable(first):{name}}  {'  '.join(map(str.rjust, others, widths))}\n" for first, *others in rows
            )
        )
    return "\n".join(tables)


def _json(statistics: Statistics) -> str:
    groups = {
        f"{group}s": [
            {**share._asdict(), "name": encodable(share.name), "rate": round(share.rate, 3)} for share in shares
        ]
        for group, shares in _groups(statistics)
    }
    sums = {name: getattr(statistics, name) for name in ("articles", "words", "findings", "failures")}
    return json_text({"version": 1, **sums, **groups})


def _page(statistics: Statistics) -> str:
    from newslint.page.plots import bars, columns

    parts = [f"<p>{text(_sum(statistics))}.</p>"]
    for group, shares in _groups(statistics):
        title, what = f"By {group}", "findings in 10,000 words"
        plot, shown = (columns, shares[-60:]) if group == "month" else (bars, shares[:_MOST_BARS])
        parts.append(f"<h2>{title}</h2>")
        parts.append(plot(title, what, [(share.name, share.rate) for share in shown]) if shares else "<p>None.</p>")
        heads, *rows = _rows(group, shares)
        parts.append(table(f"{title}, all of {len(shares):,}", heads, rows))
    return sheet("What newslint finds, and where", parts)
