"""Ages of the one man, girl or driver of an article who has no name: "A nine-year-old boy was saved … The boy, 7, is well"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts import age_forms as forms
from newslint.knowledge.facts.age import Age
from newslint.knowledge.words import holding
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_NOUN: Final = (
    r"(?P<noun>man|woman|boy|girl|teenager|driver|cyclist|passenger|walker|worker|runner|pupil|student|patient|resident|motorist|"
    r"pedestrian|climber|swimmer|sailor|farmer|fisherman|mother|father|hiker|skier|surfer|diver|rider|tourist|pensioner|soldier)"
)
_CUES: Final = frozenset(_NOUN[len("(?P<noun>") : -1].split("|"))
_FIRST: Final = (
    lazy(rf"\b[Aa]n? {forms.YEAR_OLD.pattern} {_NOUN}\b"),
    lazy(
        rf"\b[Aa]n? {_NOUN}(?: of| aged|, aged|,) {forms.NUMBER}(?=[,.]| [a-z])(?! (?:the|a|an|years?|months?|people|men|women)\b)"
    ),
)
_AGAIN: Final = (
    lazy(rf"\b[Tt]he {forms.YEAR_OLD.pattern} {_NOUN}\b"),
    lazy(rf"\b[Tt]he {_NOUN}(?:, (?:aged )?|,? who (?:is|was) ){forms.NUMBER}(?=[,.])"),
)
_LEADS: Final = r"(?:[Aa]nother|[Oo]ther|[Ss]econd|[Ff]irst|[Oo]ne|[Oo]lder|[Yy]ounger|[Ee]lder|[Aa]n?|[Hh]is|[Hh]er)"
_PLURALS: Final = {"man": "men", "woman": "women", "fisherman": "fishermen"}


def same_noun(document: Document) -> Iterator[Age]:
    """The age with which an article brings somebody in, and those that "the boy" has later, if there is one boy only."""
    text = document.prose.text
    spans = [(one.start, one.end) for one in holding(document, _CUES)]
    first: dict[str, list[re.Match[str]]] = {}
    for hit in (hit for form in _FIRST for span in spans for hit in form.finditer(text, *span)):
        if document.quoted.outside(*hit.span()):
            first.setdefault(hit["noun"], []).append(hit)
    later = [hit for form in _AGAIN for span in spans for hit in form.finditer(text, *span)] if first else []
    for hit in later:
        brought = first.get(hit["noun"], [])
        if len(brought) == 1 and brought[0].start() < hit.start() and _alone(text, brought[0]):
            holder = -1 - document.sentence_at(brought[0].start()).start
            yield from (_age(one, holder) for one in (brought[0], hit) if document.quoted.outside(*one.span()))


def _alone(text: str, hit: re.Match[str]) -> bool:
    """Whether the article brings in nobody else by the noun."""
    return all(one.start() < hit.end() and hit.start() < one.end() for one in _others(hit["noun"]).finditer(text))


@cache
def _others(noun: str) -> re.Pattern[str]:
    """What else a noun may be said of: "another man", "his sister, a girl", "men"."""
    return re.compile(rf"\b{_LEADS}(?: [\w’'-]+){{0,2}} {noun}\b|\b{_PLURALS.get(noun, f'{noun}s')}\b")


def _age(hit: re.Match[str], holder: int) -> Age:
    years = forms.years(hit["age"])
    return Age(*hit.span("age"), holder, "alone", low=years, high=years)
