"""Output: the reporters of a run, for standard output and for files, and the last lines for people."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from newslint.commands.overwriting import refuse_overwriting
from newslint.errors import FileError, UsageError
from newslint.reading import models
from newslint.reporters import REPORTERS, reporter
from newslint.reporters.bars import bars
from newslint.reporters.escape import printable
from newslint.reporters.report import FileReport, Look, Reporter, Summary
from newslint.reporters.terminal import look
from newslint.run.described import described
from newslint.yaml_source import did_you_mean

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from newslint.commands.command import Streams
    from newslint.run.discovery import Target
    from newslint.run.plan import Planner


class Output:
    """Takes the files' results in order. Reporters write as they go or at the end, as their formats need it."""

    def __init__(self, arguments: Namespace, streams: Streams, planner: Planner, inputs: Iterable[Target]) -> None:
        self._arguments, self._streams = arguments, streams
        self._summary = Summary(pipelines=tuple(_pipelines(planner)))
        self._files = ExitStack()
        dressed = look(streams.stdout, os.environ, verbose=arguments.verbose, links=arguments.links)
        shown = [] if arguments.diff else [reporter(arguments.format)(streams.stdout, dressed)]
        self._reporters: list[Reporter] = shown
        specs = [_spec(spec) for spec in arguments.output_file]
        refuse_overwriting([path for _, path in specs], inputs, streams)
        self._reporters += [self._opened(name, path) for name, path in specs]
        for each in self._reporters:
            each.begin(described(planner.plans))

    def _opened(self, name: str, path: str) -> Reporter:
        try:
            stream = Path(path).open("w", encoding="utf-8", newline="\n")  # noqa: SIM115 (closed by `end`)
        except OSError as fault:
            raise UsageError(f"cannot write '{path}': {fault.strerror}") from None
        self._files.enter_context(stream)
        return reporter(name)(stream, Look(verbose=self._arguments.verbose))

    def write(self, result: FileReport) -> FileReport:
        """Hands one file's results to all reporters."""
        report = self._cut(result)
        self._summary = self._summary.plus(report)
        for each in self._reporters:
            each.file(report)
        if self._arguments.diff:
            self._streams.stdout.write(report.diff)
            self._streams.stderr.writelines(f"{error}\n" for error in report.errors)
        return result

    def _cut(self, report: FileReport) -> FileReport:
        """The report with no more findings than may still be shown; silenced ones do not count."""
        if self._arguments.max_findings is None:
            return report
        room = self._arguments.max_findings - sum(self._summary.severities.values())
        shown = list(report.shown)
        if len(shown) <= room:
            return report
        kept = {finding.order for finding in shown[:room]}
        findings = tuple(f for f in report.findings if f.silenced or f.order in kept)
        return structs.replace(report, findings=findings, left_out=len(shown) - room)

    def end(self) -> None:
        """Finishes all reports and closes their files. FileError if a file cannot be written."""
        for each in self._reporters:
            each.end(self._summary)
        try:
            self._files.close()
        except OSError as fault:
            name = getattr(fault, "filename", None) or "an output file"
            raise FileError(f"cannot write {name}: {fault.strerror}") from None

    def sum_up(self, notices: Iterable[str], elapsed: float, *, counted: bool) -> None:
        """The lines on standard error: notices, statistics, the summary if `counted`; the time only on a terminal."""
        stderr = self._streams.stderr
        stderr.writelines(f"newslint: note: {printable(notice)}\n" for notice in notices)
        if self._arguments.statistics:
            width = look(stderr, os.environ).width
            stderr.writelines(f"{line}\n" for line in bars(self._summary.rules, width))
        summary = structs.replace(self._summary, elapsed=elapsed if stderr.isatty() else 0.0)
        if self._arguments.diff:
            fixes = f"{summary.fixes} fix{'' if summary.fixes == 1 else 'es'}"
            stderr.write(f"newslint: note: --fix would make {fixes}; nothing was changed\n")
            summary = structs.replace(summary, fixes=0)
        if counted and self._arguments.verbose:
            stderr.write(f"newslint: note: {_read_by(summary)}\n")
        if counted:
            stderr.write(f"{summary.sentence}\n")


def _spec(written: str) -> tuple[str, str]:
    """Format and path of an --output-file; UsageError if it is not both."""
    name, colon, path = written.partition(":")
    if not colon or not path:
        raise UsageError(f"--output-file needs FORMAT:FILE, such as sarif:newslint.sarif, not '{written}'")
    if name not in REPORTERS:
        hint = did_you_mean(name, REPORTERS) or f"; choose from {', '.join(REPORTERS)}"
        raise UsageError(f"unknown format '{name}'{hint}")
    return name, path


def _pipelines(planner: Planner) -> list[str]:
    """The models that read along, each with its version."""
    read = [models.names(plan.effective.parser, reader=plan.effective.reader) for plan in planner.plans]
    return sorted({name for named in read for name in named})


def _read_by(summary: Summary) -> str:
    by = f" by {', '.join(summary.pipelines)}" if summary.pipelines else ": no model read along"
    return f"{summary.reading} reading{by}"
