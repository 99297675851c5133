"""outlook: what is told as still to come at a time before the article's date, or as past at one after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.outlooks import belied, outlooks
from newslint.knowledge.facts.spans import in_words
from newslint.knowledge.facts.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 1  # several of them mean an article of another date: republished, carried on


class Outlook(Check, frozen=True, kw_only=True):
    """`is to be replaced by 2021`, in an article of 2023; `was opened in 2031`.

    Only the article's own words count, and only if they contradict its date once.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = dict.fromkeys(("comes", "gone"), frozenset({"date"}))
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """What goes before a year of this century or the last."""
        return (*(f" {year}" for year in ("199", "200", "201", "202", "203", "204")),)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match, if there is just one thing that the article's date belies."""
        document = unit.document
        view, now = document.folded(), document.derived(moment)
        if now is None or not now.whole:
            return
        found = []
        for said in document.derived(Told).at(unit.hits):
            for one in (one for one in outlooks(said) if belied(one, now)):
                span = view.span(one.start, one.end)
                if document.quoted.outside(span.start, span.end):
                    found.append(Match(span, values={"date": in_words(now.day)}, case=one.kind))
        yield from found if len(found) <= _MOST else ()
