"""Concise: a line for each finding, as editors and `grep` read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.reporters.escape import brief, printable
from newslint.reporters.report import Reporter

if TYPE_CHECKING:
    from newslint.finding import Finding
    from newslint.reporters.report import FileReport


class Concise(Reporter):
    """`path:line:col: severity: message [rule]` for each finding, and nothing else."""

    def file(self, report: FileReport) -> None:
        """Writes the file's findings, then its errors."""
        found = (_line(report, finding) for finding in report.shown)
        failed = (printable(str(error)) for error in report.errors)
        self.stream.write("".join(f"{line}\n" for lines in (found, failed) for line in lines))


def _line(report: FileReport, finding: Finding) -> str:
    head = f"{report.where(finding)}: {finding.severity.label}"
    return f"{printable(head)}: {brief(finding.message)} [{printable(finding.rule)}]"
