"""same-time: two expressions side by side for one time that are two: "yesterday, Saturday" in an article of a Monday."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.coincidences import coincidences, meant
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.spans import in_words, named
from newslint.knowledge.facts.told import Told
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator


# The second of two times side by side.
_SECOND: Final = lazy(
    r"(?:,|\(|[-–—]) ?(?:that is,? )?(?:in |on )?"
    r"(?:\d|(?:last|next|this|the|that|yesterday|today|tomorrow|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)


class SameTime(Check, frozen=True, kw_only=True):
    """What is counted from the article's date, or from a time before it, against what it is said to be.

    Quotations are left alone where the article's date counts: they may be older.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {
        "same-by-date": frozenset({"counted", "computed", "date"}),
        "same": frozenset({"counted", "computed", "from"}),
    }
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """What is counted from another time."""
        units = ("day", "week", "month", "year", "decade")
        sides = tuple(
            f"{side} {unit}" for side in ("last", "this", "next", "following", "previous", "same") for unit in units
        )
        after = tuple(f"the {unit} {side}" for unit in units for side in ("before", "after"))
        return ("yesterday", "today", "tomorrow", *sides, *after)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each pair that cannot be one time."""
        document = unit.document
        view, told, now = document.folded(), document.derived(Told), document.derived(moment)
        for said in told.at(unit.hits, _SECOND):
            for one in coincidences(said, told.before(said, 1)):
                period = meant(one, now)
                span = view.span(one.start, one.end)
                if period is None or (
                    one.counted.basis == "article" and not document.quoted.outside(span.start, span.end)
                ):
                    continue
                values = {
                    "counted": view.text[one.counted.start : one.counted.end],
                    "computed": named(period, one.counted.grain),
                }
                if one.anchors:
                    anchor = view.span(one.anchors[0].start, one.anchors[0].end)
                    values["from"] = document.prose.text[anchor.start : anchor.end]
                    yield Match(span, values=values, related=(Compared(anchor),), case="same")
                elif now is not None:
                    values["date"] = in_words(now.day) if now.whole else f"{now.day.day} {now.day:%B}"
                    yield Match(span, values=values, case="same-by-date")
