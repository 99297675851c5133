"""Portfolios: of what somebody is minister or secretary, and where ambassador: "Finance Minister Ann Lowe", "the envoy to Peru"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.roles import Trait
from newslint.knowledge.facts.who.seats import NOT_NOW, STYLES
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.people import Named

# Departments by name; words between commas name one, or two that one person often has together.
_DEPARTMENTS: Final = (
    "finance, economy, economics, treasury, budget, planning",
    "defence, defense",
    "foreign, external affairs, foreign affairs",
    "interior, home, home affairs, internal affairs, police",
    "health, public health",
    "education, schools",
    "justice",
    "transport, transportation, infrastructure, roads",
    "environment, climate, energy, water, oil, petroleum, mines, mining",
    "culture, sports, sport, youth, tourism, arts, media, information",
    "agriculture, farming, fisheries, food",
    "labour, labor, employment, welfare, pensions, social affairs, housing",
    "trade, commerce, industry, business",
    "science, research, technology, digital, communications",
    "immigration, migration",
)
_GROUP: Final = {name: str(number) for number, names in enumerate(_DEPARTMENTS) for name in names.split(", ")}
_NAME: Final = "|".join(sorted(_GROUP, key=len, reverse=True))
_ROLE: Final = r"(?P<role>[Mm]inister|[Ss]ecretary)"
_OFFICE: Final = (
    rf"(?:(?P<one>(?i:{_NAME})) {_ROLE}|(?P<role2>[Mm]inister|[Ss]ecretary) (?:of|for) (?:the )?"
    rf"(?P<other>(?i:{_NAME})))"
)
_END: Final = rf"(?!,? (?:and|&) (?:[Tt]he )?(?i:{_NAME})\b|[\w-])"  # of finance and trade: both
_NOT_OF_NEXT: Final = r"(?! [A-ZÀ-Þ])"  # "X, Interior Secretary Y": Y is, X is not
_BEFORE: Final = lazy(rf"(?<![\w-]){_OFFICE},? {STYLES}\Z")
_AFTER: Final = lazy(
    rf",(?: who (?:is|has been))? (?:the |an? |its |their )?(?:[A-Z][\w’'-]+ )?(?:country[’']s )?{_OFFICE}{_END}{_NOT_OF_NEXT}",
)
_ENVOY: Final = (
    r"(?P<envoy>[Aa]mbassador|[Ee]nvoy|[Cc]onsul(?: general)?) (?:to|in) (?:the )?"
    r"(?P<where>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_SENT_BEFORE: Final = lazy(rf"(?<![\w-]){_ENVOY}, {STYLES}\Z")
_SENT_AFTER: Final = lazy(rf",(?: who (?:is|has been))? (?:the |an? |its |their )?(?:[A-Z][\w’' -]+?)?{_ENVOY}")
_CUES: Final = ("inister", "ecretary", "mbassador", "nvoy", "onsul")
_REACH: Final = 80  # code points beside a name
_FORMS: Final = ((_BEFORE, _AFTER), (_SENT_BEFORE, _SENT_AFTER))


def portfolios(document: Document) -> tuple[Trait, ...]:
    """The portfolios said beside names, in order; use `document.derived(portfolios)`.  The value is that of the department."""
    return tuple(trait for one in document.derived(cast).named for trait in _beside(document, one))


def _beside(document: Document, one: Named) -> Iterator[Trait]:
    text = document.prose.text
    if not document.quoted.outside(one.start, one.end):
        return
    left, right = max(one.start - _REACH, 0), one.end + _REACH
    if not any(text.find(cue, left, right) >= 0 for cue in _CUES):
        return
    for before, after in _FORMS:
        for hit in (before.search(text, left, one.start), after.match(text, one.end, right)):
            if hit is not None and not NOT_NOW.search(text, max(hit.start() - 12, 0), hit.start()):
                yield _trait(hit, one.person)


def _trait(hit: re.Match[str], person: int) -> Trait:
    said = hit.groupdict()
    if said.get("envoy"):
        return Trait(hit.start("envoy"), hit.end("where"), person, "portfolio", said["where"], "envoy")
    first, role = ("one", "role") if said["one"] else ("role2", "other")
    span = (hit.start(first), hit.end(role))
    name = (said["one"] or said["other"]).lower()
    return Trait(*span, person, "portfolio", _GROUP[name], (said["role"] or said["role2"]).lower())
