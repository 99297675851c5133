"""anniversary: the number of an anniversary, or of an edition, against the year that it counts from and the article's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.anniversaries import anniversaries, computed
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.ordinals import NAMED
from newslint.knowledge.facts.told import Told
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator


_YEAR: Final = lazy(r"(?:1[4-9]|20)\d\d")


class Anniversary(Check, frozen=True, kw_only=True):
    """`founded in 2011, the firm marks its 15th anniversary this year`: not in 2024.

    A year more or less is right unless the text says that it is this year; an edition may have been missed.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {"anniversary": frozenset({"first", "date", "computed", "what"})}
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """What is counted so."""
        return (
            "anniversary",
            "birthday",
            "edition",
            "season",
            "festival",
            "jubilee",
            "th year",
            "st year",
            "nd year",
            "rd year",
            *NAMED.split("|"),
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each number that no year in question gives."""
        document, seen = unit.document, set()
        view, now = document.folded(), document.derived(moment)
        for said in document.derived(Told).at(unit.hits, _YEAR):
            for one in anniversaries(said):
                number, span = computed(one, now), view.span(one.start, one.end)
                if number is None or now is None or span in seen or not document.quoted.outside(span.start, span.end):
                    continue
                seen.add(span)
                began = view.span(one.began.start, one.began.end)
                values = {
                    "first": document.prose.text[began.start : began.end],
                    "date": str(now.day.year),
                    "computed": str(number),
                    "what": one.what,
                }
                yield Match(span, values=values, related=(Compared(began),), case="anniversary")
