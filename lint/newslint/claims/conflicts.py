"""Conflicts: why a sentence that is like a claim does not make it: it says the opposite, or speaks of another year or person."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from newslint.claims.namesakes import somebody_else
from newslint.claims.stems import stem, wording
from newslint.knowledge.dates import years
from newslint.knowledge.facts.outcomes import outcomes
from newslint.knowledge.published import parse_day
from newslint.patterns import lazy

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from newslint.claims.records import Record

_NEGATION: Final = lazy(
    r"\b(?:no|not|never|nobody|none|neither|nor|cannot|without|den(?:y|ies|ied)|refus\w+|fail(?:s|ed)? to|"
    r"stop(?:s|ped)? short of|rul(?:es|ed) out)\b|n['’]t\b",
    re.IGNORECASE,
)
_RARE: Final = 6.0  # the weight of a word that has few synonyms
_AHEAD: Final = 24  # code points before the first shared word in which a negation is about it
_TOKEN: Final = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
_WORD: Final = lazy(r"[a-z]+(?:-[a-z]+)*")
_FIGURE: Final = lazy(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?!\w)")
# Of these a statement says one or the other; verbs and other outcomes are in the table of the consistency rules.
_OPPOSITES: Final = tuple(
    tuple(map(frozenset, ((side.split()) for side in pair.split("|"))))
    for pair in (
        "more|less fewer",
        "most|least fewest",
        "first|last",
        "before|after",
        "above over|below under",
        "with|without",
        "legal|illegal",
        "safe|unsafe dangerous deadly",
        "best|worst",
        "oldest|youngest",
        "increases|reduces decreases",
        "causes|prevents cures",
        "men man male|women woman female",
        "real genuine authentic|fake hoax false",
    )
)
# When something happened, seen from the article; who said so when is no matter.
_RECENT: Final = lazy(
    r"\b(?:yesterday|today|tonight|this (?:week|month|year|morning|spring|summer|autumn|fall|winter)|"
    r"last (?:night|week|month))\b",
    re.IGNORECASE,
)
_SAID: Final = lazy(
    r"\b(?:sa(?:id|ys)|told|claim(?:s|ed)|wrote|posted|tweeted|announced|argued|insisted)(?: \w+){0,3}? $",
    re.IGNORECASE,
)
_STALE: Final = 60  # days after a review in which something may still be what it was about


def conflict(said: str, record: Record, article: str, day: datetime.date | None) -> str:
    """Why a sentence does not make the claim of a record that is like it; empty if nothing is known against it.

    `article` is the prose in which the sentence is, and `day` that of its publication.
    """
    if _negated(said, record.claim) != _negated(record.claim, said):
        return "negation"
    if _opposed(said, record.claim):
        return "opposite"
    if _replaced(said, record.claim):
        return "replaced"
    if _differ(_figures(said), _figures(record.claim)):
        return "figure"
    if _of_another_time(said, record, day):
        return "time"
    return "person" if somebody_else(said, record.claim, record.claimant, article) else ""


def _negated(text: str, other: str) -> bool:
    """Whether a negation is before or among the words that a text shares with another."""
    stems = wording(other).terms
    shared = [hit for hit in _TOKEN.finditer(text) if stem(hit[0].lower()) in stems]
    if not shared:
        return False
    return _NEGATION.search(text, max(shared[0].start() - _AHEAD, 0), shared[-1].end()) is not None


def _replaced(said: str, claim: str) -> bool:
    """Whether right after a word that both have each has a rare word that the other does not: frozen herring, frozen penguins."""
    mine, theirs = wording(said).terms, wording(claim).terms
    after = dict(_adjacent(said))
    return any(
        before in theirs
        and (other := after.get(before, "")) in mine
        and other not in theirs
        and word not in mine
        and all(not term.name and term.weight > _RARE for term in (mine[other], theirs[word]))
        for before, word in _adjacent(claim)
        if word in theirs and not word[0].isdigit()
    )


def _adjacent(text: str) -> Iterator[tuple[str, str]]:
    """The stems of each two words with only a space between them."""
    for one, other in pairwise(_TOKEN.finditer(text)):
        if text[one.end() : other.start()].isspace():
            yield stem(one[0].lower()), stem(other[0].lower())


def _opposed(said: str, claim: str) -> bool:
    one, other = (_WORD.findall(text.lower()) for text in (said, claim))
    mine, theirs = _outcomes(tuple(one)), _outcomes(tuple(other))
    if any(mine[group].isdisjoint(theirs[group]) for group in mine.keys() & theirs.keys()):
        return True
    first, second = set(one), set(other)
    return any(
        (first & a and second & b and not first & b and not second & a)
        or (first & b and second & a and not first & a and not second & b)
        for a, b in _OPPOSITES
    )


@lru_cache(maxsize=1024)
def _outcomes(words: tuple[str, ...]) -> dict[str, set[int]]:
    """Group → which of its outcomes some words may mean."""
    found: dict[str, set[int]] = {}
    for hit in outcomes(words):
        for outcome in hit.outcomes:
            found.setdefault(outcome.group, set()).add(outcome.number)
    return found


def _figures(text: str) -> set[str]:
    """The figures of a text that are no years."""
    known = {str(year) for year in years(text)}
    return {hit[0].replace(",", "").rstrip(".") for hit in _FIGURE.finditer(text)} - known


def _differ(mine: set[str], theirs: set[str]) -> bool:
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _of_another_time(said: str, record: Record, day: datetime.date | None) -> bool:
    """Whether the years differ, or a sentence dates what happened to a time after the review."""
    mine, theirs = years(said), years(record.claim)
    if mine and theirs and mine.isdisjoint(theirs):
        return True
    review = parse_day(record.date)
    if review is None:
        return False
    if mine and min(mine) > review.year:
        return True
    return day is not None and (day - review).days > _STALE and _is_recent(said)


def _is_recent(said: str) -> bool:
    return any(not _SAID.search(said[: hit.start()]) for hit in _RECENT.finditer(said))
