"""JUnit XML, for servers that show test results."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from newslint.reporters.escape import printable
from newslint.reporters.indented import xml_text
from newslint.reporters.report import FileReport, Look, Reporter, Stream, Summary

if TYPE_CHECKING:
    from newslint.errors import NewslintError
    from newslint.finding import Finding

_WHEN = "1970-01-01T00:00:00"  # required by the schema; the time of the run would make equal runs differ


class JUnit(Reporter):
    """A test suite for each file and a test case for each finding: infos are skipped tests, the others failures."""

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        super().__init__(stream, look)
        self._root = ET.Element("testsuites")

    def file(self, report: FileReport) -> None:
        """Collects the file's suite; a file without findings is one test that passes."""
        name = _token(report.path or "newslint")
        findings = list(report.shown)
        skipped = sum(1 for finding in findings if finding.severity.label == "info")
        suite = ET.SubElement(self._root, "testsuite", _suite(name, len(self._root)))
        suite.set("tests", str(len(findings) + len(report.errors) or 1))
        suite.set("failures", str(len(findings) - skipped))
        suite.set("errors", str(len(report.errors)))
        suite.set("skipped", str(skipped))
        ET.SubElement(suite, "properties")
        for finding in findings:
            _found(suite, name, report, finding)
        for error in report.errors:
            _failed(suite, name, error)
        if not findings and not report.errors:
            _case(suite, name, "newslint")
        ET.SubElement(suite, "system-out")
        ET.SubElement(suite, "system-err")

    def end(self, summary: Summary) -> None:
        """Writes the suites."""
        self.stream.write(xml_text(self._root))


def _suite(name: str, number: int) -> dict[str, str]:
    about = {"name": name, "package": "newslint", "id": str(number)}
    return {**about, "timestamp": _WHEN, "hostname": "localhost", "time": "0"}


def _case(suite: ET.Element, path: str, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", name=_token(name), classname=path, time="0")


def _found(suite: ET.Element, path: str, report: FileReport, finding: Finding) -> None:
    line, column = report.place(finding.span.start)
    case = _case(suite, path, f"{finding.rule} at {line}:{column}")
    label, message = finding.severity.label, printable(finding.message)
    about = {"message": message} if label == "info" else {"message": message, "type": label}
    node = ET.SubElement(case, "skipped" if label == "info" else "failure", about)
    node.text = printable(f"{report.where(finding)}: {label}: {finding.message} [{finding.rule}]")


def _failed(suite: ET.Element, path: str, error: NewslintError) -> None:
    case = _case(suite, path, error.rule or "newslint")
    about = {"message": printable(error.message), "type": type(error).__name__}
    ET.SubElement(case, "error", about).text = printable(str(error))


def _token(text: str) -> str:
    """XML Schema trims tokens: a name of spaces alone would be empty."""
    shown = printable(text)
    return shown if shown.strip() else shown.replace(" ", "\\x20")
