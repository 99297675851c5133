"""Nouns for people: what each is a kind of, which two can be true of one person, and of which sex somebody so called is.

The tables are `data/gazetteer/persons.txt` (from WordNet) and `callings.txt` (own work).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from newslint.knowledge.gazetteer import lines

# Nouns that WordNet mostly knows as things.
_MORE: Final = (
    "driver star model ally agent host anchor principal operator substitute enemy publisher moderator bomber shooter chair "
    "head figure favourite favorite character boss motorist cyclist biker octogenarian nonagenarian septuagenarian centenarian "
    "sexagenarian twentysomething thirtysomething schoolgirl schoolboy youngster hitmaker youtuber influencer creative frontman "
    "playmaker wicketkeeper batter seamer spinner centre-back full-back left-back right-back fly-half scrum-half flanker winger "
    "goalscorer scorer campaigner councillor backbencher minister mp peer lawmaker spokesperson headteacher headmaster "
    "headmistress pensioner publican landlady postwoman policewoman firefighter paramedic barista dancer midwife mum mother-of-two "
    "mother-of-three father-of-two father-of-three mother-of-four father-of-four toddler newborn"
)
_WOMEN: Final = frozenset(
    "woman girl lady mother mum mom mummy mommy daughter sister wife widow niece aunt grandmother grandma granddaughter "
    "girlfriend fiancée actress waitress queen princess duchess countess baroness nun heroine hostess landlady stepmother "
    "stepdaughter stepsister housewife schoolgirl businesswoman barmaid headmistress seamstress bride goddess matriarch "
    "ex-wife ex-girlfriend godmother mother-in-law sister-in-law daughter-in-law mother-of-two mother-of-three mother-of-four "
    "great-grandmother half-sister empress abbess priestess sportswoman".split()
)
_MEN: Final = frozenset(
    "man boy gentleman guy father dad daddy son brother husband widower nephew uncle grandfather grandpa grandson boyfriend "
    "fiancé king prince duke monk stepfather stepson stepbrother schoolboy businessman barman headmaster groom patriarch bloke "
    "lad ex-husband ex-boyfriend godfather father-in-law brother-in-law son-in-law father-of-two father-of-three father-of-four "
    "great-grandfather half-brother emperor abbot sportsman frontman".split()
)


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """Noun → what it means and what that is a kind of, nearest first."""
    found: dict[str, tuple[str, ...]] = {word: (word,) for word in _MORE.split()}
    for line in lines("persons.txt"):
        noun, *kinds = line.split(" ")
        found[noun] = tuple(kinds)
    return found


@cache
def _callings() -> dict[str, tuple[tuple[int, int], ...]]:
    """Noun → (number of the set, number of the calling in it) for each set that has it."""
    found: dict[str, list[tuple[int, int]]] = {}
    for group, line in enumerate(lines("callings.txt")):
        for number, cell in enumerate(line.removeprefix("* ").split(", ")):
            for noun in cell.strip().split("/"):
                found.setdefault(noun, []).append((group, number))
    return {noun: tuple(places) for noun, places in found.items()}


def is_person(noun: str) -> bool:
    """Whether a noun, in lower case and the singular, is one for a person."""
    return noun in _kinds() or noun in _WOMEN or noun in _MEN or noun.endswith(("woman", "person"))


_PLURALS: Final = (
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("people", "person"),
    ("ies", "y"),
    ("es", "e"),
    ("s", ""),
)


def one_of(plural: str) -> str:
    """The singular of a plural noun for people; nothing for other words."""
    for ending, other in _PLURALS:
        if plural.endswith(ending) and is_person(plural[: -len(ending)] + other):
            return plural[: -len(ending)] + other
    return ""


def kinds(noun: str) -> frozenset[str]:
    """What a noun for a person means, and what that is a kind of."""
    return frozenset(_kinds().get(noun, ()))


def one_kind(one: str, other: str) -> bool:
    """Whether two nouns may be said of one person because one means what the other does, or a kind of it."""
    first, second = _kinds().get(one, (one,)), _kinds().get(other, (other,))
    return one == other or first[0] in second or second[0] in first


def exclude(one: str, other: str) -> bool:
    """Whether a set of callings has both nouns, or what they are a kind of, as two callings, and none as one."""
    if one_kind(one, other):
        return False
    first, second = _places(one), _places(other)
    places = [(a, b) for a in first for b in second if a[0] == b[0]]
    if places:
        return all(a[1] != b[1] for a, b in places)
    return bool(first and second) and all(group in _trades() for group, _ in (*first, *second))


@cache
def _trades() -> frozenset[int]:
    """The sets of what people do for a living, of which two are no more one person's than two of one set."""
    return frozenset(group for group, line in enumerate(lines("callings.txt")) if line.startswith("* "))


def _places(noun: str) -> tuple[tuple[int, int], ...]:
    known = _callings()
    if noun in known:
        return known[noun]
    return next((known[kind] for kind in _kinds().get(noun, ()) if kind in known), ())


def has_calling(noun: str) -> bool:
    """Whether a set of callings has a noun, or what it is a kind of."""
    return bool(_places(noun))


def sex(noun: str) -> str:
    """`f`, `m` or nothing: the sex of somebody who is called so."""
    if noun in _WOMEN or noun.endswith("woman"):
        return "f"
    return "m" if noun in _MEN or (noun.endswith("man") and noun not in ("human", "woman")) else ""


_PAIRS: Final = (
    "man woman|boy girl|husband wife|father mother|dad mum|son daughter|brother sister|uncle aunt|nephew niece|grandfather "
    "grandmother|grandson granddaughter|boyfriend girlfriend|widower widow|actor actress|king queen|prince princess|bride groom|"
    "waiter waitress|stepfather stepmother|landlord landlady|schoolboy schoolgirl|policeman policewoman|businessman businesswoman"
)


def shown_sex(noun: str) -> str:
    """The sex that a noun shows for sure: a woman may be called chairman or freshman, but not policeman."""
    paired = any(noun in pair.split(" ") for pair in _PAIRS.split("|"))
    return sex(noun) if paired or noun in _WOMEN | _MEN or noun.endswith("woman") else ""


_NEUTRAL: Final = {
    **dict.fromkeys("headmaster headmistress headteacher head principal".split(), "head teacher"),
    **dict.fromkeys(
        "policeman policewoman officer detective inspector sergeant constable superintendent".split(), "police officer"
    ),
    **dict.fromkeys("actor actress".split(), "actor"),
    **dict.fromkeys("sportsman sportswoman athlete".split(), "athlete"),
    **dict.fromkeys("waiter waitress".split(), "waiter"),
    **dict.fromkeys("landlord landlady publican".split(), "publican"),
    **dict.fromkeys("widow widower".split(), "widowed"),
}


def neutral(noun: str) -> str:
    """What a noun says besides the sex: a spokeswoman is a spokesperson, a headmaster a head teacher."""
    for ending in ("woman", "man"):
        if noun.endswith(ending) and noun not in _NEUTRAL and len(noun) > len(ending) + 2:
            return noun.removesuffix(ending) + "person"
    return _NEUTRAL.get(noun, noun)


def counterparts(one: str, other: str) -> bool:
    """Whether two nouns are the same but for the sex: husband and wife."""
    return any({one, other} == set(pair.split(" ")) for pair in _PAIRS.split("|"))
