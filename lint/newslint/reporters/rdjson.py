"""rdjson, the diagnostics of reviewdog: columns are bytes of the line in UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.reporters.escape import encodable
from newslint.reporters.indented import json_text
from newslint.reporters.report import FileReport, Look, Reporter, Stream, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.article.text import Text
    from newslint.errors import NewslintError
    from newslint.finding import Finding, Related, Span
    from newslint.reporters.report import RuleInfo

_MARK_BYTES = 3  # the byte order mark is no code point of the Text, but reviewdog counts it on line 1
Node = dict[str, Any]


class Ruler:
    """Byte columns of one file, measured on from the last place: a line of megabytes is encoded once, not for each."""

    def __init__(self, path: str, text: Text) -> None:
        self.path, self._text = encodable(path), text
        self._offset = self._bytes = 0

    def location(self, span: Span) -> Node:
        """A `Location` with its range, the end exclusive."""
        return {"path": self.path, "range": {"start": self._position(span.start), "end": self._position(span.end)}}

    def _position(self, offset: int) -> Node:
        line, column = self._text.place(offset)
        start = offset - column + 1
        if not start <= self._offset <= offset:
            self._offset, self._bytes = start, 0
        self._bytes += len(self._text.content[self._offset : offset].encode("utf-8", "surrogatepass"))
        self._offset = offset
        mark = _MARK_BYTES if line == 1 and self._text.encoding == "utf-8-sig" else 0
        return {"line": line, "column": self._bytes + mark + 1}


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
        if report.text is not None:
            ruler = Ruler(report.path, report.text)
            self._diagnostics += (self._diagnostic(ruler, finding) for finding in report.shown)
        self._diagnostics += map(_failure, report.errors)

    def end(self, summary: Summary) -> None:
        """Writes the result."""
        result = {"source": {"name": "newslint"}, "diagnostics": self._diagnostics}
        self.stream.write(json_text(result))

    def _diagnostic(self, ruler: Ruler, finding: Finding) -> Node:
        code = {"value": encodable(finding.rule)}
        if finding.rule in self._pages:
            code["url"] = encodable(self._pages[finding.rule])
        node: Node = {
            "message": encodable(finding.message),
            "location": ruler.location(finding.span),
            "severity": finding.severity.label.upper(),
            "code": code,
        }
        if finding.suggestions:
            place = node["location"]["range"]
            node["suggestions"] = [{"range": place, "text": encodable(text)} for text in finding.suggestions]
        if finding.related:
            node["related_locations"] = [
                {"message": encodable(place.message), "location": _related(ruler, place)} for place in finding.related
            ]
        return node


def _related(ruler: Ruler, place: Related) -> Node:
    """A place of the file, or a line of another: its columns are bytes, and its text is not here to count them."""
    there = place.outside
    if there is None:
        return ruler.location(place.span)
    return {"path": encodable(there.path), "range": {"start": {"line": there.line}}}


def _failure(error: NewslintError) -> Node:
    location: Node = {"path": encodable(error.path)}
    if error.line:
        location["range"] = {"start": {"line": error.line}}  # without a column: the whole line
    node: Node = {"message": encodable(error.message), "location": location, "severity": "ERROR"}
    if error.rule:
        node["code"] = {"value": encodable(error.rule)}
    return node
