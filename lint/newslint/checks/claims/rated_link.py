"""rated-link: a link to a page that a fact-checker's review names as one that made the claim. Needs an index of claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks.claims.consulting import Consulting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.checks.check import Unit
    from newslint.finding import Match


class RatedLink(Consulting, frozen=True, kw_only=True):
    """Compares the links of an article with the pages of the claims in the index that `newslint claims add` makes.

    Trackers, mobile hosts and archive copies make no difference. `reported` is that of `rated-claim`.
    """

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a link; Unavailable if there is no index."""
        if unit.view_name == "links":
            from newslint.claims.comparing import linking

            yield from self.told(unit.document.derived(linking))
