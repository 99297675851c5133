"""Bodies: whether two names of clubs, firms, places or courts are those of two different ones."""

from __future__ import annotations

import re
from typing import Final

from newslint.patterns import lazy

# Words that say what a body is, not which.
_KINDS: Final = frozenset(
    "st saint church court party alliance club team union university college school hospital council county district province "
    "region state city town "
    "village united rovers athletic fc afc bank group company corporation corp inc ltd llc plc holdings partners "
    "capital securities "
    "institute centre center agency authority department ministry association federation foundation society "
    "trust league national "
    "international the of and for county's police force airport port parliament assembly senate house congress".split()
)
_WORD = lazy(r"[^\W\d_]+")
_PLAYS: Final = (
    "beat|beats|defeat(?:ed|s)?|lost to|lose to|against|over|drew|draw|won|win|host(?:ed|s)?|"
    "visit(?:ed|s)?|face[sd]?|v|vs|versus|thrash(?:ed)?|edge[sd]?|held|hold|trail(?:ed|s)?"
)
_INITIALS: Final = 5  # letters at most of an abbreviation


def distinct(one: str, other: str) -> bool:
    """Whether two names have no telling word in common, and neither abbreviates the other or means its people."""
    first, second = _telling(one), _telling(other)
    if not first or not second:
        return one.lower() != other.lower() and not first and not second
    if any(a[:4] == b[:4] for a in first for b in second):
        return False
    return not (_abbreviates(one, other) or _abbreviates(other, one))


def opponents(text: str, one: str, other: str) -> bool:
    """Whether a text says that one side plays the other."""
    first, second = (re.escape(re.sub(r"[’']s?$", "", name)) for name in (one, other))
    between = rf"\b[^.\n]{{0,40}}?\b(?:{_PLAYS})\b[^.\n]{{0,40}}?\b"
    return re.search(rf"\b(?:{first}{between}{second}|{second}{between}{first})\b", text) is not None


def _telling(name: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(name)} - _KINDS


def _abbreviates(short: str, name: str) -> bool:
    letters = short.replace(".", "")
    if not letters.isupper() or len(letters) > _INITIALS:
        return False
    initials = "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
    return letters in initials or initials in letters or letters[0] == initials[:1]
