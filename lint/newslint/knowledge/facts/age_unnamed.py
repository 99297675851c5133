"""Ages of people without names: "A 34-year-old man was arrested. The 34-year-old …" are of one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import astuple, replace

from newslint.finding import Span
from newslint.knowledge.facts import age_forms as forms
from newslint.knowledge.facts import reference
from newslint.knowledge.facts.age import Age
from newslint.knowledge.facts.people import cast
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document

_NEW = lazy(
    rf"\b[Aa]n? (?:(?P<old>{forms.YEAR_OLD.pattern})|(?P<band>teenager|octogenarian|septuagenarian|nonagenarian|"
    rf"sexagenarian|pensioner|child))"
    r"(?: (?P<noun>[a-z-]+))?"
    rf"|\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?P<who>man|woman|boy|girl|teenager|driver|cyclist|passenger|walker|"
    rf"worker|runner|pupil|student|"
    rf"patient|resident|motorist|pedestrian|climber|swimmer|sailor|farmer|fisherman|mother|father)(?: (?:of|aged)|,(?: aged)?) "
    r"(?P<years>\d\d)(?=,| [a-z]|\.)"
)
_ON = lazy(
    r"(?:[’']s)?(?:,| (?:who|was|is|will|has|had|did|remains?|appeared|pleaded|den\w+|told|said|died|suffered|"
    r"lives?|from)\b)"
)
# What a sentence may begin with before "the 52-year-old", and what joins a clause that begins with it.
_LEAD = lazy(r"(?:(?:[A-Z][a-z]+|The [a-z]+) (?:said|say|added|believe|confirmed) (?:that )?)?[Tt]he ")
_JOINED = lazy(r"[,;] (?:where|and|but|before|as|while|after which) the \Z")
_BANDS = {"pensioner": (50, 115), "child": (0, 17)}


def unnamed(document: Document, found: Sequence[Age]) -> tuple[Age, ...]:
    """The ages, and those of people whom the sentence before "The 34-year-old …" brings in without a name."""
    return tuple(_unnamed(document, found))


def _unnamed(document: Document, found: Sequence[Age]) -> Iterator[Age]:
    for one in found:
        first = _brought_in(document, one) if one.how == "unknown" else None
        if first is None:
            yield one
        else:
            yield first
            yield replace(one, holder=first.holder, how="alone")


def _brought_in(document: Document, one: Age) -> Age | None:
    """The age of the only person in the sentence before, or before a conjunction in its own, if a verb follows the age."""
    text, sentence = document.prose.text, document.sentence_at(one.start)
    before: Span | None = None
    if _JOINED.search(text, sentence.start, one.start):
        before = Span(sentence.start, one.start)
    elif _LEAD.fullmatch(text, sentence.start, one.start):
        before = next((s for s in reference.sentences_before(document, one.start) if s.start < sentence.start), None)
    else:
        return None
    hits = [*_NEW.finditer(text, before.start, before.end)] if before is not None else []
    if (
        before is None
        or len(hits) != 1
        or not document.quoted.outside(*astuple(before))
        or _others(document, before, hits[0])
    ):
        return None
    noun = hits[0]["noun"] or hits[0]["who"]
    end = one.end + len(noun) + 1 if noun and text.startswith(f" {noun}", one.end) else one.end
    return _age(hits[0], before.start) if _ON.match(text, end) else None


def _age(hit: re.Match[str], start: int) -> Age:
    group = "old" if hit["old"] else "years" if hit["years"] else "band"
    age = forms.years(hit["age"] or hit["years"]) if hit["old"] or hit["years"] else 0
    low, high = (age, age) if age else _BANDS.get(hit["band"]) or forms.BANDS[hit["band"]]
    return Age(*hit.span(group), -1 - start, "alone", low=low, high=high)


def _others(document: Document, sentence: Span, hit: re.Match[str]) -> bool:
    """Whether the sentence is about more people than the one of the hit."""
    text, who = document.prose.text, document.derived(cast)
    if any(one.person in who.human for one in who.within(sentence.start, sentence.end)):
        return True
    rest = text[sentence.start : hit.start()] + "|" + text[hit.end() : sentence.end]
    return reference.UNNAMED.search(rest) is not None or forms.YEAR_OLD.search(rest) is not None or " another " in rest
