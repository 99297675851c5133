"""archive: millions of articles linted part by part, with what was found in a folder and a summary of it."""

from __future__ import annotations

import datetime
import hashlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from newslint import __version__
from newslint.commands import arguments as shared
from newslint.commands import figures, records
from newslint.commands.command import Outcome
from newslint.reporters.indented import json_text
from newslint.reporters.report import counted

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from newslint.archive.inputs import Input
    from newslint.archive.inputs.fields import Fields
    from newslint.archive.output import Folder
    from newslint.archive.running import Done, Job
    from newslint.archive.tally import Tally
    from newslint.commands.command import Streams

_FORMATS: Final = ("parquet", "json")  # those of `archive.output`, which is not loaded for --help
_MOST: Final = 30  # rows of a table on the terminal
_MOST_IN_PAGE: Final = 1_000
_CROSSED: Final = (12, 8)  # outlets and rules that are shown against each other


def configure(parser: ArgumentParser) -> None:
    """What is read, where the findings go, and what may be left out."""
    parser.description = (
        "Lints archives: Parquet, JSON lines and CSV (also .gz, .xz, .zst), WARC, folders of articles. Findings go to FOLDER,\n"
        "a file a part, with a summary. The same command goes on where an earlier run ended."
    )
    parser.add_argument("inputs", metavar="INPUT", nargs="+", help="files of articles, or folders of such files")
    parser.add_argument("--output", metavar="FOLDER", type=Path, required=True, help="the folder for what is found")
    parser.add_argument("--format", choices=_FORMATS, default=_FORMATS[0], help="of the output (default: parquet)")
    parser.add_argument(
        "--sample", metavar="N", type=shared.number, default=1, help="take one article in N, chosen by its id"
    )
    parser.add_argument("--today", metavar="DATE", help="treat DATE as today (default: the day the run began)")
    parser.add_argument("--quiet", action="store_true", help="no progress bar and no table")
    shared.add_config(parser)
    shared.add_jobs(parser)
    records.add_fields(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Lints what is not yet done and sums up. MissingExtra without pyarrow, UsageError for what is no archive."""
    records.require("pyarrow", "warcio", "trafilatura", "lxml_html_clean")
    from newslint.archive.inputs import found
    from newslint.archive.linting import plan_for
    from newslint.archive.output import Folder
    from newslint.archive.running import Job

    inputs = found(arguments.inputs)
    fields = records.fields(arguments)
    folder = Folder(arguments.output, arguments.format)
    job = Job(str(arguments.output), arguments.format, _config(arguments), _today(arguments, folder))
    plan_for(job.config, job.today)  # what is wrong with a configuration is said before anything is read
    done = folder.begin(_identity(arguments, inputs, fields, job))
    if done and not arguments.quiet:
        streams.stderr.write(f"{counted(len(done), 'part')} of an earlier run are there already\n")
    _run(arguments, streams, inputs, fields, job, done)
    return _summed(arguments, streams, folder)


def _config(arguments: Namespace) -> str:
    from newslint.archive.bundle import located
    from newslint.config.file import nearest

    chosen = shared.command_line(arguments).config
    return located(nearest(os.getcwd()) if chosen is None else chosen)  # noqa: PTH109


def _today(arguments: Namespace, folder: Folder) -> datetime.date:
    """The day that is named, else that of the run that goes on, else the clock's."""
    before = folder.earlier()
    if arguments.today or before is None:
        return shared.command_line(arguments).today
    return datetime.date.fromisoformat(before.today)


def _identity(arguments: Namespace, inputs: Sequence[Input], fields: Fields, job: Job) -> Any:
    from msgspec import structs

    from newslint.archive.bundle import carried
    from newslint.archive.output import Run

    files = ((each.path, Path(each.path).stat()) for each in inputs)
    named = tuple((path, status.st_size, status.st_mtime_ns) for path, status in files)
    settings = {
        "configuration": hashlib.sha256(carried(job.config) or b"").hexdigest(),
        "--sample": str(arguments.sample),
        "--format": arguments.format,
        **{f"--{name}": value for name, value in structs.asdict(fields).items()},
    }
    return Run(__version__, job.today.isoformat(), named, settings)


def _run(
    arguments: Namespace, streams: Streams, inputs: Sequence[Input], fields: Fields, job: Job, done: set[int]
) -> None:
    from newslint.archive.parts import parts
    from newslint.archive.running import run as run_parts
    from newslint.run.processes import processors

    whole = sum(Path(each.path).stat().st_size for each in inputs)
    steps = run_parts(job, parts(inputs, fields, arguments.sample), done, arguments.jobs or processors())
    for _ in _watched(steps, whole, arguments, streams):
        pass


def _watched(steps: Iterator[Done], whole: int, arguments: Namespace, streams: Streams) -> Iterator[Done]:
    """The parts as they are done, with a bar: articles a second, and the time that the rest will take."""
    if arguments.quiet or not streams.stderr.isatty():
        yield from steps
        return
    from tqdm import tqdm

    layout = "{percentage:3.0f}%|{bar}| {postfix} [{elapsed}<{remaining}]"
    read, articles, began = 0, 0, time.perf_counter()
    with tqdm(total=whole, file=streams.stderr, leave=False, dynamic_ncols=True, bar_format=layout) as bar:
        for step in steps:
            if not step.fresh and not articles:  # what was done before says nothing of how fast this run is
                bar.initial = step.read
            articles += step.articles
            bar.update(max(step.read - read, 0))
            read = max(read, step.read)
            rate = articles / max(time.perf_counter() - began, 1e-9)
            bar.set_postfix_str(f"{articles:,} articles, {rate:,.0f} a second")
            yield step


def _summed(arguments: Namespace, streams: Streams, folder: Folder) -> Outcome:
    """Writes and prints the summary of all parts."""
    from newslint.archive.tally import Tally

    tally = Tally()
    for part in folder.tallies():
        tally.merge(part)
    groups: list[figures.Group] = [("rule", tally.by_rule), ("outlet", tally.by_outlet)]
    said = figures.sentence(tally)
    folder.note("summary.json", json_text(_values(tally)))
    page = folder.note("summary.html", figures.page(said, groups, _crossed(tally), _MOST_IN_PAGE))
    if not arguments.quiet:
        streams.stdout.write(figures.tables(groups, _MOST))
    for notice in (*_passed(tally), *(f"{text} ({count:,} articles)" for text, count in tally.notices.items())):
        streams.stderr.write(f"{notice}\n")
    streams.stderr.write(f"{said}; see {page.as_posix()}\n")
    return Outcome.CLEAN


def _passed(tally: Tally) -> list[str]:
    return [f"{counted(tally.passed, 'page')} held no article"] if tally.passed else []


def _values(tally: Tally) -> dict[str, Any]:
    sums = {name: getattr(tally, name) for name in ("articles", "words", "findings", "failures", "passed")}
    groups = {
        f"{name}s": [{**share._asdict(), "rate": round(share.rate, 3)} for share in shares]
        for name, shares in (("rule", tally.by_rule), ("outlet", tally.by_outlet))
    }
    return {"version": 1, **sums, **groups}


def _crossed(tally: Tally) -> list[str]:
    """The largest outlets against the most frequent rules."""
    from newslint.page.sheet import table

    largest = sorted(tally.by_outlet, key=lambda share: (-share.words, share.name))[: _CROSSED[0]]
    rules = [share.name for share in tally.by_rule[: _CROSSED[1]]]
    if not rules:
        return []
    names = [share.name for share in largest]
    rates = tally.crossed(names, rules)
    rows = [(name, *(f"{rate:,.1f}" for rate in row)) for name, row in zip(names, rates, strict=True)]
    title = "The largest outlets and the most frequent rules, findings in 10,000 words"
    return ["<h2>By outlet and rule</h2>", table(title, ("outlet", *rules), rows)]
