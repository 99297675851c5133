"""Need: how much an article needs a reader, in points, and why.

    points = sum over rules of  weight of the severity × share of right findings × (1 + 1/2 + … + 1/number of findings)

The share is the rule's measured one (`rulebook.worth.share`). The second finding of a rule counts half, the third a third …,
because many findings of one rule often have one cause. What newslint could not read counts with a share of 1, and at least as a
warning.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.article.language import DECLARED
from newslint.finding import Severity
from newslint.rulebook.worth import share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.finding import Finding
    from newslint.reporters.report import FileReport

WEIGHTS: Final = {Severity.ERROR: 10.0, Severity.WARNING: 3.0, Severity.INFO: 1.0}
# The rules that say what of a file was not read: there may be anything in it.
UNREAD: Final = frozenset({"newslint.broken-markup", "newslint.other-language", "newslint.unread"})


class Reason(Struct, frozen=True):
    """What one rule adds: its findings, their share of right ones, of how many judged, and the first place (1-based).

    For a file or check that failed, `rule` is empty or the rule of the check, and `message` what went wrong.
    """

    points: float
    rule: str
    severity: str
    count: int
    share: float
    judged: int
    message: str
    line: int = 0
    column: int = 0


class Need(Struct, frozen=True):
    """An article with its points and their reasons, the weightiest first."""

    path: str
    points: float
    reasons: tuple[Reason, ...] = ()


def need(report: FileReport) -> Need:
    """What speaks for reading an article."""
    reasons = sorted((*_failures(report), *_findings(report)), key=lambda reason: (-reason.points, reason.rule))
    return Need(report.path, sum(reason.points for reason in reasons), tuple(reasons))


def _failures(report: FileReport) -> Iterator[Reason]:
    weight = WEIGHTS[Severity.ERROR]
    for fault in report.errors:
        yield Reason(weight, fault.rule, Severity.ERROR.label, 1, 1.0, 0, fault.message, fault.line, fault.column)


def _findings(report: FileReport) -> Iterator[Reason]:
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    unread = (finding for finding in report.silenced if finding.silenced == DECLARED)
    for finding in chain(report.shown, unread):
        by_rule[finding.rule].append(finding)
    for rule, found in by_rule.items():
        yield _reason(report, rule, found)


def _reason(report: FileReport, rule: str, found: Sequence[Finding]) -> Reason:
    first = found[0]
    weight, (right, judged) = WEIGHTS[first.severity], share(rule)
    if rule in UNREAD:
        weight, right = max(weight, WEIGHTS[Severity.WARNING]), 1.0
    points = weight * right * sum(1 / number for number in range(1, len(found) + 1))
    return Reason(
        points, rule, first.severity.label, len(found), right, judged, first.message, *report.place(first.span.start)
    )
