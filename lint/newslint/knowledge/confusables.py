"""Confusables: letters of other alphabets, and sequences of Latin ones, that print like something else."""

from __future__ import annotations

import unicodedata
from typing import Final

from newslint.patterns import lazy

# The letters of both scripts that print alike in common fonts, from Unicode's confusables (UTS 39), and what they mimic.
ALIKE: Final = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеоѕіјрсухһԁԛԝѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοιρυ",
    "ABESIJKMHOPCTYXaeosijpcyxhdqwvABEZHIKMNOPTYXavoipu",
)
# What looks like one letter in the fonts of address bars.
_LATIN_ALIKE: Final = {"rn": "m", "vv": "w", "cl": "d", "0": "o", "1": "l", "3": "e", "5": "s", "i": "l"}
_SEQUENCE: Final = lazy("|".join(_LATIN_ALIKE))


def skeleton(text: str) -> str:
    """What a text in lower case looks like at a glance: two texts that are easily taken for each other have the same."""
    return _SEQUENCE.sub(lambda hit: _LATIN_ALIKE[hit[0]], in_latin(text))


def in_latin(text: str) -> str:
    """A text in lower case without accents, look-alikes of other alphabets replaced."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text).translate(ALIKE).lower()
    return "".join(char for char in plain if not unicodedata.combining(char))
