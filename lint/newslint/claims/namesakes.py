"""Namesakes: whether the person whom a claim names is somebody else of the same surname in an article."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newslint.claims.stems import common_words
from newslint.knowledge.known_names import articles, given_names, public_surnames
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL_NAME: Final = lazy(r"\b([A-Z][\w'’-]+)(?=\s+(?:[A-Z]\.\s+)?([A-Z][\w'’-]{2,})\b)")
_CAPITAL: Final = lazy(r"\b[A-Z][\w'’-]{2,}")
_SHORT: Final = tuple(
    frozenset(names.split())
    for names in (
        "Joe Joseph Joey",
        "Bill William Will Billy",
        "Bob Robert Rob Bobby",
        "Ted Teddy Edward Ed Theodore",
        "Tom Thomas Tommy",
        "Chuck Charles Charlie",
        "Mike Michael Mick Mickey",
        "Jim James Jimmy Jamie",
        "Dick Richard Rick Rich Richie",
        "Tony Anthony",
        "Liz Elizabeth Beth Betty Lisa",
        "Kate Katherine Catherine Kathy Cathy Katie",
        "Dan Daniel Danny",
        "Dave David",
        "Steve Stephen Steven",
        "Jack John Johnny Jon Jonathan",
        "Ben Benjamin",
        "Sam Samuel Samantha",
        "Alex Alexander Alexandra",
        "Matt Matthew",
        "Greg Gregory",
        "Ron Ronald Ronnie",
        "Don Donald Donnie",
        "Nick Nicholas Nicola",
        "Pat Patrick Patricia",
        "Sue Susan",
        "Peggy Margaret Maggie Meg",
        "Harry Henry Harold Hal",
        "Ken Kenneth",
        "Larry Lawrence Laurence",
        "Tim Timothy",
        "Vlad Vladimir",
        "Jeff Jeffrey Geoffrey Geoff",
        "Al Albert Alan Allan",
        "Andy Andrew Drew",
        "Chris Christopher Christine Christina",
        "Fred Frederick",
        "Mitch Mitchell",
        "Bernie Bernard",
    )
)


def somebody_else(said: str, claim: str, claimant: str, article: str) -> bool:
    """Whether a sentence has the surname of a person in a claim, and it or its article another given name before it."""
    return any(_others(said, claim, claimant, article))


def _others(said: str, claim: str, claimant: str, article: str) -> Iterator[bool]:
    full = {surname: given for text in (claim, claimant) for given, surname in _people(text)}
    for surname in dict.fromkeys((*full, *_CAPITAL.findall(claim))):
        if surname not in said or not _is_surname(surname):
            continue
        theirs = frozenset({full[surname]}) if surname in full else _best_known(surname)
        mine = _givens(said, surname) or (_givens(article, surname) if surname in full else set())
        yield bool(mine and theirs) and not any(_alike(one, other) for one in mine for other in theirs)


def _people(text: str) -> Iterator[tuple[str, str]]:
    """Given name and surname of those whom a text names in full."""
    return ((given, last) for given, last in _FULL_NAME.findall(text) if _is_given(given))


def _givens(text: str, surname: str) -> set[str]:
    """The given names with which a text writes a surname."""
    hits = re.findall(rf"\b([A-Z][\w'’-]+)\s+(?:[A-Z]\.\s+)?{re.escape(surname)}\b", text)
    return set(filter(_is_given, hits))


def _is_surname(word: str) -> bool:
    """Whether a capitalised word may be a surname: a well-known one, or neither a given name nor a word of the language."""
    return word in public_surnames() or (word not in given_names() and word.lower() not in common_words())


def _is_given(word: str) -> bool:
    """Whether a capitalised word before a surname is a given name: a known one, or no word of the language."""
    return word in given_names() or word.lower() not in common_words()


def _alike(one: str, other: str) -> bool:
    return one == other or any(one in names and other in names for names in _SHORT)


def _best_known(surname: str) -> frozenset[str]:
    """The given name of the public figure who is most often meant by a surname alone, if there is one."""
    name = _bearers().get(surname)
    return frozenset() if name is None else frozenset({name.split(" ")[0]})


@cache
def _bearers() -> dict[str, str]:
    """Surname → the full name of its bearer who is in the news most often."""
    return {
        name.rpartition(" ")[2]: name for name, _ in sorted(articles().items(), key=lambda pair: (pair[1], pair[0]))
    }
