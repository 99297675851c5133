"""How many children somebody is a parent of: `mother-of-three Kelly Dunn`, `Mrs Dunn, a mother of two`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.people import cast
from newslint.knowledge.numbers import read as numbers
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_PARENT: Final = lazy(
    r"\b(?P<kin>(?:grand)?(?:mother|father|mum|mom|dad|parent|ma|pa))(?:-of-| of )(?P<n>two|three|four|five|six|seven|"
    r"eight|nine|ten|\d{1,2})\b(?! (?:young )?(?:girls|boys|sons|daughters))",
    re.IGNORECASE,
)
_SEX: Final = {"mum": "mother", "mom": "mother", "dad": "father"}
_BEFORE: Final = lazy(
    r"(?:, (?:\d\d, )?(?:who is )?(?:an? |the )?(?:[a-z-]+ ){0,2}| (?:is|was) an? (?:[a-z-]+ ){0,2}| \(\d\d\), (?:an? )?)\Z"
)
_AFTER: Final = lazy(r",? (?:[A-Z][a-z]+\.? )?\Z")
_REACH: Final = 40


def parents(document: Document) -> Iterator[Clash]:
    """People who are said to have two numbers of children."""
    text = document.prose.text
    first: dict[tuple[int, str], tuple[float, Span]] = {}
    for hit in _PARENT.finditer(text) if " of " in text or "-of-" in text else ():
        person = _person(document, hit)
        if person is None or not document.quoted.outside(*hit.span()):
            continue
        kin = hit["kin"].lower()
        key = person, _SEX.get(kin, kin)
        number, span = next(one.value for one in numbers(hit["n"])), Span(*hit.span())
        known = first.setdefault(key, (number, span))
        if known[0] != number:
            yield Clash("children", span, (known[1],))


def _person(document: Document, hit: re.Match[str]) -> int | None:
    """The index of whoever is named right after the words, or right before."""
    text, who = document.prose.text, document.derived(cast)
    after = next(iter(who.within(hit.end(), hit.end() + _REACH)), None)
    if after is not None and _AFTER.fullmatch(text, hit.end(), after.start):
        return after.person
    before = [*who.within(max(hit.start() - _REACH, 0), hit.start())]
    if before and _BEFORE.fullmatch(text, before[-1].end, hit.start()):
        return before[-1].person
    return None
