"""Origins: in which town people are said to have been born: "born in Cardiff", "his native Swansea", "a native of Hull"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge import gazetteer
from newslint.knowledge.facts import reference
from newslint.knowledge.facts.roles import Trait
from newslint.knowledge.facts.who.doings import doings
from newslint.knowledge.facts.who.links import meant_at
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_NATIVE: Final = lazy(r"\b(?P<whose>[Hh]is|[Hh]er) native (?P<town>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?)")
_OF: Final = lazy(r"(?:, |\bis |\bwas )an? native of (?P<town>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?)")
_TOWN: Final = lazy(
    r"\bborn(?: on [^,.;]{3,20},?)?(?: and (?:raised|bred|brought up|grew up))? in (?P<town>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?)"
)
_MONTHS: Final = frozenset(
    "January February March April May June July August September October November December".split()
)


def origins(document: Document) -> tuple[Trait, ...]:
    """The towns, nations left out, in order; use `document.derived(origins)`."""
    found = [*_born(document), *_natives(document)]
    kept = (each for each in found if each.value not in gazetteer.nations() and each.value not in _MONTHS)
    return tuple(sorted(kept, key=lambda trait: trait.start))


def _born(document: Document) -> Iterator[Trait]:
    text = document.prose.text
    for one in document.derived(doings):
        if one.verb == "bear" and one.passive and one.who >= 0 and not one.negated:
            hit = _TOWN.match(text, one.start)
            if hit is not None:
                yield _trait(hit, one.who)


def _natives(document: Document) -> Iterator[Trait]:
    for hit in _NATIVE.finditer(document.prose.text):
        person = meant_at(document, *hit.span("whose"))
        if person is not None and person >= 0 and document.quoted.outside(*hit.span()):
            yield _trait(hit, person)
    for hit in _OF.finditer(document.prose.text):
        person, how = reference.subject(document, hit.start() if hit[0][0] == "," else hit.start() - 1)
        if how != "alone" and person >= 0 and document.quoted.outside(*hit.span()):
            yield _trait(hit, person)


def _trait(hit: re.Match[str], person: int) -> Trait:
    return Trait(hit.start(), hit.end(), person, "born", hit["town"], "person")
