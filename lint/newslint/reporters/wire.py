"""JSON and JSON Lines: these structs are the published form, which changes with its version only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from newslint.reporters.escape import encodable
from newslint.reporters.report import Reporter

if TYPE_CHECKING:
    from newslint.errors import NewslintError
    from newslint.finding import Finding, Related
    from newslint.reporters.report import FileReport, Look, Stream, Summary

Line = Annotated[int, Meta(ge=1, description="1-based; CRLF, LF and CR end a line")]
Column = Annotated[int, Meta(ge=1, description="1-based, in code points")]
EndColumn = Annotated[int, Meta(ge=1, description="1-based, in code points, exclusive")]
Path = Annotated[str, Meta(description="with /, relative inside the working folder; undecodable bytes as \\x80")]
Count = Annotated[int, Meta(ge=0)]
Level = Literal["error", "warning", "info"]


class WireRelated(Struct, frozen=True):
    """Another place in the same file that the match was compared with."""

    line: Line
    column: Column
    end_line: Line
    end_column: EndColumn
    message: str


class WireFinding(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One finding in one file."""

    path: Path
    line: Line
    column: Column
    end_line: Line
    end_column: EndColumn
    rule: str
    severity: Level
    message: str
    match: Annotated[str, Meta(description="the text of the place, as it stands in the file")]
    suggestions: Annotated[list[str], Meta(description="replacements for the match, best first; '' deletes it")]
    related: list[WireRelated]
    fingerprint: Annotated[str, Meta(description="stays when other lines change; holds neither line nor path")]
    safe: Annotated[bool, Meta(description="the first suggestion may be applied unread")] = False
    scores: Annotated[dict[str, float | None], Meta(description="numbers behind the finding")] = {}
    silenced: Annotated[str, Meta(description="what hides the finding; absent for one that counts")] = ""


class WireFailure(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A file that could not be read, or a check that failed: not a finding."""

    message: str
    path: Path = ""
    line: Line | None = None
    column: Column | None = None
    rule: str = ""


class WireSummary(Struct, frozen=True, kw_only=True):
    """The sum of the run; `findings` counts those shown, by severity."""

    files: Count
    flagged: Annotated[int, Meta(ge=0, description="files with findings")]
    findings: dict[Level, Count]
    silenced: Count
    left_out: Annotated[int, Meta(ge=0, description="findings cut off by --max-findings")]
    failures: Annotated[int, Meta(ge=0, description="the number of errors")]


class WireReport(Struct, frozen=True, kw_only=True):
    """What `--format json` writes: findings by file, line and column."""

    version: Literal[1]
    findings: list[WireFinding]
    silenced: Annotated[list[WireFinding], Meta(description="findings that a suppression or another rule hides")]
    errors: list[WireFailure]
    summary: WireSummary


class FindingLine(WireFinding, frozen=True, tag="finding", tag_field="type"):
    """A line of `--format jsonl`."""


class FailureLine(WireFailure, frozen=True, tag="error", tag_field="type"):
    """A line of `--format jsonl`."""


class SummaryLine(WireSummary, frozen=True, tag="summary", tag_field="type"):
    """The last line of `--format jsonl`."""

    version: Literal[1]


class Json(Reporter):
    """One indented object for the run."""

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        super().__init__(stream, look)
        self._findings: list[WireFinding] = []
        self._silenced: list[WireFinding] = []
        self._errors: list[WireFailure] = []

    def file(self, report: FileReport) -> None:
        """Collects the file's findings and errors."""
        self._findings += (WireFinding(**_finding(report, finding)) for finding in report.shown)
        self._silenced += (WireFinding(**_finding(report, finding)) for finding in report.silenced)
        self._errors += (WireFailure(**_error(error)) for error in report.errors)

    def end(self, summary: Summary) -> None:
        """Writes the object."""
        report = WireReport(
            version=1,
            findings=self._findings,
            silenced=self._silenced,
            errors=self._errors,
            summary=WireSummary(**_summary(summary)),
        )
        self.stream.write(msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n")


class JsonLines(Reporter):
    """One object a line, as soon as a file is done; `type` is `finding`, `error` or (the last line) `summary`."""

    def file(self, report: FileReport) -> None:
        """Writes the file's findings, silenced ones among them if asked for, then its errors."""
        shown = report.findings if self.look.verbose else report.shown
        self._write(FindingLine(**_finding(report, finding)) for finding in shown)
        self._write(FailureLine(**_error(error)) for error in report.errors)

    def end(self, summary: Summary) -> None:
        """Writes the summary."""
        self._write([SummaryLine(**_summary(summary), version=1)])

    def _write(self, lines: Any) -> None:
        self.stream.write("".join(msgspec.json.encode(line).decode() + "\n" for line in lines))


def schema() -> bytes:
    """The JSON Schema (2020-12) of `--format json`, as committed in `data/report.schema.json`."""
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newslint report",
        **msgspec.json.schema(WireReport),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _finding(report: FileReport, finding: Finding) -> dict[str, Any]:
    return {
        "path": encodable(report.path),
        **_region(report, finding),
        "rule": encodable(finding.rule),
        "severity": finding.severity.label,
        "message": encodable(finding.message),
        "match": encodable(finding.match),
        "suggestions": [encodable(text) for text in finding.suggestions],
        "related": [_related(report, place) for place in finding.related],
        "fingerprint": finding.fingerprint,
        "safe": finding.safe,
        "scores": {encodable(name): score for name, score in finding.scores.items()},
        "silenced": encodable(finding.silenced),
    }


def _related(report: FileReport, place: Related) -> WireRelated:
    return WireRelated(**_region(report, place), message=encodable(place.message))


def _region(report: FileReport, holder: Finding | Related) -> dict[str, int]:
    names = ("line", "column", "end_line", "end_column")
    return dict(zip(names, report.region(holder.span), strict=True))


def _error(error: NewslintError) -> dict[str, Any]:
    return {
        "message": encodable(error.message),
        "path": encodable(error.path),
        "line": error.line or None,
        "column": error.column or None,
        "rule": encodable(error.rule),
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "files": summary.files,
        "flagged": summary.flagged,
        "findings": summary.counts,
        "silenced": summary.silenced,
        "left_out": summary.left_out,
        "failures": summary.failures,
    }
