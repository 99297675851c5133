"""What happens once, and has two dates: `whose departure is set for September … will leave in April`; two last days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.knowledge.calendars import month_number
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.who.humans import humans
from newslint.knowledge.headline import stem
from newslint.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.finding import Span

_MONTHS: Final = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|"
    "dec(?:ember)?"
)
_DATE: Final = (
    rf"(?P<date>(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{_MONTHS})\b\.?(?: (?P<us>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?(?!\d))?(?:,? (?P<year>20\d\d))?)"
)
# Events that an article has one of, in the words that name them; those of the first table are somebody's.
_OWNED: Final = {
    "leave": (
        r"leav(?:e|es|ing)|depart(?:s|ure|ing)?|step(?:s|ping)? down|stand(?:s|ing)? down|exit|retire(?:s|ment)?|last day|quit"
    ),
    "join": r"join(?:s|ing)?|tak(?:e|es|ing) (?:over|up)|start(?:s|ing)? work|begin(?:s)? (?:his|her) (?:term|job)|sworn in",
}
_SHARED: Final = {
    "vote": r"vote|ballot|referendum|have (?:their|its) say|go to the polls|polling day",
    "open": r"re-?open(?:s|ing)?|open(?:s|ing)? (?:to|its|their)\b|opening|doors open",
    "close": r"clos(?:e|es|ing|ure)|shut(?:s|ting)?",
    "trial": r"(?:go|goes|going) on trial|trial (?:will|is|begins|opens|starts)|stand trial",
    "funeral": r"funeral|burial|be buried",
    "publish": r"publish(?:ed)?|publication|come out|go on sale",
    "comment": (
        r"comments?|comment period[a-z ]*|views|submissions?|appl(?:y|ications?)|entries|bids|responses?|objections?|feedback|"
        r"consultation"
    ),
}
_AHEAD: Final = lazy(
    r"\b(?:will|is to|are to|to be|set (?:for|to)|due|planned|scheduled?|expected|until|must|would|plans? to|closes? on|"
    r"opens? on)\b"
)
_LINK: Final = r"\b[^.;:]{0,45}? (?:in|on|for|until|by|before|from)(?: early| late| mid-?| the end of| the start of)? "
_TO_GIVE: Final = lazy(
    rf"\b(?:have|has|had|given) until (?:the end of )?{_DATE} to (?:give|submit|comment|apply|send|object|respond|register|"
    rf"make|enter|reply|say|appeal)\b"
)
_MOVED: Final = lazy(
    r"\b(?:extend\w*|original\w*|delay\w*|postpon\w*|earlier|previous\w*|instead|moved|brought forward|again|first|another|"
    r"second|initial\w*|phase|"
    r"last (?:year|month)|former|either|could|might|some|other|each|every|annual|not before|at the earliest|between|if|"
    r"unless|after|next year)\b"
)


class Dated(NamedTuple):
    """A day or month, with its place in the folded text and the sentence that it is told in."""

    month: int
    day: int
    year: int
    start: int
    end: int
    sentence: Span


def once(document: Document) -> Iterator[Clash]:
    """Events to come that have two dates."""
    view = document.folded()
    told: dict[str, Dated] = {}
    for sentence in document.sentences:
        start, end = view.locate(sentence.start), view.locate(sentence.end)
        if not _AHEAD.search(view.text, start, end) or not document.quoted.outside(sentence.start, sentence.end):
            continue
        if _MOVED.search(view.text, start, end) or len(list(_ANY.finditer(view.text, start, end))) != 1:
            continue
        for name, form in _FORMS:
            hit = form.search(view.text, start, end)
            key = _key(document, name, sentence) if hit is not None else ""
            if hit is None or not key:
                continue
            one = _dated(hit, sentence)
            known = told.setdefault(key, one)
            if known.sentence != sentence and _differ(known, one):
                yield Clash("once", view.span(one.start, one.end), (view.span(known.start, known.end),))
                return


_ANY: Final = lazy(_DATE)
_FORMS: Final = (
    *((name, lazy(rf"\b(?:{words}){_LINK}{_DATE}")) for name, words in (*_OWNED.items(), *_SHARED.items())),
    ("comment", _TO_GIVE),
)


def _dated(hit: re.Match[str], sentence: Span) -> Dated:
    return Dated(
        month_number(hit["month"].rstrip(".")),
        int(hit["day"] or hit["us"] or 0),
        int(hit["year"] or 0),
        *hit.span("date"),
        sentence,
    )


def _key(document: Document, name: str, sentence: Span) -> str:
    """What an event is known by: its name, and whose it is."""
    if name not in _OWNED:
        return name
    named = document.derived(cast).within(sentence.start, sentence.end)
    people = {one.person for one in named if one.person in document.derived(humans)}
    return f"{name} {people.pop()}" if len(people) == 1 else ""


def _differ(one: Dated, other: Dated) -> bool:
    """Whether two dates cannot be one: another month or, if both say it, another day or year."""
    if one.month != other.month:
        return True
    return bool(one.day and other.day and one.day != other.day) or bool(
        one.year and other.year and one.year != other.year
    )


_UNTIL: Final = lazy(
    rf"\b(?P<what>[a-z]{{3,}}) until (?:at least )?(?:the (?:end|start|beginning|middle|spring|summer|autumn) of "
    rf")?(?:early |late |mid-)?(?:(?:{_MONTHS})\.? )?(?P<year>20\d\d)\b"
)
_TOP: Final = frozenset({"headline", "dek", "caption", "list-item", "subhead"})


def until(document: Document) -> Iterator[Clash]:
    """`keep the pool open until 2026` over a text in which it stays open until the end of March 2025."""
    view = document.folded()
    tops: dict[str, tuple[str, Span]] = {}
    body: dict[str, list[tuple[str, Span]]] = {}
    for hit in _UNTIL.finditer(view.text):
        span = view.span(*hit.span())
        segment = document.segment_at(span.start)
        if segment is not None and document.quoted.outside(span.start, span.end):
            if segment.kind in _TOP:
                tops.setdefault(stem(hit["what"]), (hit["year"], span))
            else:
                body.setdefault(stem(hit["what"]), []).append((hit["year"], span))
    for word, (year, span) in tops.items():
        years = {other for other, _ in body.get(word, [])}
        if len(years) == 1 and year not in years:
            yield Clash("once", span, (body[word][0][1],))
