"""One life in years: born, so old then, so old now, dead at. What two statements give for the birth must meet.

`1938–2024 … died at the age of 91`, `was made in 1961, when he was just 19`, `Ferhat, 39, … in 1990, when she was nine`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.finding import Span
from newslint.knowledge.facts import reference
from newslint.knowledge.facts.ages import ages
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.time_grammar import NUMBER
from newslint.knowledge.facts.who.humans import humans
from newslint.knowledge.numbers import in_words
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_YEAR: Final = r"(?:1[89]|20)\d\d"
_AGE: Final = (
    rf"(?:just |only |still |barely |already |then )?(?:aged |age )?(?P<age>\d{{1,3}}|{NUMBER})(?![\w%-]| (?:months|weeks|per|"
    rf"points|goals|seats|votes))"
)
_SPAN: Final = lazy(rf"(?:, | \(|: )(?:(?:[a-z]+ )?)(?P<born>{_YEAR})[-–—](?P<died>{_YEAR})\b")
_WHEN: Final = lazy(
    rf"\bin (?:[A-Z][a-z]+ )?(?P<year>{_YEAR}),? (?:when|aged|at|by then|he was|she was)(?: he was| she was| the age of)? ?{_AGE}"
)
_WAS: Final = lazy(
    rf"\b(?:when (?:he|she) was|at the age of|at age|aged|at) {_AGE},? in (?:[A-Z][a-z]+ )?(?P<year>{_YEAR})\b"
)
_DIED: Final = lazy(
    rf"\b(?:died|dies|has died|who died|dead|passed away)\b[^.;]{{0,50}}?(?:at the age of|at age|aged|at) {_AGE}"
)
_KIN: Final = lazy(
    r"\b(?:his|her|their|whose) (?:[a-z]+ )?(?:father|mother|son|daughter|brother|sister|wife|husband|parents?|uncle|aunt|"
    r"grand\w+)\b",
    re.IGNORECASE,
)
_LIFE: Final = 120


class Birth(NamedTuple):
    """What is said of somebody's birth: the first and last year that it allows."""

    person: int
    low: float
    high: float
    span: Span
    now: bool = False


def lives(document: Document) -> Iterator[Clash]:
    """People whose years do not fit each other."""
    found = sorted(_births(document), key=lambda one: one.span)
    for person in dict.fromkeys(one.person for one in found):
        own = [one for one in found if one.person == person]
        base = next((one for one in own if one.low == one.high), own[0])
        for one in own:
            apart = max(one.low - base.high, base.low - one.high)
            if one is not base and 1 <= apart < _LIFE and not (one.now and base.now):
                yield Clash("life", one.span, (base.span,))


def _births(document: Document) -> Iterator[Birth]:
    """All that is said of the births of people, by their number in the cast."""
    now, text, who = document.derived(moment), document.prose.text, document.derived(cast)
    year = now.day.year if now is not None and now.whole else 0
    for age in document.derived(ages):
        if age.holder >= 0 and (age.birth or age.year is not None or year):
            low, high = age.born(float(year) + 0.5 if year else None) or (0.0, 0.0)
            if age.birth and age.year is not None:
                low, high = int(age.year[0]), int(age.year[0])
            yield Birth(age.holder, float(int(low)), float(int(high)), Span(age.start, age.end), now=age.year is None)
    died: dict[int, int] = {}
    for hit in _SPAN.finditer(text):
        named = [one for one in who.within(max(hit.start() - 40, 0), hit.start()) if one.end == hit.start()]
        if named:
            died[named[0].person] = int(hit["died"])
            yield Birth(named[0].person, float(hit["born"]), float(hit["born"]), Span(*hit.span("born")))
    for hit in (hit for form in (_WHEN, _WAS) for hit in form.finditer(text)):
        person, age_then = _person(document, hit), _number(hit["age"])
        if person is not None and age_then:
            yield Birth(
                person, float(hit["year"]) - age_then - 1, float(hit["year"]) - age_then, Span(*hit.span("age"))
            )
    for hit in _DIED.finditer(text):
        person, age_then = _person(document, hit), _number(hit["age"])
        end = died.get(person, 0) if person is not None else 0
        if person is not None and age_then and end:
            yield Birth(person, float(end - age_then - 1), float(end - age_then), Span(*hit.span("age")))


def _number(written: str) -> int:
    return int(written) if written.isdigit() else int(in_words(written) or 0)


def _person(document: Document, hit: re.Match[str]) -> int | None:
    """Whose age it is: the one person of the sentence before the words, or whom a pronoun means."""
    text, sentence, who = document.prose.text, document.sentence_at(hit.start()), document.derived(cast)
    if _KIN.search(text, sentence.start, hit.end()) or not document.quoted.outside(*hit.span()):
        return None
    named = {one.person for one in who.within(sentence.start, hit.start()) if one.person in document.derived(humans)}
    if len(named) == 1:
        return named.pop()
    if named:
        return None
    if len(document.derived(humans)) and (only := _subject(document)) is not None:
        return only
    sex = "f" if " she " in text[sentence.start : hit.end()] or " her " in text[sentence.start : hit.end()] else "m"
    return reference.pronoun(document, sentence.start, sex)


def _subject(document: Document) -> int | None:
    """Whom an article that is headed by a life is about."""
    text, who = document.prose.text, document.derived(cast)
    head = next((one for one in document.segments if one.kind == "headline"), None)
    hit = _SPAN.search(text, head.start, head.end) if head is not None else None
    named = [one for one in who.within(0, hit.start()) if one.end == hit.start()] if hit is not None else []
    return named[0].person if named else None
