"""Name distance: how far two words of a name are apart, and whether they may be two different names."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from newslint.knowledge import gazetteer, known_names
from newslint.knowledge.names import plain

_SHORT: Final = 4  # letters: shorter words differ by chance
_MIDDLING: Final = 8  # letters: below this, one letter may differ, above it two
_OTHER_LETTERS: Final = 2  # that only one of the two words has
_ENDINGS: Final = frozenset(
    {
        "",
        "n",
        "an",
        "ns",
        "ans",
        "i",
        "er",
        "r",
        "ers",
        "rs",
        "s",
        "es",
        "ist",
        "ism",
        "ic",
        "al",
        "ed",
        "d",
        "cy",
        "ship",
        "y",
    }
)
# Words in names of organisations that British copy spells differently.
_AMERICAN: Final = {
    "centre": "center",
    "defence": "defense",
    "harbour": "harbor",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
    "theatre": "theater",
}


@lru_cache(maxsize=4096)
def slip(one: str, other: str) -> int:
    """The number of letters in which two words differ if that may be a typing error (1 or 2), else 0.

    Letters swapped with their neighbour count once (optimal string alignment, by rapidfuzz). A plural or possessive of
    the other word is no slip.
    """
    a, b = plain(one), plain(other)
    shorter = min(len(a), len(b))
    if a == b or shorter < _SHORT or abs(len(a) - len(b)) > 2 or a + "s" == b or b + "s" == a:
        return 0
    if a[0] != b[0] and a[1:] != b[1:] and a[:2] != b[1::-1]:
        return 0
    most = 1 if shorter < _MIDDLING else 2
    if len(set(a) ^ set(b)) > _OTHER_LETTERS:  # one letter for another; Bernhardt and Bernholdt are two names
        return 0
    from rapidfuzz.distance import OSA

    distance = OSA.distance(a, b, score_cutoff=most)
    return distance if distance <= most else 0


def respelt(one: str, other: str) -> bool:
    """Whether two words of the same letters differ in accents or in capitals: Zoë and Zoe, DeVos and Devos.

    Words that differ in hyphens and apostrophes, or of which one is in capitals throughout, are not told apart.
    """
    a, b = (word.replace("’", "'").replace("‘", "'") for word in (one, other))
    if a == b or a.isupper() or b.isupper() or len(a) != len(b) or plain(a) != plain(b):
        return False
    return a[0].isupper() == b[0].isupper()


def near(one: str, other: str) -> bool:
    """Whether two words known to mean the same person begin alike and differ by at most two letters."""
    a, b = plain(one), plain(other)
    if a[:_SHORT] != b[:_SHORT]:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=2) <= 2


def substituted(one: str, other: str) -> bool:
    """Whether one letter replaces another, so that the word is as long and as well formed as the other."""
    a, b = plain(one), plain(other)
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def derived(one: str, other: str) -> bool:
    """Whether one word is made from the other (League, Leaguer; Syria’s, Syrian) or differs by country (Centre, Center)."""
    a, b = plain(one), plain(other)
    stem = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    ends = {a[stem:], b[stem:]}
    national = bool({one, other} & gazetteer.nations().keys()) and ends <= _ENDINGS
    made = stem >= _SHORT and (national or (ends <= _ENDINGS and ("" in ends or stem >= _MIDDLING)))
    return made or _AMERICAN.get(a, a) == _AMERICAN.get(b, b)


def two_given_names(one: str, other: str) -> bool:
    """Whether both words are given names in their own right that do not sound alike: Eric and Erica, Paul and Paula."""
    names = known_names.given_names()
    return one in names and other in names and known_names.sound(one) != known_names.sound(other)


def one_sound(one: str, other: str) -> bool:
    """Whether both words are given names that sound alike but are spelt in two ways: Stephen and Steven."""
    names = known_names.given_names()
    return one in names and other in names and one != other and known_names.sound(one) == known_names.sound(other)
