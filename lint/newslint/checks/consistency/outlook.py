"""outlook: what is told as still to come at a time before the article's date, or as past at one after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.knowledge.calendars import MONTHS
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.outlooks import belied, of_now, outlooks
from newslint.knowledge.facts.spans import in_words
from newslint.knowledge.facts.tenses import tenses
from newslint.knowledge.facts.told import Told
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.moment import Moment
    from newslint.knowledge.facts.outlooks import Outlook as Foreseen

_WORDS: Final = ("on", "by", "until")
_DAYS: Final = tuple(f"{word} {digit}" for word in _WORDS for digit in "123456789")


class Outlook(Check, frozen=True, kw_only=True):
    """`is to be replaced by 2021`, in an article of 2023; `was opened in 2031`; `only` one of the two, if it is given.

    Only the article's own words count, and only one time: several mean an article of another
    date, republished or carried on.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = dict.fromkeys(("comes", "gone"), frozenset({"date"}))
    per: ClassVar[str] = "document"

    only: Literal["comes", "gone", ""] = ""

    def told_apart(self) -> dict[str, frozenset[str]]:
        """The cases that are reported."""
        return {case: filled for case, filled in self.cases.items() if self.only in ("", case)}

    def anchors(self) -> tuple[str, ...]:
        """What goes before a year of this century or the last, and a day of a month."""
        years = (f" {year}" for year in ("199", "200", "201", "202", "203", "204"))
        return (*years, *(f"{word} {month[:3].lower()}" for word in _WORDS for month in MONTHS), *_DAYS)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match, if there is just one time that the article's date belies."""
        document = unit.document
        view, now = document.folded(), document.derived(moment)
        if now is None or not now.whole:
            return
        said = list(document.derived(Told).at(_hits(view.text, unit.hits, now), _ANY))
        found = [one for each in said for one in outlooks(each) if _counts(document, one, now)]
        if document.settings.pipeline:
            found += tenses(document, said, now)
        found = [one for one in found if self.only in ("", one.kind)]
        times = {view.text[one.time.start : one.time.end] for one in found}
        if len(times) == 1 and not _carried_on(view.text, found[0]):
            one = min(found, key=lambda each: each.start)
            yield Match(view.span(one.start, one.end), values={"date": in_words(now.day)}, case=one.kind)


# What a sentence about the future has.
_FUTURE: Final = lazy(
    r"\b(?:will|shall|next|runs|(?:remain|stay)s?|(?:hope|plan|aim|intend|expect)s? to|(?:is|are) (?:to|due|set|expected|scheduled|"
    r"slated|planned|likely|going|now|still|currently|open|closed|shut|valid|available|on|suspended|banned|under|booked))\b|'ll\b"
)
_ANY: Final = lazy("")
_BACK: Final = 150  # code points before a time in which its verb is


def _hits(text: str, hits: list[tuple[int, int]], now: Moment) -> Iterator[tuple[int, int]]:
    """Those of the anchors' places that may be of a time on the wrong side: a year to come, or any beside a future."""
    for start, end in hits:
        year = text[start + 1 : start + 5]
        if (
            (year.isdigit() and int(year) > now.day.year)
            or not year.isdigit()
            or _FUTURE.search(text, max(start - _BACK, 0), start)
        ):
            yield start, end


def _carried_on(text: str, one: Foreseen) -> bool:
    """Whether a day without a year is named again: captions, or paragraphs, that were added later."""
    return not one.time.dated and text.count(text[one.time.start : one.time.end]) > 1


def _counts(document: Document, one: Foreseen, now: Moment) -> bool:
    view = document.folded()
    span = view.span(one.start, one.end)
    return belied(one, now) and of_now(view.text, one.time, now) and document.quoted.outside(span.start, span.end)
