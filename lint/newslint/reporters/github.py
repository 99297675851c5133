"""GitHub: workflow commands, which become annotations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newslint.reporters.escape import encodable
from newslint.reporters.report import FileReport, Look, Reporter, Stream, Summary, counted

if TYPE_CHECKING:
    from newslint.errors import NewslintError
    from newslint.finding import Finding

_MOST = 10  # annotations of one level that GitHub shows for one step
_COMMANDS = ("error", "warning", "notice")
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


class Command(NamedTuple):
    """A workflow command: `::level key=value,…::message`."""

    level: str
    values: dict[str, object]
    message: str

    def __str__(self) -> str:
        values = ",".join(f"{key}={_property(str(value))}" for key, value in self.values.items())
        return f"::{self.level} {values}::{_data(self.message)}"


class GitHub(Reporter):
    """Annotations, errors first. All are written, for the step's log; the first line says how many are only there.

    Every line is a command, even what will not be annotated: an article that quotes a command must not run it.
    """

    def __init__(self, stream: Stream, look: Look | None = None) -> None:
        super().__init__(stream, look)
        self._commands: list[Command] = []

    def file(self, report: FileReport) -> None:
        """Collects the file's annotations."""
        self._commands += map(_failed, report.errors)
        self._commands += (_annotation(report, finding) for finding in report.shown)

    def end(self, summary: Summary) -> None:
        """Writes the annotations, gravest first and otherwise as they came."""
        self._commands.sort(key=lambda command: _COMMANDS.index(command.level))
        self.stream.write("".join(f"{command}\n" for command in (*self._left_out(), *self._commands)))

    def _left_out(self) -> list[Command]:
        counts = Counter(command.level for command in self._commands)
        rest = {level: number - _MOST for level, number in counts.items() if number > _MOST}
        if not rest:
            return []
        if counts["notice"] >= _MOST:  # this notice takes the place of another
            rest["notice"] = counts["notice"] - _MOST + 1
        found = " and ".join(counted(rest[level], level) for level in _COMMANDS if level in rest)
        message = f"GitHub shows {_MOST} annotations of a kind for each step; {found} more are in the step's log."
        return [Command("notice", {"title": "newslint"}, message)]


def _annotation(report: FileReport, finding: Finding) -> Command:
    line, column, end_line, end_column = report.region(finding.span)
    values: dict[str, object] = {"title": f"newslint ({finding.rule})", "file": report.path, "line": line}
    if line == end_line:  # GitHub takes columns only within one line
        values |= {"col": column, "endLine": end_line, "endColumn": end_column}
    else:
        values |= {"endLine": end_line}
    message = f"{report.where(finding)}: {finding.message} [{finding.rule}]"  # the log shows nothing but the message
    return Command(_LEVELS[finding.severity.label], values, message)


def _failed(error: NewslintError) -> Command:
    places = {"file": error.path, "line": error.line, "col": error.column}
    values = {"title": "newslint", **{key: value for key, value in places.items() if value}}
    return Command("error", values, str(error))


def _data(text: str) -> str:
    return encodable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
