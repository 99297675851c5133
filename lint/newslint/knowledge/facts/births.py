"""Births: "born in Leeds in 1950", "born on 11 February 1932", "(born 1961)", and whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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

_VERB = lazy(r"(?:,? who)?(?: was| is)?,? \(?\Z")
_NEXT = lazy(r"[^.;\n]{0,60}?, (?:(?P<who>[Hh]e|[Ss]he)\b|(?=[A-Z]))")


def births(document: Document) -> Iterator[Age]:
    """Every date of birth, in order of its forms."""
    text = document.prose.text
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
