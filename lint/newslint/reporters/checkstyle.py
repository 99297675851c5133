"""Checkstyle XML, for servers that show checkstyle's reports."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from newslint.reporters.escape import printable
from newslint.reporters.indented import xml_text
from newslint.reporters.report import FileReport, Look, Reporter, Stream, Summary


class Checkstyle(Reporter):
    """A `file` element for each file, an `error` element for each finding."""

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        super().__init__(stream, look)
        self._root = ET.Element("checkstyle", version="4.3")

    def file(self, report: FileReport) -> None:
        """Collects the file's findings and errors."""
        node = ET.SubElement(self._root, "file", name=printable(report.path))
        for finding in report.shown:
            line, column = report.place(finding.span.start)
            place = {"line": str(line), "column": str(column), "severity": finding.severity.label}
            said = {"message": printable(finding.message), "source": _source(finding.rule)}
            ET.SubElement(node, "error", {**place, **said})
        for error in report.errors:
            place = {"line": str(error.line or 1), "column": str(error.column or 1), "severity": "error"}
            said = {"message": printable(error.message), "source": _source(error.rule)}
            ET.SubElement(node, "error", {**place, **said})

    def end(self, summary: Summary) -> None:
        """Writes the files."""
        self.stream.write(xml_text(self._root))


def _source(rule: str) -> str:
    return f"newslint.{printable(rule)}" if rule else "newslint"
