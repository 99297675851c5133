"""ignore: suppresses findings in a file beside the article, so that the article itself stays unchanged."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from newslint.commands import arguments as shared
from newslint.commands.command import Outcome
from newslint.config.selection import longest
from newslint.engine import sidecar
from newslint.errors import UsageError
from newslint.patterns import lazy
from newslint.run.discovery import Target, shown
from newslint.run.files import lint
from newslint.run.plan import Planner

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.commands.command import Streams
    from newslint.finding import Finding
    from newslint.reporters.report import FileReport

_PLACE: Final = lazy(r"(.+?):(\d+)(?::(\d+))?:?")


def configure(parser: ArgumentParser) -> None:
    """Which finding, and why."""
    parser.description = "Suppresses a finding by an entry in ARTICLE.newslint.yaml, beside the article."
    parser.add_argument("place", metavar="FILE:LINE[:COL]", help="the place as newslint printed it")
    parser.add_argument("--rule", metavar="ID", help="suppress only findings of this rule or pack")
    parser.add_argument("--reason", metavar="TEXT", default="", help="why the text is right")
    shared.add_article(parser)
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Lints the file, and writes down what it found at the place."""
    place = _PLACE.fullmatch(arguments.place)
    if place is None:
        raise UsageError(f"'{arguments.place}' is not a place; write FILE:LINE:COL, such as story.txt:3:28")
    path = os.path.abspath(place[1])  # noqa: PTH100
    planner = Planner(shared.command_line(arguments))
    plan = planner.plan(path, planner.config(os.path.dirname(path)).path)  # noqa: PTH120
    report = lint(planner, Target(path, shown(path), plan.config.path))
    for error in report.errors:
        raise error
    findings = [
        f
        for f in _at(report, int(place[2]), int(place[3] or 0))
        if not arguments.rule or longest(f.rule, [arguments.rule])
    ]
    if not findings:
        near = _nearest(report, int(place[2]), int(place[3] or 0))
        raise UsageError(f"no finding at {arguments.place}{near}")
    protected = next((f.rule for f in findings if longest(f.rule, plan.effective.protect)), None)
    if protected:
        raise UsageError(
            f"'{protected}' is protected and cannot be suppressed; fix the text or ask whoever maintains the configuration"
        )
    if plan.effective.require_reason and not arguments.reason:
        raise UsageError("the configuration requires a reason; add --reason TEXT")
    written = sidecar.add(path, findings, arguments.reason)
    streams.stdout.writelines(f"{shown(str(written))}: {finding.rule} '{finding.match}'\n" for finding in findings)
    return Outcome.CLEAN


def _at(report: FileReport, line: int, column: int) -> list[Finding]:
    """What is shown at a place: in its column, or anywhere in the line if there is no column."""
    return [finding for finding in report.shown if _stands(report, finding, line, column)]


def _stands(report: FileReport, finding: Finding, line: int, column: int) -> bool:
    place, end = report.place(finding.span.start), report.place(finding.span.end)
    if column == 0:
        return place.line == line
    return place <= (line, column) < max(end, (place.line, place.column + 1))


def _nearest(report: FileReport, line: int, column: int) -> str:
    places = [report.place(finding.span.start) for finding in report.shown]
    if not places:
        return " or elsewhere in the file; nothing needs to be suppressed"
    near = min(places, key=lambda place: (abs(place.line - line), abs(place.column - column)))
    return f"; the nearest finding is at {near.line}:{near.column}"
