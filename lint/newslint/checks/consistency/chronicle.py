"""chronicle: durations and dates of one subject, over all sentences, that cannot all be true."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.chronicle.disputes import Dispute, disputes
from newslint.knowledge.facts.chronicle.story import story
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.periods import Period
from newslint.knowledge.facts.spans import coarse, measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.chronicle.dated import Happened


class Chronicle(Check, frozen=True, kw_only=True):
    """`seized on 20 October 2024 … freed on 12 May 2025 after 14 months`, `died in 2019 … told friends in 2021`.

    Only thorough reading knows whom sentences are about: without a parse nothing is found. A duration that any two times near
    it bear out is not reported.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {
        "spell": frozenset({"first", "last", "computed", "stated"}),
        "counted": frozenset({"first", "last", "computed", "stated"}),
        "dead": frozenset({"first", "last"}),
        "unborn": frozenset({"first", "last"}),
        "unfounded": frozenset({"first", "last"}),
    }
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """Units of time, and what bounds a life."""
        return _CUES

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each contradiction."""
        document = unit.document
        now = document.derived(moment)
        today = Period(now.day.toordinal(), now.day.toordinal()) if now is not None and now.whole else None
        for one in disputes(document.derived(story), today):
            yield _match(document, one)


_CUES: Final = ("year", "month", "week", "days", "decade", " died", "born", "founded", "established", "formed")


def _match(document: Document, one: Dispute) -> Match:
    view = document.folded()
    there = view.span(one.first.start, one.first.end)
    values = {"first": _time(document, one.first), "last": _time(document, one.last)}
    if one.lapse is None:
        return Match(view.span(one.last.start, one.last.end), values=values, related=(Compared(there),), case=one.kind)
    here = view.span(one.lapse.start, one.lapse.end)
    years = coarse(one.first.time.grain, one.last.time.grain)
    values |= {
        "stated": document.prose.text[here.start : here.end],
        "computed": measured(one.days, one.lapse, years=years),
    }
    last = view.span(one.last.start, one.last.end)
    return Match(here, values=values, related=(Compared(there), Compared(last)), case=one.kind)


def _time(document: Document, one: Happened) -> str:
    span = document.folded().span(one.time.start, one.time.end)
    return document.prose.text[span.start : span.end]
