"""Wire: what JSON and JSON Lines hold. These structs are the published form, which changes with its version only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from msgspec import Meta, Struct

from newslint.reporters.escape import encodable

if TYPE_CHECKING:
    from newslint.errors import NewslintError
    from newslint.finding import Finding, Related
    from newslint.reporters.report import FileReport, Summary

Line = Annotated[int, Meta(ge=1, description="1-based; CRLF, LF and CR end a line")]
Column = Annotated[int, Meta(ge=1, description="1-based, in code points")]
EndColumn = Annotated[int, Meta(ge=1, description="1-based, in code points, exclusive")]
Path = Annotated[str, Meta(description="with /, relative inside the working folder; undecodable bytes as \\x80")]
Count = Annotated[int, Meta(ge=0)]
Level = Literal["error", "warning", "info"]


class WireRelated(Struct, frozen=True, omit_defaults=True):
    """Another place that the match was compared with."""

    line: Line
    column: Column
    end_line: Line
    end_column: EndColumn
    message: str
    path: Annotated[str, Meta(description="the file that the place is in; absent for the finding's own")] = ""


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
    known: Annotated[int, Meta(ge=0, description="findings that the baseline names")]
    unchanged: Annotated[int, Meta(ge=0, description="findings on lines that have not changed")]
    left_out: Annotated[int, Meta(ge=0, description="findings cut off by --max-findings")]
    fixed: Annotated[int, Meta(ge=0, description="edits made by --fix, or shown by --diff")]
    failures: Annotated[int, Meta(ge=0, description="the number of errors")]
    reading: Annotated[Literal["quick", "thorough"], Meta(description="thorough if a model read along")]
    pipelines: Annotated[list[str], Meta(description="the models that read along, each with its version")]


def finding_values(report: FileReport, finding: Finding) -> dict[str, Any]:
    """The fields of a WireFinding."""
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
    there = report.place_of(place)
    path = encodable(there.path) if place.outside else ""
    return WireRelated(there.line, there.column, there.end_line, there.end_column, encodable(place.message), path)


def _region(report: FileReport, finding: Finding) -> dict[str, int]:
    names = ("line", "column", "end_line", "end_column")
    return dict(zip(names, report.region(finding.span), strict=True))


def error_values(error: NewslintError) -> dict[str, Any]:
    """The fields of a WireFailure."""
    return {
        "message": encodable(error.message),
        "path": encodable(error.path),
        "line": error.line or None,
        "column": error.column or None,
        "rule": encodable(error.rule),
    }


def summary_values(summary: Summary) -> dict[str, Any]:
    """The fields of a WireSummary."""
    return {
        "files": summary.files,
        "flagged": summary.flagged,
        "findings": summary.counts,
        "silenced": summary.silenced,
        "known": summary.known,
        "unchanged": summary.unchanged,
        "left_out": summary.left_out,
        "fixed": summary.fixes,
        "failures": summary.failures,
        "reading": summary.reading,
        "pipelines": [encodable(name) for name in summary.pipelines],
    }
