"""Findings and verdicts for the tests of the ledger."""

from __future__ import annotations

from scoring import ledger
from scoring.ledger import Entry
from scoring.reported import Reported

from newslint.finding import Span


def found(rule: str = "integrity.a-an", start: int = 10, end: int = 12, **other: object) -> Reported:
    values = {"file": "a.md", "severity": "warning", "fingerprint": "f" * 16, **other}
    return Reported(rule=rule, span=Span(start, end), **values)  # type: ignore[arg-type]


def judged(finding: Reported, *, right: bool = True, why: str = "real") -> Entry:
    return ledger.entry(finding, (right, why), ("O+N", "c0ffee", "magazine"), "2026-11-27", "reader")
