"""suppression: what is wrong with a comment or sidecar entry that silences findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from newslint.checks.check import Check, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.finding import Match


class Suppression(Check, frozen=True, kw_only=True):
    """Suppressions with one `fault`; the engine judges them after all other rules have had their say.

    `unknown`: names no rule. `unused`: silences nothing. `reason`: says no reason where one is required.
    `protected`: names a rule that nothing may silence. `malformed`: cannot be understood.
    """

    fault: Literal["unknown", "unused", "reason", "protected", "malformed"]

    placeholders: ClassVar[frozenset[str]] = frozenset({"rule", "place", "hint"})
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """None: `newslint.engine.suppression` finds what there is to report."""
        return ()

    def find(self, unit: Unit) -> Iterator[Match]:
        """Nothing by itself."""
        yield from ()
