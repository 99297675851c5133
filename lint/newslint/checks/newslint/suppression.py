"""suppression: what is wrong with a comment or sidecar entry that silences findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED: Final = frozenset({"rule", "place"})


class Suppression(Check, frozen=True, kw_only=True):
    """Suppressions with one `fault`, judged after all other rules have had their say. Reads the raw view.

    `unknown`: names no rule (case `similar` if a rule is called something like it). `unused`: silences nothing.
    `reason`: gives no reason where one is required. `protected`: names a rule that nothing may silence. `malformed`:
    cannot be understood.
    """

    fault: Literal["unknown", "unused", "reason", "protected", "malformed"]

    per: ClassVar[str] = "document"
    after: ClassVar[bool] = True
    placeholders: ClassVar[frozenset[str]] = frozenset({"place"})
    cases: ClassVar[dict[str, frozenset[str]]] = {
        "unknown": _NAMED,
        "similar": _NAMED | {"near"},
        "unused": _NAMED,
        "reason": _NAMED,
        "protected": _NAMED,
        "malformed": frozenset(),
    }

    def told_apart(self) -> dict[str, frozenset[str]]:
        """The fault itself, and how near an unknown name is to a known one."""
        told = ("unknown", "similar") if self.fault == "unknown" else (self.fault,)
        return {case: self.cases[case] for case in told}

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each such fault, at the comment, or at the file's start for an entry of a sidecar."""
        for fault in unit.faults:
            if fault.name == self.fault:
                case = "similar" if "near" in fault.values else fault.name
                span = Span(unit.view.locate(fault.span.start), unit.view.locate(fault.span.end))
                seen = unit.view.text[span.start : span.end]
                yield Match(span, values=fault.values, text=seen, case=case)
