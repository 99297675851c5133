"""elapsed: a duration against the two times that the sentence says it lies between, or one of them and the article's date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.reckonings import reckonings
from newslint.knowledge.facts.spans import coarse, in_words, measured, misfit
from newslint.knowledge.facts.told import Told
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.lapses import Lapse
    from newslint.knowledge.facts.periods import Period
    from newslint.knowledge.facts.reckonings import Reckoning
    from newslint.knowledge.facts.spans import Misfit
    from newslint.knowledge.facts.telling import Telling
    from newslint.knowledge.facts.times import Time

# What a sentence with a time has, besides the duration.
_MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_WHEN: Final = lazy(
    rf"\d\d\d\d|\d(?:st|nd|rd|th)?(?: of)? {_MONTHS}|\d ?[ap]\.?m\b|\d:\d\d|\bnoon\b|\bmidnight\b|{_MONTHS}[a-z]*\.? \d|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
_DAYS: Final = 10
_HOURS: Final = frozenset({"minute", "hour"})
_SHORT: Final = frozenset({"minute", "hour", "day", "night", "week"})
_LONG: Final = frozenset({"weekday", "month", "season", "year", "decade", "century"})
_YEARS: Final = frozenset({"year", "decade", "century"})
_OF_A_YEAR: Final = frozenset({"day", "weekday", "month"})  # "seven years after they gave up on 7 June": of which year?
_OR: Final = lazy(r"\bor (?:[a-z]+ )?$")
# "five years after Cloud, and Judge Lee died in 1999": the second time belongs to another clause.
_OTHER_CLAUSE: Final = lazy(r"\b(?:after|before|since) (?!@)[^@,]*, (?:and|but|while|when|which|who)\b")
# What a short duration before a noun is the length of; "a five-day average" is not as long as the dates that it runs over.
_LASTS: Final = lazy(
    r" (?:[a-z-]+ ){0,2}"
    r"(?:period|siege|tour|trip|visit|festival|conference|summit|meeting|strike|walkout|trial|hearing|stay|voyage|"
    r"journey|march|campaign|match|game|race|flight|session|sitting|debate|shift|wait|delay|ban|closure|lockdown|curfew|truce|"
    r"ceasefire|war|battle|search|standoff|protest|event|course|holiday|break|retreat|camp|fair|show|exhibition)s?\b"
)
# How often something is done between two ends, for how long each time, or to how much it grew, is not how far they are apart.
_EVERY: Final = lazy(r"\b(?:every|each|per|once in)(?: [\w-]+){0,2} $")
_EACH: Final = lazy(
    r" (?:apart|each|every|per|at a (?:time|stretch)|in between|an? (?:day|night|week|month|year|hour|head|person|visit|session))\b"
)
_LEAD: Final = 24  # code points before a duration
_BACK = 2  # sentences before in which a duration may begin


class Elapsed(Check, frozen=True, kw_only=True):
    """`from 2 April until 9 April, three weeks`, `left in 1977, 33 years later`, `in 1990, 25 years ago`.

    A year more or less is right where only years are named: a span may count both ends, or neither. Tens may be rounded,
    hedges widen. What is counted from the article's date is not judged inside quotations.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"stated", "computed"})
    cases: ClassVar[dict[str, frozenset[str]]] = {
        "years": frozenset({"first", "last"}),
        "order": frozenset({"first", "last"}),
        "since": frozenset({"first", "date"}),
    }
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """Units of time in the plural, and what singular ones are said with."""
        plural = ("years", "decades", "months", "weeks", "days", "hours", "minutes", "nights", "centuries")
        return (
            *plural,
            "year later",
            "year after",
            "year before",
            "year earlier",
            "decade",
            "-year",
            "-day",
            "-week",
            "-month",
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each duration that its ends do not bear out."""
        told = unit.document.derived(Told)
        now = unit.document.derived(moment)
        for said in told.at(unit.hits, _WHEN):
            for reckoning in reckonings(said):
                others = _others(told, said) if reckoning.loose else []
                found = misfit(reckoning, now, others) if _bound(unit.document, said, reckoning) else None
                if found is not None and _in_one_voice(unit.document, said, found):
                    yield _match(unit.document, found)


def _far_apart(periods: list[Period]) -> bool:
    """Whether nobody would count the hours from the first to the last."""
    return len(periods) > 1 and abs(periods[-1].first - periods[0].last) > _DAYS


def _of_a_day(text: str, lapse: Lapse) -> bool:
    """Whether hours are those of each day: `from 7am to 3pm, eight hours a day`."""
    return lapse.unit in _SHORT and text.startswith((" a day", " a night", " per day"), lapse.end)


def _bound(document: Document, said: Telling, reckoning: Reckoning) -> bool:
    """Whether the duration is that of the whole stretch between two ends that are known as exactly as it is."""
    lapse, text = reckoning.lapse, document.folded().text
    lead = text[max(lapse.start - _LEAD, 0) : lapse.start]
    if _OTHER_CLAUSE.search(said.text, reckoning.start, reckoning.end) or _OR.search(lead):
        return False
    if lead.endswith(" to ") or _EVERY.search(lead) or (_EACH.match(text, lapse.end) and not _of_a_day(text, lapse)):
        return False
    ends = [time for time in (reckoning.first, reckoning.last) if time is not None]
    if lapse.unit not in _SHORT:
        return lapse.unit not in _YEARS or all(time.dated or time.grain not in _OF_A_YEAR for time in ends)
    if reckoning.form == "ago":  # "as we wrote three weeks ago, 30 June is the last day"
        return False
    if lapse.unit in _HOURS and _far_apart([time.period for time in ends if time.period is not None]):
        return False  # "22 hours of free airtime from May 1 to December 15"
    return all(time.grain not in _LONG for time in ends) and (
        not lapse.attributive or _LASTS.match(text, lapse.end) is not None
    )


def _others(told: Told, said: Telling) -> list[Period]:
    """What the sentences before may have been about."""
    times = [time for one in told.before(said, _BACK) for time in one.times]
    return [time.period for time in times if time.period is not None]


def _in_one_voice(document: Document, said: Telling, found: Misfit) -> bool:
    """Whether all that is compared is the article's own, or all of one quotation."""
    view, reckoning = document.folded(), found.reckoning
    span = view.span(said.origin(reckoning.start), said.origin(reckoning.end))
    if document.quoted.outside(span.start, span.end):
        return True
    return reckoning.last is not None and document.quoted.inside(span.start, span.end)


def _match(document: Document, found: Misfit) -> Match:
    lapse, first, last = found.reckoning.lapse, found.reckoning.first, found.reckoning.last
    view, now = document.folded(), document.derived(moment)
    ends = [time for time in (first, last) if time is not None]
    values = {
        "stated": _words(document, lapse),
        "computed": measured(found.days, lapse, years=coarse(*(time.grain for time in ends))),
    }
    values |= {name: _words(document, time) for name, time in (("first", first), ("last", last)) if time is not None}
    if last is None and now is not None:
        values["date"] = in_words(now.day)
    related = tuple(Compared(view.span(time.start, time.end), role="years") for time in ends)
    return Match(view.span(*_phrase(view.text, found)), values=values, related=related, case=_case(found))


_NEAR: Final = 14  # code points between a duration and an end that is part of the same phrase
_SIDE = lazy(r" (?:ago|later|earlier|before|after|afterwards?|late)\b")


def _phrase(text: str, found: Misfit) -> tuple[int, int]:
    """The duration with what it is joined to without other words: nobody knows which of them is wrong."""
    start, end = found.reckoning.lapse.start, found.reckoning.lapse.end
    side = _SIDE.match(text, end)
    end = side.end() if side is not None else end
    ends = [time for time in (found.reckoning.first, found.reckoning.last) if time is not None]
    for time in (*sorted(ends, key=lambda one: one.start), *sorted(ends, key=lambda one: -one.end)):
        if 0 <= time.start - end <= _NEAR or 0 <= start - time.end <= _NEAR:
            start, end = min(start, time.start), max(end, time.end)
    return start, end


def _case(found: Misfit) -> str:
    if found.reckoning.last is None:
        return "since"
    forward = found.days.low + found.days.high > 0
    return "years" if forward == (found.reckoning.form != "earlier") else "order"


def _words(document: Document, item: Time | Lapse) -> str:
    view = document.folded()
    span = view.span(item.start, item.end)
    return document.prose.text[span.start : span.end]
