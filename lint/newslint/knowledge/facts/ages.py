"""Ages: what an article says of how old people are, outside quotations: beside names, in clauses and of dates of birth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from newslint.knowledge.cues import SAYING
from newslint.knowledge.facts import age_forms as forms
from newslint.knowledge.facts import reference
from newslint.knowledge.facts.age import Age
from newslint.knowledge.facts.age_clauses import in_clauses
from newslint.knowledge.facts.age_holders import bands, joined
from newslint.knowledge.facts.age_same_noun import same_noun
from newslint.knowledge.facts.age_unnamed import unnamed
from newslint.knowledge.facts.births import births
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.who.humans import humans
from newslint.knowledge.facts.who.years import reread
from newslint.knowledge.words import holding
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.age import Held

# What shows that an age is that of another time: before it in its sentence, or right after it.
_THEN = lazy(
    r"\b(?:then|at the time|back then|at that time|years (?:ago|earlier|later|before)|archive|file photo|since|when|"
    r"[Ii]n (?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:1[6-9]|20)\d\d)\b"
)
# Years that are not those of the age beside them.
_ELSE = lazy(
    r"\b(?:[Bb]orn\b[^.;]{0,50}?|since (?:[A-Z][a-z]+ )?|at (?:the age of |age )?\d{1,2},? in )(?:1[6-9]|20)\d\d\b"
)
_THEN_AFTER = lazy(r"[,)]?[^.;]{0,40}?\b(?:at the time|when|then|(?:1[6-9]|20)\d\d)\b")
_VERB_AFTER = lazy(r"[,)]+ (?:who )?(?:has |have )?([a-z]+)\b")
_IN_A_YEAR = lazy(r" (?:\w+ ){0,2}(?:in|on|during) (?:[A-Z][a-z]+ )?(?:\d{1,2},? )?(?:1[6-9]|20)\d\d\b")
_YEAR = lazy(r"\b(?:1[6-9]|20)\d\d\b")
_APPOSED = lazy(r"(?:, (?:an?|the|now an?|who is an?|who was an?)| is an?| was an?) \Z")
_THE = lazy(r"\b[Tt]he (?:now )?\Z")
_OLD: Final = frozenset({"old"})
_NEAR: Final = 600  # code points before a description in which its person is named
_BACK: Final = 80  # code points before an age in which its time is looked for


def ages(document: Document) -> tuple[Age, ...]:
    """What the text says of ages and births, in order; use `document.derived(ages)`."""
    found = [*_beside_names(document), *in_clauses(document), *births(document), *bands(document)]
    kept = {(one.start, one.end): one for one in reversed(found) if document.quoted.outside(one.start, one.end)}
    return _settled(document, joined(document.prose.text, sorted(kept.values(), key=lambda one: (one.start, one.end))))


def _settled(document: Document, found: tuple[Age, ...]) -> tuple[Age, ...]:
    """The ages, "The 52-year-old" at the head of a sentence given to the one person of known age, if named last before it."""
    who = document.derived(cast)
    sure = [one for one in found if one.how == "name" and one.holder in who.likely and not one.year]
    found = (*unnamed(document, found), *same_noun(document))
    given = [_given(document, one, {age.holder for age in sure if age.start < one.start}) for one in found]
    return reread(document, given)


def _given(document: Document, one: Age, holders: set[int]) -> Age:
    first = document.sentence_at(one.start).start
    if one.how != "unknown" or len(holders) != 1 or document.prose.text[first : one.start] != "The ":
        return one
    who = document.derived(cast)
    before = [named for named in who.within(max(first - _NEAR, 0), first) if named.person in document.derived(humans)]
    if not before or before[-1].person not in holders or reference.others(document, before[-1].end, first):
        return one
    return replace(one, holder=before[-1].person, how="description")


def now(document: Document, hit: re.Match[str], held: Held | None, group: str | int = "age") -> Iterator[Age]:
    """The age in a group of a hit, if it is that of the time of writing."""
    age, (start, end) = forms.years(hit["age"] if group == 0 else hit[group]), hit.span(group)
    if held is None or not age:
        return
    if not _of_another_time(document, hit.start(), end):
        yield Age(start, end, *held, low=age, high=age)
    elif held[0] < 0 and (year := _only_year(document, start)):
        yield Age(start, end, *held, low=age, high=age, year=(year, year + 1.0))


def _of_another_time(document: Document, start: int, end: int) -> bool:
    text, sentence = document.prose.text, document.sentence_at(start)
    verb = _VERB_AFTER.match(text, end)
    if verb is not None and verb[1] in SAYING and _IN_A_YEAR.match(text, verb.end()) is None:
        return False  # who speaks in the news is as old as the news, whatever year is spoken of
    before = _ELSE.sub("", text[max(sentence.start, start - _BACK) : start])
    after = _ELSE.sub("", text[end : min(end + 90, sentence.end)])
    return _THEN.search(before) is not None or _THEN_AFTER.match(after) is not None


def _only_year(document: Document, at: int) -> int:
    """The one year that a sentence names beside those of births; 0 if it names none or several."""
    sentence = document.sentence_at(at)
    found = set(_YEAR.findall(_ELSE.sub("", document.prose.text[sentence.start : sentence.end])))
    return int(found.pop()) if len(found) == 1 else 0


def _beside_names(document: Document) -> Iterator[Age]:
    """Ages right after a name, and "52-year-old" before or after one, or of somebody described."""
    text, who = document.prose.text, document.derived(cast)
    for one in who.named:
        if (
            one.person in who.likely
            and text.startswith((", ", " ("), one.end)
            and (hit := forms.AFTER.match(text, one.end))
        ) and (hit["age"] or one.person in document.derived(humans)):
            yield from now(document, hit, (one.person, "name"), "age" if hit["age"] else "bracketed")
    for hit in (hit for one in holding(document, _OLD) for hit in forms.YEAR_OLD.finditer(text, one.start, one.end)):
        yield from now(document, hit, _of_year_old(document, hit), 0)


def _of_year_old(document: Document, hit: re.Match[str]) -> Held | None:
    """Whose age "52-year-old" is."""
    text, who, start = document.prose.text, document.derived(cast), hit.start()
    named = next((one for one in who.within(hit.end(), hit.end() + 70) if one.person in who.likely), None)
    if named and forms.TO_NAME.fullmatch(text, hit.end(), named.start):
        if named.start == hit.end() + 1 and text[:start].endswith((" a ", "A ", "\na ")):
            return None  # "a 21-year-old Marsh poses": at another time
        closed = text[named.end : named.end + 1] in (",", ".")
        return (named.person, "name") if closed or "," not in text[hit.end() : named.start] else None
    if (lead := _APPOSED.search(text, max(start - 24, 0), start)) is not None:
        return reference.subject(document, lead.start())
    if _THE.search(text, max(start - 12, 0), start):
        person = reference.described(document, start - 4)
        return reference.somebody(document, start, "unknown") if person is None else (person, "description")
    return None
