"""timeline: something described as past, on a day after the article's date."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match
from newslint.knowledge.dates import dates
from newslint.knowledge.published import SOURCES, article_date, parse_day
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.dates import Written
    from newslint.knowledge.published import Trusted

# What, after the verb or as the verb, lets a sentence in the past tense speak of a day to come.
_TO_COME = lazy(
    r"\b(?:will|would|won't|shall|to(?! (?:the|an?|his|her|its|their|this|that|those|these|him|"
    r"them|\d+)\b)|due|until|till|effective|starting|beginning|scheduled?|slated|"
    r"schedules|planned|plans|appl(?:y|ies|icable)|expect(?:s|ed)?|set|may|might|could|should|can|must|if|next|coming|"
    r"upcoming|future|deadline|expir\w+|extend\w*|postponed?|delay\w*|"
    r"moved|pushed|predict\w*|forecast\w*|propos\w+|is|are|'s|'re|'ll|dated|dating|as of|"
    r"rescheduled|nominat\w+|ends?|lapses?|starts|begins|takes|runs|opens|"
    r"closes|falls|comes|goes|retires|leaves|returns|turns|kicks|concludes|resumes|marks|reopens|"
    r"(?:that|which|who) [a-z]+s)\b"
)
_INVENTED = lazy(
    r"\b(?:imagine\w*|novel|films?|movies?|fiction\w*|tickets?|premier\w*|episode|updated|posted by|"
    r"corrected|correction|register|webinar|rsvp|sign up|join us|save the date)\b"
)
_PAST = lazy(
    r"\b(?:was|were|had|did|(?!united\b)[a-z]{2,}(?<!ne)(?<!ee)ed|said|told|took|made|went|came|began|broke|"
    r"held|met|won|lost|left|found|fell|rose|shot|struck|hit|gave|got|saw|"
    r"stood|spoke|wrote|ran|led|fled|sank|drove|sent|paid|sold|bought|brought|became|put|cut|shut|"
    r"set|took|taken|seen|shown|taken|pictured|wounded|killed)\b"
)
# Things that may have been arranged earlier for a later day.
_ARRANGED = lazy(
    r"(?:ing|votes?|elections?|polls?|trial|retrial|match|game|summit|talks|concert|rally|debate|"
    r"referendum|ballot|ceremony|inauguration|show|event|date|"
    r"appearance|return|start|end|primary|session|conference|protests?|march|strike|holiday|visit|"
    r"tour|flights?|exams?|race|festival|effect|force) on \Z"
)
# The event that a noun names, whatever verb goes before: "held for the signing of the treaty on".
_OF_AN_EVENT = lazy(
    r"\b(?:the|an?|its|his|her|their|this) (?:[a-z]+ )?"
    r"(?:[a-z]+ing|launch|start|end|inauguration|ratification|release|celebration) "
    r"of [^,;.]{1,90} on \Z"
)
# A sentence that announces something, however far the participle is from its verb: "there will be a meeting held on".
_ANNOUNCED = lazy(r"\b(?:will|shall|won't|'ll)\b")
_OR_LATER = lazy(r",? ?(?:(?:or|and) (?:later|after|thereafter|beyond|onwards?)|onwards?)\b")
_ENTRY = lazy(r"[*_]* ?[:|•·@→–—-]")  # after a date with which a line begins: an entry of a timetable
_ON = lazy(r"\bon \Z|\A\Z")
_MODAL = 24  # code points before a verb in which to look for `will have been`
_CLAUSE = lazy(r"[;:—]")


class Timeline(Check, frozen=True, kw_only=True):
    """A full date after the article's day, in a sentence whose verb is past and that has nothing to come in it.

    A day more is granted for time zones, and all days up to the last change that the metadata name. Two such dates
    or more mean an article that was carried on, and are not judged.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = dict.fromkeys(SOURCES, frozenset({"date"}))
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """A date's year of this century."""
        return (", 20", *(f"{letter} 20" for letter in "yhletr"))

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for the date that comes too late, if one does."""
        trusted = unit.document.derived(article_date)
        if trusted is not None and (later := _later(unit.document, trusted)):
            found = list(_events(unit.document, trusted, later))
            # Two days or more that come too late: the article has been carried on, and its date is that of its beginning.
            yield from found if len({match.text for match in found}) == 1 else ()


_CARRIED_ON: Final = datetime.timedelta(days=366)  # a page with later dates than that has been revised


def _later(document: Document, trusted: Trusted) -> list[Written]:
    limit = max(trusted.day, _changed(document) or trusted.day) + datetime.timedelta(days=1)
    found = (written for written in document.derived(dates) if written.year >= trusted.day.year and not written.invalid)
    return [w for w in found if limit < min(w.dates(w.year)) <= trusted.day + _CARRIED_ON]


def _changed(document: Document) -> datetime.date | None:
    """The day of the last change according to the metadata: the text may describe events up to then."""
    field = document.field("modified")
    return parse_day(field.value) if field is not None and document.settings.date is None else None


def _events(document: Document, trusted: Trusted, later: list[Written]) -> Iterator[Match]:
    view = document.folded()
    for written in later:
        span = view.span(written.start, written.end)
        sentence = document.sentence_at(span.start)
        segment = document.segment_at(span.start)
        start, end = view.locate(sentence.start), view.locate(sentence.end)
        before, after = view.text[start : written.start], view.text[written.end : end]
        if segment is None or segment.kind not in _TOLD or not _ON.search(before[-8:]):
            continue
        before = _CLAUSE.split(before)[-1]
        if _told_as_past(before, after) and not _ARRANGED.search(before) and not _OF_AN_EVENT.search(before):
            yield Match(
                span,
                text=document.prose.text[span.start : span.end],
                values={"date": _label(trusted.day)},
                case=trusted.source,
            )


def _told_as_past(before: str, after: str) -> bool:
    """Whether the last verb before a date is past and nothing after it looks ahead; else the same of what follows the date."""
    if _OR_LATER.match(after) or (not before.strip("*_ ") and _ENTRY.match(after)) or _ANNOUNCED.search(before):
        return False
    verb = max(_PAST.finditer(before), key=re.Match.start, default=None)
    told = before[max(verb.start() - _MODAL, 0) :] if verb is not None else f"{before} {after}"
    if verb is None and _PAST.search(after) is None:
        return False
    return _TO_COME.search(told) is None and _INVENTED.search(f"{before} {after}") is None


_TOLD: Final = frozenset({"paragraph", "list-item", "caption"})


def _label(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"
