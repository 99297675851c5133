"""Births: "born in Leeds in 1950", "born on 11 February 1932", "(born 1961)", "Ann Lowe, 1938–2024", and whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.calendars import month_number
from newslint.knowledge.facts import age_forms as forms
from newslint.knowledge.facts import reference
from newslint.knowledge.facts.age import Age
from newslint.knowledge.facts.people import cast
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.age import Held, Years

_SHORTEST: Final = 12  # years: shorter spans may be those of an office
_VERB = lazy(r"(?:,? who)?(?: was| is)?,? \(?\Z")
# Years of birth and death after a name, in headlines, too: "Ann Lowe, 1938–2024", "Ann Lowe (1938-2024)".
_LIFE = lazy(
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+)(?:,| \(|:) ?\(?(?P<year>1[6-9]\d\d|20\d\d) ?[-–—] ?(?P<death>1[6-9]\d\d|20\d\d)(?=[).,;\s]|\Z)"
)
_NEXT = lazy(r"[^.;\n]{0,60}?, (?:(?P<who>[Hh]e|[Ss]he)\b|(?=[A-Z]))")


class Life(Struct, frozen=True):
    """The years of birth and death that follow somebody's name: [start, end) of the first in the prose."""

    start: int
    end: int
    person: int
    birth: int
    death: int


def lives(document: Document) -> tuple[Life, ...]:
    """The years of lives, in order; use `document.derived(lives)`."""
    who = document.derived(cast)
    surnames = {person.surname: index for index, person in enumerate(who.persons) if person.full and person.sole}
    found = []
    for hit in _LIFE.finditer(document.prose.text):
        named = who.ending.get(hit.end("name"))
        person = surnames.get(hit["name"]) if named is None else named.person
        birth, death = int(hit["year"]), int(hit["death"])
        if person is not None and person in who.likely and birth + _SHORTEST < death <= birth + forms.OLDEST:
            found.append(Life(*hit.span("year"), person, birth, death))
    return tuple(found)


def death(document: Document, person: int) -> Years | None:
    """When somebody died whose life the text gives in years; None if it does not."""
    years = next((one.death for one in document.derived(lives) if one.person == person), None)
    return None if years is None else (float(years), years + 1.0)


def births(document: Document) -> Iterator[Age]:
    """Every date of birth, in order of its forms."""
    text = document.prose.text
    for one in document.derived(lives):
        yield Age(one.start, one.end, one.person, "name", year=(float(one.birth), one.birth + 1.0))
    for hit in (
        forms.BORN.finditer(text) if "orn " in text or "atched " in text or "oaled " in text or "b. " in text else ()
    ):
        held = _whose(document, hit)
        if held is not None:
            yield _birth(hit, held)


def _birth(hit: re.Match[str], held: Held) -> Age:
    return Age(*hit.span("year"), *held, year=_when(hit))


def _when(hit: re.Match[str]) -> Years:
    """The interval of a year, a month or a day."""
    year = float(hit["year"])
    if "month" not in hit.re.groupindex or hit["month"] is None:
        return year, year + 1
    month = month_number(hit["month"].lower().rstrip("."))
    day = hit["day"] or hit["us"]
    first = year + (month - 1) / 12
    return (first + (int(day) - 1) / 372, first + int(day) / 372) if day else (first, first + 1 / 12)


def _whose(document: Document, hit: re.Match[str]) -> Held | None:
    """Whose birth it is: the name or pronoun before "was born", or the subject after "Born in 1948,"."""
    text, who, sentence = document.prose.text, document.derived(cast), document.sentence_at(hit.start())
    if hit["verb"][0] == "B" and hit.start() == sentence.start:
        after = _NEXT.match(text, hit.end(), sentence.end)
        if after is None:
            return reference.somebody(document, hit.start())
        if after["who"]:
            person = reference.pronoun(document, sentence.start, "f" if after["who"].lower() == "she" else "m")
            return None if person is None else (person, "pronoun")
        named = who.within(after.end(), after.end() + 30)
        if named and text[after.end() : named[0].start].count(" ") <= 2:
            return named[0].person, "name"
        return reference.somebody(document, hit.start())
    lead = _VERB.search(text, max(hit.start() - 16, sentence.start), hit.start())
    return reference.subject(document, lead.start() if lead else hit.start())
