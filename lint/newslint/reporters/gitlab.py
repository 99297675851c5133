"""GitLab: a code quality report."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from newslint.reporters.escape import encodable
from newslint.reporters.indented import json_text
from newslint.reporters.report import FileReport, Look, Reporter, Stream, Summary

_GRADES = {"error": "major", "warning": "minor", "info": "info"}


class GitLab(Reporter):
    """A code quality report: an array of issues with fingerprints that are unique in it."""

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        super().__init__(stream, look)
        self._issues: list[dict[str, Any]] = []
        self._seen: Counter[str] = Counter()

    def file(self, report: FileReport) -> None:
        """Collects the file's issues."""
        for finding in report.shown:
            begin, _, end, _ = report.region(finding.span)
            place = {"path": encodable(report.path), "lines": {"begin": begin, "end": end}}
            key = f"{report.path}\0{finding.rule}\0{finding.fingerprint}"
            self._add(_issue(finding.rule, finding.message, _GRADES[finding.severity.label]), place, key)
        for error in report.errors:
            line = error.line or 1
            place = {"path": encodable(error.path), "lines": {"begin": line, "end": line}}
            self._add(_issue(error.rule or "newslint", error.message, "blocker"), place, str(error))

    def end(self, summary: Summary) -> None:
        """Writes the array."""
        self.stream.write(json_text(self._issues))

    def _add(self, issue: dict[str, Any], place: dict[str, Any], key: str) -> None:
        self._seen[key] += 1
        unique = f"{key}\0{self._seen[key]}".encode("utf-8", "surrogatepass")
        fingerprint = hashlib.sha256(unique).hexdigest()[:32]
        self._issues.append({**issue, "fingerprint": fingerprint, "location": place})


def _issue(rule: str, message: str, grade: str) -> dict[str, Any]:
    return {"description": encodable(message), "check_name": encodable(rule), "severity": grade}
