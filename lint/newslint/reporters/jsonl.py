"""JSON Lines: one object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec

from newslint.reporters.report import Reporter
from newslint.reporters.wire import (
    WireFailure,
    WireFinding,
    WireSummary,
    error_values,
    finding_values,
    summary_values,
)

if TYPE_CHECKING:
    from newslint.reporters.report import FileReport, Summary


class FindingLine(WireFinding, frozen=True, tag="finding", tag_field="type"):
    """A line of `--format jsonl`."""


class FailureLine(WireFailure, frozen=True, tag="error", tag_field="type"):
    """A line of `--format jsonl`."""


class SummaryLine(WireSummary, frozen=True, tag="summary", tag_field="type"):
    """The last line of `--format jsonl`."""

    version: Literal[1]


class JsonLines(Reporter):
    """One object a line, as soon as a file is done; `type` is `finding`, `error` or (the last line) `summary`."""

    def file(self, report: FileReport) -> None:
        """Writes the file's findings, silenced ones among them if asked for, then its errors."""
        shown = report.findings if self.look.verbose else report.shown
        self._write(FindingLine(**finding_values(report, finding)) for finding in shown)
        self._write(FailureLine(**error_values(error)) for error in report.errors)

    def end(self, summary: Summary) -> None:
        """Writes the summary."""
        self._write([SummaryLine(**summary_values(summary), version=1)])

    def _write(self, lines: Any) -> None:
        self.stream.write("".join(msgspec.json.encode(line).decode() + "\n" for line in lines))
