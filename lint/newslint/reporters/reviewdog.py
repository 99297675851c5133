"""rdjson, the diagnostics of reviewdog: columns are bytes of the line in UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from newslint.reporters.escape import encodable
from newslint.reporters.report import FileReport, Look, Reporter, Stream, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.errors import NewslintError
    from newslint.finding import Finding, Span
    from newslint.reporters.report import RuleInfo

_MARK_BYTES = 3  # the byte order mark is no code point of the Text, but reviewdog counts it on line 1
Node = dict[str, Any]


class Rdjson(Reporter):
    """One `DiagnosticResult` for the run; `reviewdog -f=rdjson` reads it."""

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        super().__init__(stream, look)
        self._pages: dict[str, str] = {}
        self._diagnostics: list[Node] = []

    def begin(self, rules: Iterable[RuleInfo]) -> None:
        """Keeps the pages of the rules."""
        self._pages = {rule.id: rule.url for rule in rules if rule.url}

    def file(self, report: FileReport) -> None:
        """Collects the file's diagnostics."""
        self._diagnostics += (self._diagnostic(report, finding) for finding in report.shown)
        self._diagnostics += map(_failure, report.errors)

    def end(self, summary: Summary) -> None:
        """Writes the result."""
        result = {"source": {"name": "newslint"}, "diagnostics": self._diagnostics}
        self.stream.write(msgspec.json.format(msgspec.json.encode(result), indent=2).decode() + "\n")

    def _diagnostic(self, report: FileReport, finding: Finding) -> Node:
        code = {"value": encodable(finding.rule)}
        if finding.rule in self._pages:
            code["url"] = encodable(self._pages[finding.rule])
        node: Node = {
            "message": encodable(finding.message),
            "location": _location(report, finding.span),
            "severity": finding.severity.label.upper(),
            "code": code,
        }
        if finding.suggestions:
            place = node["location"]["range"]
            node["suggestions"] = [{"range": place, "text": encodable(text)} for text in finding.suggestions]
        if finding.related:
            node["related_locations"] = [
                {"message": encodable(place.message), "location": _location(report, place.span)}
                for place in finding.related
            ]
        return node


def _location(report: FileReport, span: Span) -> Node:
    place = {"start": _position(report, span.start), "end": _position(report, span.end)}
    return {"path": encodable(report.path), "range": place}


def _position(report: FileReport, offset: int) -> Node:
    assert report.text is not None
    line, column = report.text.place(offset)
    before = report.text.content[offset - column + 1 : offset].encode("utf-8", "surrogatepass")
    mark = _MARK_BYTES if line == 1 and report.text.encoding == "utf-8-sig" else 0
    return {"line": line, "column": len(before) + mark + 1}


def _failure(error: NewslintError) -> Node:
    location: Node = {"path": encodable(error.path)}
    if error.line:
        location["range"] = {"start": {"line": error.line}}  # without a column: the whole line
    node: Node = {"message": encodable(error.message), "location": location, "severity": "ERROR"}
    if error.rule:
        node["code"] = {"value": encodable(error.rule)}
    return node
