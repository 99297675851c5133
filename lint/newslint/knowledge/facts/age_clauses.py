"""Ages that clauses say: "she is 52", "was 30 when … in 2003", "turns 60 in May", "At 63, she is", "died at 91"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import astuple

from newslint.knowledge.facts import age_forms as forms
from newslint.knowledge.facts import reference
from newslint.knowledge.facts.age import Age
from newslint.knowledge.facts.births import death
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.places import with_figures
from newslint.knowledge.words import holding
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.age import Held, Years

_YEAR: Final = r"(?P<year>(?:1[6-9]|20)\d\d)(?![\d%]|[-–]\d)"
_IN_YEAR = lazy(rf"[^.;()]{{0,70}}?\b(?:[Ii]n|of) (?:(?:early|late|mid|[A-Z][a-z]+)[- ])?{_YEAR}")
_NEXT_YEAR = lazy(rf",? in (?:[A-Z][a-z]+ )?{_YEAR}")
_YEAR_BEFORE = lazy(rf"\b[Ii]n {_YEAR},?[^.;()]{{0,30}}\Z")
_BIRTH = lazy(r"\b[Bb]orn\b")
_HAS_DIED = lazy(r"\b(?:died|has died|passed away|was killed|were killed|drowned|(?:found|pronounced|declared) dead)\b")
_NOW_AFTER = lazy(r",? (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<who>[Hh]e|[Ss]he|[A-Z][\w’'-]+)(?: is| has|[’']s| remains)\b")
_LAST, _NEXT = lazy(r"[^.;]{0,30}\blast year\b"), lazy(r"[^.;]{0,30}\bnext (?:year|[A-Z][a-z]+)\b")
_ANY_YEAR = lazy(r"\b(?:(?:1[6-9]|20)\d\d|ago|later|last year)\b")
_PAST = lazy(r"\b(?:[Bb]y the time|when|then|before|after|by|until|since|if|almost|nearly|about|as young as|not)\b")


_DEATH: Final = frozenset("died dies dead passed killed drowned".split())
_OF_HIM, _OF_HER = lazy(r"\b(?:[Hh]e|[Hh]im|[Hh]is)\b"), lazy(r"\b(?:[Ss]he|[Hh]ers?)\b")
_HOURS: Final = 12  # "at six" is a time of day


def in_clauses(document: Document) -> Iterator[Age]:
    """Every age that a verb or "at" tells."""
    text, figures = document.prose.text, document.derived(with_figures)
    for hit in (hit for one in holding(document, _DEATH) for hit in forms.DIED.finditer(text, one.start, one.end)):
        held = reference.subject(document, hit.start())
        held = held if held[1] != "alone" else reference.clause_subject(document, hit.start())
        year = _year(_IN_YEAR.match(hit["between"])) or _year(_NEXT_YEAR.match(text, hit.end()))
        yield from _at_time(hit, held, year or death(document, held[0]))
    for hit in (hit for one in figures for hit in forms.IS.finditer(text, one.start, one.end)):
        yield from _is(document, hit)
    for hit in forms.BIRTHDAY.finditer(text) if "birthday" in text else ():
        yield from _birthday(document, hit)
    for form in (forms.SINCE, forms.FOR_SINCE) if "since " in text else ():
        for hit in form.finditer(text):
            held = reference.clause_subject(document, hit.start())
            yield from _at_time(hit, held, None, past=forms.years(hit["span"]))
    for hit in (hit for one in figures for hit in forms.AT.finditer(text, one.start, one.end)):
        yield from _at(document, hit)


def _year(hit: re.Match[str] | None) -> Years | None:
    return (float(hit["year"]), float(hit["year"]) + 1) if hit else None


def _before(text: str, start: int, end: int) -> Years | None:
    """The year of "In 1990," before an age; not that of a birth."""
    hit = _YEAR_BEFORE.search(text, start, end)
    return None if hit is None or _BIRTH.search(text, start, hit.start()) else _year(hit)


def _at_time(hit: re.Match[str], held: Held, year: Years | None, *, past: int = 0) -> Iterator[Age]:
    """An age in a given year, or at the time of writing, or so many years before it."""
    age = forms.years(hit["age"])
    if age:
        most = max(1, past // 10) if past else 0  # "20 years ago" is rounded
        yield Age(*hit.span("age"), *held, low=age + past - most, high=age + past + most, year=year)


def _is(document: Document, hit: re.Match[str]) -> Iterator[Age]:
    """Of "is 52", "is now, in 2023, 40", "was 30 when the war began in 2003", "turned 60 in May", "will be 70 next year"."""
    text, (start, end) = document.prose.text, astuple(document.sentence_at(hit.start()))
    held, verb = _whose(document, hit), hit["verb"]
    if not hit["old"] and held[1] == "alone" and not hit["in"] and verb != "was":
        return
    if held[1] == "alone" and _OF_HIM.search(text, start, end) and _OF_HER.search(text, start, end):
        return  # "when she was 14 and he was 32"
    if hit["in"]:
        yield from _at_time(hit, held, (float(hit["in"]), float(hit["in"]) + 1))
    elif verb == "was":
        year = _year(_IN_YEAR.match(text, hit.end(), end)) or _before(text, max(hit.start() - 40, start), hit.start())
        if year:
            yield from _at_time(hit, held, year)
        elif held[1] != "alone" and (ago := forms.AGO.match(text, hit.end(), end)):
            yield from _at_time(hit, held, None, past=forms.years(ago["ago"]))
        elif held[1] != "alone" and text.startswith(".", hit.end()) and _has_died(document, held[0], start):
            yield from _at_time(hit, held, death(document, held[0]))
    elif "turn" in verb:
        yield from _turned(text, hit, held, end)
    elif verb in ("is", "’s", "'s") and not _PAST.search(_clause(text[start : hit.start()])):
        yield from _at_time(hit, held, None)


def _has_died(document: Document, person: int, at: int) -> bool:
    """Whether the sentence before an offset says that a person has died, now: then "She was 71." is the age at death."""
    text = document.prose.text
    for span in document.sentences_in(0, at)[-1:]:
        first = next(iter(document.derived(cast).within(span.start, span.end)), None)
        if first is not None and first.person == person and not text.endswith(" of ", 0, first.start):
            return _HAS_DIED.search(text, first.end, span.end) is not None and not _ANY_YEAR.search(
                text, first.end, span.end
            )
    return False


def _clause(before: str) -> str:
    """The words before a verb that are of its own clause."""
    return re.split(r"[,;]| and (?=\Z|he |she )", before)[-1]


def _whose(document: Document, hit: re.Match[str]) -> Held:
    """Whose age a verb says: the subject's right before it, or that of the clause before "and"."""
    if document.prose.text.endswith((" and ", ", "), 0, hit.start("verb")):
        return reference.clause_subject(document, hit.start())
    return reference.subject(document, hit.start() - 1)


def _turned(text: str, hit: re.Match[str], held: Held, end: int) -> Iterator[Age]:
    """The ages at the time of writing that a birthday, past or to come, allows."""
    age, year = forms.years(hit["age"]), _year(_NEXT_YEAR.match(text, hit.end(), end))
    before = 1 if hit["verb"] == "turned" else -1
    if year is not None:
        yield Age(*hit.span("age"), *held, low=age - 1, high=age, year=year)
    elif age and held[1] != "alone":
        if before > 0 and not re.compile(r",? (?:in|on|last|this|earlier|yesterday)\b").match(text, hit.end(), end):
            return
        far = 1 if _LAST.match(text, hit.end(), end) or _NEXT.match(text, hit.end(), end) else 0
        low, high = (age, age + 1 + far) if before > 0 else (age - 1 - far, age - 1)
        yield Age(*hit.span("age"), *held, low=low, high=high)


def _birthday(document: Document, hit: re.Match[str]) -> Iterator[Age]:
    """Of "a month before her 80th birthday", "marked his 60th birthday in May"."""
    age, held = int(hit["nth"]), reference.clause_subject(document, hit.start())
    sentence = document.sentence_at(hit.start())
    if age and held[1] != "alone" and (year := _year(_NEXT_YEAR.match(document.prose.text, hit.end()))):
        yield Age(*hit.span("nth"), *held, low=age - 1, high=age, year=year)
    elif age and held[1] != "alone" and not _ANY_YEAR.search(document.prose.text, sentence.start, sentence.end):
        before = hit["lead"] in forms.BEFORE
        yield Age(*hit.span("nth"), *held, low=age - 1, high=age if before else age + 1)


def _at(document: Document, hit: re.Match[str]) -> Iterator[Age]:
    """Of "joined at 18 in 1990", "In 1990, aged 18,", "At 63, she is"."""
    text, sentence = document.prose.text, document.sentence_at(hit.start())
    if forms.years(hit["age"]) <= _HOURS and "age" not in hit[0]:
        return
    ago = forms.AGO.match(text, hit.end(), min(hit.end() + 24, sentence.end))
    year = _year(_NEXT_YEAR.match(text, hit.end(), sentence.end)) or _before(
        text, max(hit.start() - 40, sentence.start), hit.start()
    )
    if year is not None:
        held = reference.clause_subject(document, hit.start())
        yield from _at_time(hit, held, year)
    elif ago and (held := reference.clause_subject(document, hit.start()))[1] != "alone":
        yield from _at_time(hit, held, None, past=forms.years(ago["ago"]))
    elif (held := _of_now(document, hit))[1] != "alone":
        yield from _at_time(hit, held, None)
    elif hit.start() == sentence.start and (after := _NOW_AFTER.match(text, hit.end(), sentence.end)):
        yield from _at_time(hit, reference.subject(document, after.end("who")), None)


_PERFECT = lazy(  # not "has changed since an accident at age 9"
    r"\b(?:has|have)(?: [a-z-]+){1,3}\b(?:(?!\b(?:since|after|following|from|when|before|until)\b)[^.;:]){0,80}\Z"
)
_NOW_BESIDE = lazy(
    r"\b(?:retires?|retired|steps? down|quits?) (?:this (?:week|month|year|summer|spring|autumn)|today) \Z"
)


def _of_now(document: Document, hit: re.Match[str]) -> Held:
    """Whose age it is at the time of writing, if the perfect tense or a time says that it is: "has jumped … at the age of 92"."""
    text, sentence = document.prose.text, document.sentence_at(hit.start())
    aged = "age" in hit[0] and _PERFECT.search(text, sentence.start, hit.start())
    if aged or _NOW_BESIDE.search(text, sentence.start, hit.start()):
        return reference.clause_subject(document, hit.start())
    return reference.somebody(document, hit.start())
