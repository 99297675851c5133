"""Known names: full names that occur in many news articles of several outlets, with the number of articles.

`data/known_names.tsv` was counted from public articles (see THIRD_PARTY.md); it holds names and numbers only. Rarer
names are included if they resemble a known one, so that the two counts can be compared.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

from newslint.knowledge import gazetteer
from newslint.paths import data
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMMON: Final = 20  # articles: a rarer name is no standard for another
_PLAYER: Final = ("Replay More", "Trump Replay")  # labels of a video player, in thousands of the counted articles
_GIVEN: Final = 2  # known names with the same first word: then it is a given name
# Given names that just as often precede words of organisations: "Virginia Republicans", "the Austin Institute".
_PLACES: Final = frozenset(
    "America Asia Austin Carolina Charlotte China Dallas Florence Florida Georgia Houston India Jackson Kenya Lincoln "
    "Madison Orlando Paris Sydney Virginia Washington".split()
)
_FOLDED_SOUNDS: Final = (
    ("ph", "f"),
    ("ck", "k"),
    ("c", "k"),
    ("y", "i"),
    ("z", "s"),
    ("ee", "i"),
    ("v", "f"),
    ("w", "f"),
)
_DOUBLED: Final = lazy(r"(.)\1+")
_SILENT: Final = lazy(r"(?<=.)h|(?<=..)e$|(?<=..)a(?=e)|(?<=a)[ei](?=[^aeiou])|e(?=i$)|a(?=i$)")


@cache
def articles() -> dict[str, int]:
    """Name → the number of articles that contain it, with or without accents."""
    found: dict[str, int] = {}
    for name, number in _lines():
        key = name if name.isascii() else without_accents(name)
        found[key] = found.get(key, 0) + number
    return found


@cache
def best_known() -> dict[str, str]:
    """Surname → the given name of whoever of that name the news has most."""
    found: dict[str, tuple[int, str]] = {}
    for name, number in articles().items():
        given, _, surname = name.rpartition(" ")
        if number >= _COMMON:
            found[surname] = max(found.get(surname, (0, "")), (number, given))
    return {surname: given for surname, (_, given) in found.items()}


@cache
def as_written() -> dict[str, str]:
    """Name without accents → its most common spelling, for names that have accents."""
    counts: dict[str, tuple[int, str]] = {}
    for name, number in _lines():
        counts[without_accents(name)] = max(counts.get(without_accents(name), (0, "")), (number, name))
    return {key: name for key, (_, name) in counts.items() if key != name}


def _lines() -> Iterator[tuple[str, int]]:
    text = data("known_names.tsv").read_text("utf-8")
    pairs = (line.split("\t") for line in text.splitlines())
    return ((name, int(number)) for name, number in pairs if not name.startswith(_PLAYER))


def without_accents(text: str) -> str:
    """A text without its accents."""
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


@cache
def with_a_gap() -> dict[tuple[str, ...], list[str]]:
    """The other words of a common name, and the place of the gap → the words that fill it."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, number in articles().items():
        if number >= _COMMON:
            words = tuple(name.split(" "))
            for place, word in enumerate(words):
                found.setdefault(gap(words, place), []).append(word)
    return found


def gap(words: tuple[str, ...], place: int) -> tuple[str, ...]:
    """A name without the word at `place`."""
    return (*words[:place], "", *words[place + 1 :])


@cache
def given_names() -> frozenset[str]:
    """The gazetteer's given names, and first words that known names share before surnames of such names (`Barack`)."""
    pairs = _ends()
    census = gazetteer.given().keys()
    borne = {last for first, last in pairs if first in census}
    shared = Counter(first for first, last in set(pairs) if last in borne)
    return frozenset(
        census | {first for first, number in shared.items() if number >= _GIVEN} - gazetteer.nations().keys()
    )


@cache
def public_surnames() -> frozenset[str]:
    """Surnames of people whose given name is in the gazetteer: such a surname alone means a person."""
    given = gazetteer.given().keys() - _PLACES
    return frozenset(last for first, last in _ends() if first in given)


@cache
def _ends() -> list[tuple[str, str]]:
    """The first and the last word of each known name."""
    return [(words[0], words[-1]) for words in (name.split(" ") for name in articles())]


@cache
def surnames() -> frozenset[str]:
    """Last words of the names that are known in their own right."""
    return frozenset(name.rpartition(" ")[2] for name, number in articles().items() if number >= _COMMON // 2)


def sound(word: str) -> str:
    """A rough key of how a given name sounds: `Lindsay` and `Lindsey`, `Sonia` and `Sonya`, `Jon` and `John` share one."""
    word = word.lower()
    for written, heard in _FOLDED_SOUNDS:
        word = word.replace(written, heard)
    return _SILENT.sub("", _DOUBLED.sub(r"\1", word))
