"""Stems: what is compared of a claim and a sentence: its words without endings, how rare each is in news, which are names."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from math import log
from typing import Final, NamedTuple

from msgspec import Struct

from newslint.paths import data
from newslint.patterns import lazy

_WORD: Final = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
_JOINTS: Final = lazy(r"(?<=\d),(?=\d{3}(?!\d))|(?<=\b[A-Z])\.(?=[A-Z]\b)|(?<=\b[A-Z]\.[A-Z])\.")  # 1,200 and U.S.
_VOWEL: Final = lazy("[aeiouy]")
_OPENS: Final = lazy(r"(?:^|[.!?:;“”\"‘(\[•–—…-])\s*$")  # before a word that would be a capital anyway
_INITIAL: Final = lazy(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Rev|Prof))\.\s*$")
_JOINS: Final = lazy(r"[\s.'’&-]{1,3}")
_UNKNOWN: Final = 120_000  # the rank of a word that the list does not have
_COMMON: Final = 10.0  # the rank at which a word begins to say something
_USUAL: Final = 8_000  # a word of a lower rank may be no name, though it is written with a capital
_SMALL: Final = frozenset(
    "a an the of to in on for at by with from as is are was were be been being am do does did has have had and or but that "
    "this these those it its he she they them him his her their we our you your i my me us not no will would can could "
    "should may might must shall there here who whom which what when where why how than then so if into about over after "
    "before up out just also says said say claims claimed claim stated more most much other some such many any only even now "
    "like because back way get got make made one all it's".split()
)
# What only names the medium in which a claim was made weighs less.
_FRAME: Final = frozenset(
    "photograph photo photos picture pictures image images video videos footage clip meme shows show showed showing depicts "
    "captures captured reports reported report announced announces post posts posted tweet tweeted facebook twitter "
    "according article list quote".split()
)
_FRAMED: Final = 0.3


class Term(NamedTuple):
    """A stem: its weight, and the number of the name that it is part of (from 1), or 0."""

    weight: float
    name: int


class Wording(Struct, frozen=True):
    """A claim's or a sentence's stems in order, each once."""

    terms: dict[str, Term]

    @property
    def weight(self) -> float:
        """The sum of all weights."""
        return sum(term.weight for term in self.terms.values())


@cache
def common_words() -> frozenset[str]:
    """The words of news that are written without a capital."""
    return frozenset(word for word in _words() if word.islower())


@cache
def ranks() -> dict[str, int]:
    """Each word of news in lower case and how many are more frequent, as the light model of word choice lists them."""
    found: dict[str, int] = {}
    for rank, word in enumerate(_words()):
        found.setdefault(word.lower(), rank)
    return found


@cache
def _words() -> tuple[str, ...]:
    return tuple(data("spun", "words.txt").read_text("utf-8").split("\n"))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word in lower case without its ending: the same for most forms of a word, and its only purpose is comparison."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith(("ies", "ied")):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    word = _without_verbal_ending(word)
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-2] if len(word) > 4 and word.endswith("ly") else word


def _without_verbal_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWEL.search(rest):
            return rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "aeiouls" else rest
    return word


@lru_cache(maxsize=100_000)
def _known(word: str) -> tuple[str, float, int]:
    """Stem (empty for a small word), weight and rank of a word in lower case."""
    if word in _SMALL:
        return "", 0.0, 0
    rank = ranks().get(word.removesuffix("'s"), _UNKNOWN)
    weight = log(1 + rank / _COMMON) + 0.1
    return stem(word), weight * _FRAMED if word in _FRAME else weight, rank


def wording(text: str) -> Wording:
    """What is compared of a text."""
    if not text:
        return Wording({})
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("’", "'")
    text = _JOINTS.sub("", text)
    hits = list(_WORD.finditer(text))
    title = sum(hit[0][0].isupper() for hit in hits) > 0.7 * len(hits)  # a headline's capitals name nobody
    terms: dict[str, Term] = {}
    names = end = 0
    named = False
    for hit in hits:
        key, weight, rank = _known(hit[0].lower())
        capital = not title and hit[0][0].isupper() and (rank > _USUAL or not _begins(text, hit.start()))
        if not key:
            named = False
            continue
        if capital:
            names += not (named and _JOINS.fullmatch(text, end, hit.start()))
        term = Term(weight, names if capital else 0)
        if key not in terms or term.weight > terms[key].weight:
            terms[key] = term
        named, end = capital, hit.end()
    return Wording(terms)


def _begins(text: str, at: int) -> bool:
    """Whether a word at that place has its capital because a sentence or a quotation begins."""
    before = text[max(at - 6, 0) : at]
    return _OPENS.search(before) is not None and _INITIAL.search(before) is None
