"""Diagnostics: findings, and what is wrong with a configuration, as the protocol shows them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from lsprotocol import types

from newslint.finding import Severity
from newslint.screens.lsp.positions import Positions

if TYPE_CHECKING:
    from newslint.errors import NewslintError
    from newslint.finding import Elsewhere, Finding
    from newslint.screens.lsp.desk import Reading

SOURCE: Final = "newslint"
_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics(uri: str, reading: Reading, encoding: types.PositionEncodingKind | str) -> list[types.Diagnostic]:
    """One diagnostic for each finding that nothing silences, in the order of their places; `data` is the fingerprint."""
    at = Positions(reading.document.text, encoding)
    return [_diagnostic(uri, reading, finding, at) for finding in reading.report.shown]


def _diagnostic(uri: str, reading: Reading, finding: Finding, at: Positions) -> types.Diagnostic:
    page = page_of(reading, finding.rule)
    related = [
        types.DiagnosticRelatedInformation(
            _outside(other.outside) if other.outside else types.Location(uri, at.range(other.span)), other.message
        )
        for other in finding.related
    ]
    return types.Diagnostic(
        range=at.range(finding.span),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(page) if page else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if finding.suggestions == ("",) else None,
        related_information=related or None,
        data=finding.fingerprint,
    )


def _outside(place: Elsewhere) -> types.Location:
    """A place in a file that no editor has open for us: its columns are code points, as good as any where letters are plain."""
    first = types.Position(place.line - 1, place.column - 1)
    last = types.Position(place.end_line - 1, place.end_column - 1)
    return types.Location(Path(place.path).absolute().as_uri(), types.Range(first, last))


def page_of(reading: Reading, rule: str) -> str:
    """Where a rule is described for readers; empty where nobody says."""
    found = next((each for each in reading.plan.effective.rules if each.id == rule), None)
    return reading.plan.effective.page(found) if found else ""


def refusal(fault: NewslintError) -> tuple[str, types.Diagnostic]:
    """The address of the file that a fault is in, empty if it is in none, and the diagnostic at its place there."""
    place = types.Position(max(fault.line - 1, 0), max(fault.column - 1, 0))
    path = Path(fault.path).absolute() if fault.path else None
    shown = types.Diagnostic(
        range=types.Range(place, types.Position(place.line, place.character + 1)),
        message=fault.message,
        severity=types.DiagnosticSeverity.Error,
        code=fault.rule or None,
        source=SOURCE,
    )
    return path.as_uri() if path else "", shown
