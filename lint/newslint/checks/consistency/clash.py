"""clash: a figure that another one of the article rules out, in whatever sentence and shape the two are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.linked.clash import CASES, TIMES, Case
from newslint.knowledge.facts.linked.clashes import figure_clashes, time_clashes

if TYPE_CHECKING:
    from collections.abc import Iterator


class ClashCheck(Check, frozen=True, kw_only=True):
    """`£2.5m from A, £1.2m from B and £500,000 from C` for a scheme of £4.5m; a mother of three who is a mother of two.

    `links` are the kinds of link that are reported, all of them if none is named. What any relation explains is not reported.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other", "computed"})
    cases: ClassVar[dict[str, frozenset[str]]] = {case: frozenset() for case in CASES}
    per: ClassVar[str] = "document"

    links: tuple[Case, ...] = ()

    def told_apart(self) -> dict[str, frozenset[str]]:
        """The cases that are reported."""
        return {case: filled for case, filled in self.cases.items() if not self.links or case in self.links}

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each clash."""
        text = unit.document.prose.text
        wanted = frozenset(self.links or CASES)
        for one in (
            *(unit.document.derived(figure_clashes) if wanted - TIMES else ()),
            *(unit.document.derived(time_clashes) if wanted & TIMES else ()),
        ):
            if one.case not in wanted:
                continue
            other = text[one.others[0].start : one.others[0].end] if one.others else ""
            related = tuple(Compared(span) for span in one.others)
            yield Match(one.place, values={"other": other, "computed": one.computed}, related=related, case=one.case)
