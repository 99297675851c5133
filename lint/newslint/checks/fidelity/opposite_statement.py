"""opposite-statement: an article that says the opposite of its source: a negation lost or gained, or a word for its contrary."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.sources.polarity import opposed

if TYPE_CHECKING:
    from collections.abc import Iterator


class OppositeStatement(Check, frozen=True, kw_only=True):
    """Sentences that answer each other and differ in a negation of the same word, or in a word that means the contrary."""

    cases: ClassVar[dict[str, frozenset[str]]] = {
        "lost": frozenset(),
        "gained": frozenset(),
        "opposite": frozenset({"other"}),
    }
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each place: at the article's words."""
        document = unit.document
        for one in document.derived(opposed):
            other = document.sources[one.source].prose.text[one.there.start : one.there.end]
            values = {"other": other} if one.what == "opposite" else {}
            yield Match(one.here, values=values, related=(Compared(one.there, source=one.source),), case=one.what)
