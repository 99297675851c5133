"""clash: a time that another one of the article rules out, in whatever sentence and shape the two are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.linked.clash import CASES
from newslint.knowledge.facts.linked.clashes import clashes

if TYPE_CHECKING:
    from collections.abc import Iterator


class ClashCheck(Check, frozen=True, kw_only=True):
    """`The shop has been shut since 2019`, and `for nine years`; a mayor of twelve years who took office in 2018."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"other", "computed"})
    cases: ClassVar[dict[str, frozenset[str]]] = {case: frozenset() for case in CASES}
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each clash."""
        text = unit.document.prose.text
        for one in unit.document.derived(clashes):
            other = text[one.others[0].start : one.others[0].end] if one.others else ""
            related = tuple(Compared(span) for span in one.others)
            yield Match(one.place, values={"other": other, "computed": one.computed}, related=related, case=one.case)
