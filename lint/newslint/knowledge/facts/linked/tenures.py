"""How long somebody has held a post, or something has been waited for, against the year of the beginning in another sentence:
`in her nine years in charge … was hired in 2019`, `a 27-year wait … their first title since 1987`.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.facts import reference
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.ordinals import ORDINAL, ordinal
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.time_grammar import NUMBER
from newslint.knowledge.facts.who.humans import humans
from newslint.knowledge.numbers import in_words
from newslint.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.article.document import Document

_N: Final = rf"(?P<n>\d{{1,2}}|(?i:{NUMBER})|a decade)"
_IN: Final = (
    r"(?:in charge|at the helm|in (?:the )?(?:job|post|role|office|power|command|charge|dugout|chair)|as (?:the |its |"
    r"their |a |an |his |her )?[a-z]|"
    r"at the (?:club|company|firm|school|paper|bank|head|wheel|station|museum|theatre|hospital|[A-Z])|at [A-Z]|with the "
    r"(?:club|company|firm|team)|"
    r"running|leading|coaching|managing|there)"
)
_HELD: Final = (
    lazy(rf"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Aa]fter|[Ff]or|[Oo]f) (?:his|her|the|their) {_N}(?P<years> years?)? {_IN}"),
    lazy(rf"\b(?:has|have) (?:spent|served|put in|clocked up) (?:the (?:past|last) )?{_N}(?P<years> years?)? {_IN}"),
    lazy(
        rf"\b(?:has) (?:led|run|managed|headed|chaired|coached|edited|owned|taught|worked|been|served|lived|"
        rf"played)\b[^.;,]{{0,50}}? for (?:the (?:past|last) )?{_N}(?P<years> years?)?(?![\w-])"
    ),
    lazy(
        rf"\b{_N} years? (?P<years>)after (?:he|she|they|[A-Z][\w’'-]+) (?:first |had )?(?:moved|took|came|entered|joined|"
        rf"arrived|became|was (?:elected|appointed|hired|named|sworn))"
    ),
    lazy(rf"\b(?:[Aa]fter|[Ff]or) {_N}(?P<years> years?)? {_IN}"),
    lazy(
        rf"\b(?:[Hh]is|[Hh]er|the|a|’s|'s) {_N}-year (?P<years>)(?:tenure|reign|stint|spell|stewardship|leadership|rule|"
        rf"career at)\b"
    ),
    lazy(
        rf"\b(?:in|into|begins|entering|enters) (?:his|her) (?P<nth>{ORDINAL}) (?P<years>)(?:season|year)\b (?:in|at|as|with|of|on)"
    ),
)
_BEGAN: Final = lazy(
    r"\b(?:(?:was |been )?(?:hired|appointed|named|elected|recruited|signed|promoted|installed|poached|sworn in|ordained)|"
    r"joined|took (?:over|charge|office|up|the (?:job|post|role|reins|helm))|"
    r"became|arrived|moved|bought|founded|set up|opened|started|(?:has|have) (?:run|led|managed|headed|chaired|coached|"
    r"edited|owned|been|held|served|lived)\b[^.;]{0,50}?)"
    r"\b[^.;]{0,60}? (?P<how>in|since) (?:(?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|spring|summer|autumn|winter),? )?(?P<year>(?:19|20)\d\d)\b"
)
_ENDED: Final = lazy(
    r"\b(?:[Hh]is|[Hh]er) (?:wife|husband|father|mother|brother|sister|son|daughter|predecessor|successor|deputy|boss)\b|"
    r"\b(?:until|stepped down|retired|resigned|left|died|late|former|ex-|then|previous(?:ly)?|between|ended|sacked|earlier|"
    r"later|before|again|returned|second (?:spell|stint)|total|combined|first (?:spell|stint))\b"
)
_WAIT: Final = lazy(rf"\b{_N}-year (?:wait|exile|absence|drought|gap|hoodoo|hiatus)\b")
_FIRST: Final = lazy(r"\b[Ff]irst (?!time in\b)[a-z][a-z ’'-]{2,50}? since (?:[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)\b")
_TENTH: Final = 0.06


def tenures(document: Document) -> Iterator[Clash]:
    """Tenures that do not fit the year in which they began."""
    now, text = document.derived(moment), document.prose.text
    if now is None or not now.whole or ("year" not in text and "decade" not in text and "season" not in text):
        return
    year = now.day.year
    yield from _waits(document, year)
    held = [
        (hit, _holder(document, hit))
        for form in _HELD
        for hit in form.finditer(text)
        if hit.groupdict().get("years") is not None or hit.groupdict().get("n") == "a decade"
    ]
    begun = [(hit, _holder(document, hit)) for hit in _BEGAN.finditer(text)] if held else []
    for said, person in held:
        own = [hit for hit, other in begun if person is not None and other == person]
        if (
            not own
            or _apart(document, said)
            or _in_a_part(said, own[0], year)
            or not document.quoted.outside(*said.span())
        ):
            continue
        if (
            not any(_fits(_years(said), year - int(hit["year"])) for hit in own)
            and len({hit["year"] for hit in own}) == 1
        ):
            first = own[0]
            if not _apart(document, first) and not _other_years(document, said, person, year):
                yield Clash(
                    "tenure", Span(*said.span()), (Span(*first.span("year")),), f"{year - int(first['year'])} years"
                )


def _in_a_part(said: re.Match[str], begun: re.Match[str], year: int) -> bool:
    """Whether a shorter tenure may be that of one post in a house that was joined before."""
    return (
        " as " in said[0]
        and _years(said) < year - int(begun["year"])
        and begun[0].startswith(("joined", "hired", "was hired", "signed", "moved", "started", "arrived"))
    )


def _years(hit: re.Match[str]) -> float:
    groups = hit.groupdict()
    if groups.get("nth"):
        return ordinal(groups["nth"].lower()) - 1.0
    written = groups["n"]
    if written == "a decade":
        return 10.0
    return float(written) if written[0].isdigit() else in_words(written.lower()) or 0.0


def _fits(stated: float, computed: float) -> bool:
    return abs(stated - computed) <= 1 + _TENTH * max(stated, computed)


def _apart(document: Document, hit: re.Match[str]) -> bool:
    """Whether a sentence speaks of a time that is over."""
    sentence = document.sentence_at(hit.start())
    return _ENDED.search(document.prose.text, sentence.start, sentence.end) is not None or not document.quoted.outside(
        *hit.span()
    )


_YEAR: Final = lazy(r"\b(?:19|20)\d\d\b")


def _other_years(document: Document, said: re.Match[str], person: int | None, year: int) -> bool:
    """Whether another year that is told of the same person explains the tenure."""
    text = document.prose.text
    for sentence in document.sentences:
        names = {one.person for one in document.derived(cast).within(sentence.start, sentence.end)}
        if (person in names or sentence == document.sentence_at(said.start())) and any(
            _fits(_years(said), year - int(hit[0])) for hit in _YEAR.finditer(text, sentence.start, sentence.end)
        ):
            return True
    return False


def _holder(document: Document, hit: re.Match[str]) -> int | None:
    """Whom a clause is about: the nearest name before it in its sentence, else after it, else whom its pronoun means."""
    who, sentence = document.derived(cast), document.sentence_at(hit.start())
    people = document.derived(humans)
    before = [one for one in who.within(sentence.start, hit.start()) if one.person in people]
    if before:
        return before[-1].person
    pronoun = _PRONOUN.search(document.prose.text, sentence.start, hit.end())
    after = [one for one in who.within(hit.end(), sentence.end) if one.person in people]
    if after and (pronoun is None or pronoun.start() >= hit.start()):
        return after[0].person
    if pronoun is None:
        return None
    sex = "m" if pronoun[0].lower() in ("he", "his") else "f"
    return reference.pronoun(document, sentence.start, sex)


_PRONOUN: Final = lazy(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")


_LAST: Final = lazy(
    rf"\bthe (?:last|previous|most recent) (?:such )?[a-z ]{{3,30}},? (?:was )?(?P<hedge>more than |over |nearly |almost |"
    rf"about )?(?:{_N} years|(?P<tens>two|three|four|five|a) decades?) (?:ago|earlier|before)\b"
)
_SINCE: Final = lazy(
    r"\b(?:deadliest|worst|biggest|largest|first|heaviest|most serious) [a-z ]{2,40}?since (?:[A-Z][a-z]+ )?(?P<year>(?:19|"
    r"20)\d\d)\b"
)


def _waits(document: Document, year: int) -> Iterator[Clash]:
    text = document.prose.text
    for last, since in itertools.product(_LAST.finditer(text), _SINCE.finditer(text)):
        stated = _TENS[last["tens"]] if last["tens"] else _years(last)
        if abs(stated - (year - int(since["year"]))) > max(2, stated / 5) and document.quoted.outside(*last.span()):
            yield Clash("tenure", Span(*last.span()), (Span(*since.span()),), f"{year - int(since['year'])} years")
    waits, firsts = list(_WAIT.finditer(text)), list(_FIRST.finditer(text))
    if len(waits) == 1 and len({hit["year"] for hit in firsts}) == 1:
        wait, first = waits[0], firsts[0]
        years = year - int(first["year"])
        if abs(_years(wait) - years) > 1 and document.quoted.outside(*wait.span()):
            yield Clash("tenure", Span(*wait.span()), (Span(*first.span()),), f"{years} years")


_LENGTH: Final = lazy(
    rf"\b(?:then|afterwards|since then|subsequently|after that|later)\b[^.;]{{0,70}}? for (?:the (?:next|past|last) |more "
    rf"than |over |almost |nearly |about )*(?:(?P<ten>(?:a|two|three|four|five) decades?)(?P<half> and a half)?|{_N} years)"
)
_TENS: Final = {"a": 10.0, "two": 20.0, "three": 30.0, "four": 40.0, "five": 50.0}


def too_long(document: Document) -> Iterator[Clash]:
    """`was dug in 2016 … It then sat in a drawer for a decade and a half`: longer than the time since then."""
    now, text = document.derived(moment), document.prose.text
    if now is None or not now.whole:
        return
    for hit in _LENGTH.finditer(text):
        sentence = document.sentence_at(hit.start())
        near = document.sentences_in(0, sentence.end)[-2:]
        years = [int(year[0]) for year in _YEAR.finditer(text, near[0].start, hit.start())]
        stated = _TENS[hit["ten"].split()[0]] + (5 if hit["half"] else 0) if hit["ten"] else _years(hit)
        if len(set(years)) == 1 and stated > now.day.year - years[0] + 1 and document.quoted.outside(*hit.span()):
            place = next(_YEAR.finditer(text, near[0].start, hit.start()))
            yield Clash("long", Span(*hit.span()), (Span(*place.span()),))
