"""JSON: one object for the run, and its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from newslint.reporters.indented import json_text
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
    from newslint.reporters.report import FileReport, Look, Stream, Summary


class WireReport(Struct, frozen=True, kw_only=True):
    """What `--format json` writes: findings by file, line and column."""

    version: Literal[1]
    findings: list[WireFinding]
    silenced: Annotated[list[WireFinding], Meta(description="findings that a suppression or another rule hides")]
    errors: list[WireFailure]
    summary: WireSummary


class Json(Reporter):
    """One indented object for the run."""

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        super().__init__(stream, look)
        self._findings: list[WireFinding] = []
        self._silenced: list[WireFinding] = []
        self._errors: list[WireFailure] = []

    def file(self, report: FileReport) -> None:
        """Collects the file's findings and errors."""
        self._findings += (WireFinding(**finding_values(report, finding)) for finding in report.shown)
        self._silenced += (WireFinding(**finding_values(report, finding)) for finding in report.silenced)
        self._errors += (WireFailure(**error_values(error)) for error in report.errors)

    def end(self, summary: Summary) -> None:
        """Writes the object."""
        report = WireReport(
            version=1,
            findings=self._findings,
            silenced=self._silenced,
            errors=self._errors,
            summary=WireSummary(**summary_values(summary)),
        )
        self.stream.write(json_text(report))


def schema() -> bytes:
    """The JSON Schema (2020-12) of `--format json`, as committed in `data/report.schema.json`."""
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newslint report",
        **msgspec.json.schema(WireReport),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
