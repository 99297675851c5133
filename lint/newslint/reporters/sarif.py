"""SARIF 2.1.0, as code scanning services take it in. Plain dicts, validated against the published schema in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint import __version__
from newslint.finding import Elsewhere
from newslint.patterns import lazy
from newslint.reporters.escape import encodable, uri
from newslint.reporters.indented import json_text
from newslint.reporters.report import FileReport, Look, Reporter, Stream, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.errors import NewslintError
    from newslint.finding import Finding, Span
    from newslint.reporters.report import RuleInfo

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PLACEHOLDER = lazy(r"\{[^{}]*\}")
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
Node = dict[str, Any]


class Sarif(Reporter):
    """One run with the selected rules and their results.

    Silenced findings are written, with `suppressions`, at `-v` only: GitHub code scanning does not heed the property
    and would open an alert for each (github/codeql-action#1230).
    """

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        super().__init__(stream, look)
        self._rules: list[Node] = []
        self._index: dict[str, int] = {}
        self._results: list[Node] = []
        self._notifications: list[Node] = []

    def begin(self, rules: Iterable[RuleInfo]) -> None:
        """Keeps the metadata of the rules."""
        for rule in rules:
            self._index[rule.id] = len(self._rules)
            self._rules.append(_descriptor(rule))

    def file(self, report: FileReport) -> None:
        """Collects the file's results, and its errors as notifications."""
        shown = report.findings if self.look.verbose else report.shown
        self._results += (self._result(report, finding) for finding in shown)
        self._notifications += map(_notification, report.errors)

    def end(self, summary: Summary) -> None:
        """Writes the log."""
        invocation = {
            "executionSuccessful": not self._notifications,
            "toolExecutionNotifications": self._notifications,
        }
        run = {
            "tool": {"driver": {"name": "newslint", "version": __version__, "rules": self._rules}},
            "invocations": [invocation],
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "results": self._results,
        }
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
        self.stream.write(json_text(log))

    def _result(self, report: FileReport, finding: Finding) -> Node:
        location = _location(report, finding.span)
        location["physicalLocation"]["region"]["snippet"] = {"text": encodable(finding.match)}
        result: Node = {
            "ruleId": encodable(finding.rule),
            "level": _LEVELS[finding.severity.label],
            "message": {"text": encodable(finding.message)},
            "locations": [location],
        }
        if finding.rule in self._index:
            result["ruleIndex"] = self._index[finding.rule]
        if finding.fingerprint:
            result["partialFingerprints"] = {"newslint/v1": finding.fingerprint}
        if finding.related:
            result["relatedLocations"] = _related(report, finding)
        if finding.suggestions:
            result["fixes"] = [_fix(report, finding.span, text) for text in dict.fromkeys(finding.suggestions)]
        if finding.silenced:
            result["suppressions"] = [{"kind": "external", "justification": encodable(finding.silenced)}]
        return result


def _descriptor(rule: RuleInfo) -> Node:
    text = " ".join(filter(None, (rule.why, f"Source: {rule.source}." if rule.source else "")))
    title = encodable(_PLACEHOLDER.sub("…", rule.message))
    node: Node = {
        "id": encodable(rule.id),
        "shortDescription": {"text": title},
        "fullDescription": {"text": encodable(rule.why) or title},
        "help": {"text": encodable(text) or title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [encodable(rule.id).partition(".")[0]]},
    }
    if rule.url:
        node["helpUri"] = encodable(rule.url)
    return node


def _location(report: FileReport, span: Span) -> Node:
    return _location_of(Elsewhere(report.path, *report.region(span)))


def _location_of(place: Elsewhere) -> Node:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(place.path)}, "region": region}}


def _related(report: FileReport, finding: Finding) -> list[Node]:
    return [
        {"id": number, "message": {"text": encodable(place.message)}, **_location_of(report.place_of(place))}
        for number, place in enumerate(finding.related, 1)
    ]


def _fix(report: FileReport, span: Span, suggestion: str) -> Node:
    place = _location(report, span)["physicalLocation"]
    text = encodable(suggestion)
    replacement = {"deletedRegion": place["region"], "insertedContent": {"text": text}}
    change = {"artifactLocation": place["artifactLocation"], "replacements": [replacement]}
    return {"description": {"text": f"Replace by '{text}'." if text else "Delete."}, "artifactChanges": [change]}


def _notification(error: NewslintError) -> Node:
    node: Node = {"level": "error", "message": {"text": encodable(error.message)}}
    if error.rule:
        node["associatedRule"] = {"id": encodable(error.rule)}
    if error.path:
        place: Node = {"artifactLocation": {"uri": uri(error.path)}}
        if error.line:
            place["region"] = {"startLine": error.line, "startColumn": max(error.column, 1)}
        node["locations"] = [{"physicalLocation": place}]
    return node
