"""Editions and anniversaries against the year of the first, in another sentence, or where not even this year can be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.moment import moment
from newslint.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.article.document import Document

_FIRST: Final = lazy(
    r"\b(?:first (?:[a-z'’-]+ ){0,4}(?:was |were )?(?:held|run|staged|played|hosted|awarded|published|took place|set sail)|"
    r"(?:was |were |been )?"
    r"(?:founded|established|formed|opened|set up|launched|inaugurated|created|built|started|began|incorporated))"
    r"(?: [a-z'’-]+){0,5}? in (?:[a-z]+ )?(?P<year>1[5-9]\d\d|20\d\d)\b"
)
_KEPT: Final = lazy(
    r"\b(?P<nth>\d{1,3})(?:st|nd|rd|th)(?: [a-z]+)?[ -](?P<what>anniversary|edition|festival|running|staging|season|"
    r"annual)\b(?! (?:of|since))"
    r"|\b(?:a|its|the|their) (?P<birth>\d{1,3})(?:st|nd|rd|th) (?:birthday|jubilee)\b|\b(?:it|which|that) (?:turned|turns|"
    r"will turn) (?P<age>\d{2,3})\b"
    r"|\b(?:race|show|fair|festival|tournament|event|parade|regatta|rally|competition|championship|contest|marathon|"
    r"ceremony|carnival|concert)s?, (?:the|its) (?P<bare>\d{1,3})(?:st|nd|rd|th)\b"
)
_NTH: Final = lazy(r"\d(?:st|nd|rd|th)\b")
_YEAR: Final = lazy(r"\b(?:1[5-9]|20)\d\d\b")
_AFTER: Final = 20
_FROM_ONE: Final = frozenset({"edition", "festival", "running", "staging", "season", "annual", ""})
_FAR: Final = 40
_NEAR: Final = 3  # sentences between the first and what counts from it


def editions(document: Document) -> Iterator[Clash]:
    """`Next year's race, the 40th, … The first was held in 1994`."""
    view = document.folded()
    kept = list(_KEPT.finditer(view.text)) if " turn" in view.text or _NTH.search(view.text) else []
    firsts = list(_FIRST.finditer(view.text)) if kept else []
    if len({hit["year"] for hit in firsts}) != 1 or not kept:
        return
    first = firsts[0]
    for hit in kept:
        span = view.span(*hit.span())
        if hit["age"] and _YEAR.search(view.text, hit.start(), hit.end() + _AFTER):
            continue
        if (
            document.quoted.outside(span.start, span.end)
            and _near(document, hit, first)
            and not _right(document, hit, int(first["year"]))
        ):
            yield Clash("edition", span, (view.span(*first.span()),), f"{_latest(document) - int(first['year'])}")
            return


def _near(document: Document, one: re.Match[str], other: re.Match[str]) -> bool:
    view = document.folded()
    places = [document.sentences.index(document.sentence_at(view.span(*hit.span()).start)) for hit in (one, other)]
    return abs(places[0] - places[1]) <= (_FAR if one["age"] or one["birth"] else _NEAR)


def _latest(document: Document) -> int:
    now = document.derived(moment)
    return now.day.year if now is not None and now.whole else document.today.year


def _right(document: Document, hit: re.Match[str], first: int) -> bool:
    """Whether a number can be right: in no later year than the next, and of an anniversary in one near the article's own."""
    what, number = (
        hit["what"] or ("" if hit["bare"] else "age"),
        int(hit["nth"] or hit["bare"] or hit["birth"] or hit["age"]),
    )
    now, latest = document.derived(moment), _latest(document)
    extra = 1 if what in _FROM_ONE else 0
    if number > latest + 1 - first + extra:
        return False
    if what in _FROM_ONE or now is None or not now.whole:
        return True
    return abs(number - (latest - first)) <= 1
