"""Plural nouns in lower case: which words can be plurals, and their singulars, by rule."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

# Plurals that do not end in s: their singulars. Words for groups of people or animals are their own.
_IRREGULAR: Final = {
    "people": "person",
    "folk": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "thieves": "thief",
    "wolves": "wolf",
    "halves": "half",
    "shelves": "shelf",
    "loaves": "loaf",
    "calves": "calf",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
    "buses": "bus",
    "criteria": "criterion",
    "fungi": "fungus",
    "alumni": "alumnus",
    "movies": "movie",
    "cookies": "cookie",
    "zombies": "zombie",
    "rookies": "rookie",
    "calories": "calorie",
    "prairies": "prairie",
    "selfies": "selfie",
    "ties": "tie",
    "pies": "pie",
    "shoes": "shoe",
    "horseshoes": "horseshoe",
    "canoes": "canoe",
    "cheques": "cheque",
    "axes": "axe",
    "caches": "cache",
    "aches": "ache",
    "headaches": "headache",
    "diocese": "diocese",
}
_SAME: Final = frozenset(
    "dead wounded injured missing police crew staff cattle sheep fish deer salmon trout aircraft hovercraft spacecraft troops "
    "personnel media data clergy youth homeless unemployed poor elderly offspring series species livestock poultry "
    "faithful disabled sick headquarters works barracks homicides swine bison moose squid shrimp cod".split()
)
_MEN: Final = ("men", "women", "people", "children", "wives", "lives")
_SINGULAR: Final = frozenset(
    "less across was has us press as his its this thus yes gas bus plus always perhaps news series does besides afterwards "
    "towards sometimes overseas congress business process access success progress address class glass loss boss cross mass "
    "pass grass dress stress bias alas atlas canvas christmas texas kansas arkansas dallas paris james charles thomas jones "
    "williams davis harris adams evans politics economics mathematics physics athletics gymnastics ethics diabetes measles "
    "herpes rabies upstairs downstairs indoors outdoors nowadays whereas unless versus status virus focus campus census "
    "bonus genius chaos tennis basis crisis analysis thesis axis oasis says gets makes takes gives goes comes "
    "knows thinks seems keeps lets puts becomes remains includes requires provides allows begins".split()
)
_ES: Final = ("ches", "shes", "xes", "sses", "zzes", "oes")


def plural(word: str) -> bool:
    """Whether a word in lower case can be a plural noun."""
    if word in _IRREGULAR or word in _SAME or (word.endswith(_MEN) and len(word) > 5):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _SINGULAR


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """The singular of a plural noun in lower case, by rule; a word that is none stays as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not plural(word) or word in _SAME:
        return word
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith(_MEN):
        return next(word[: -len(end)] + _IRREGULAR[end] for end in _MEN if word.endswith(end))
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(_ES) else word[:-1]
