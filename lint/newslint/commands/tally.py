"""Tally: what a run keeps of its files' reports once they are written: little, because there may be a hundred thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.commands.command import Outcome
from newslint.errors import ConfigError, RuleError, UsageError
from newslint.reporters.report import KNOWN

if TYPE_CHECKING:
    from newslint.reporters.report import FileReport

_REFUSALS: Final = (UsageError, ConfigError, RuleError)


class Tally:
    """Grows with the reports: `notices` without repetitions, `known` the fingerprints that a baseline hid."""

    def __init__(self) -> None:
        self.reports = 0
        self.notices: dict[str, None] = {}
        self.known: set[str] = set()
        self._refused = self._failed = self._found = False

    def add(self, report: FileReport) -> None:
        """Counts a report in."""
        self.reports += 1
        self.notices |= dict.fromkeys(report.notices)
        self.known.update(finding.fingerprint for finding in report.silenced if finding.silenced == KNOWN)
        self._refused |= any(isinstance(error, _REFUSALS) for error in report.errors)
        self._failed |= bool(report.errors)
        self._found |= report.fails

    @property
    def outcome(self) -> Outcome:
        """How the run ended: what cannot be used goes before what failed, and that before findings."""
        if self._refused:
            return Outcome.REFUSED
        if self._failed:
            return Outcome.FAILED
        return Outcome.FOUND if self._found else Outcome.CLEAN
