"""rated-claim: a sentence that makes a claim which a fact-checker has rated. Needs an index of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks.claims.consulting import Consulting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.checks.check import Unit
    from newslint.finding import Match


class RatedClaim(Consulting, frozen=True, kw_only=True):
    """Compares the sentences of the prose with the claims of the index that `newslint claims add` makes.

    With `reported: true` it finds only those sentences whose article reports the check itself, else only the others.
    """

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a sentence; Unavailable if there is no index."""
        if unit.view_name == "prose":
            from newslint.claims.comparing import resembling

            yield from self.told(unit.document.derived(resembling))
