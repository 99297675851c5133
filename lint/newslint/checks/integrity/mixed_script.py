"""mixed-script: one word with letters of two alphabets that look alike."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A Latin letter beside a Greek or Cyrillic one; the micro sign and ohms are no letters of a word.
_LATIN, _OTHER = "A-Za-zÀ-ÖØ-öø-ɏ", "Ͱ-ϿЀ-ӿԀ-ԯ"
_MIXED = re.compile(f"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")
_FOREIGN = re.compile(f"[{_OTHER}]")
_WORD = re.compile(r"[^\W\d_]+")
# The letters of both scripts that print alike in common fonts, from Unicode's confusables (UTS 39), and what they mimic.
_ALIKE: Final = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеоѕіјрсухһԁԛԝѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοιρυκτ",
    "ABESIJKMHOPCTYXaeosijpcyxhdqwvABEZHIKMNOPTYXavoipukt",
)


class MixedScript(Check, frozen=True, kw_only=True):
    """Reports a word in which look-alikes of another alphabet replace letters; suggests the word in one alphabet.

    A word wholly in one alphabet is right, and so is one in which the foreign letter looks like none of its
    neighbours' alphabet: a symbol (`ΔT`).
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"letters"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every mixed word, once."""
        text = unit.view.text
        if _FOREIGN.search(text) is None:
            return
        last = 0
        for hit in _MIXED.finditer(text):
            if hit.start() < last:
                continue
            start, last = _word(text, hit.start())
            if match := _mixed(text[start:last], start):
                yield match


def _word(text: str, at: int) -> tuple[int, int]:
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    hit = _WORD.match(text, start)
    return (start, hit.end()) if hit else (at, at + 1)


def _mixed(word: str, start: int) -> Match | None:
    foreign = [char for char in word if "Ͱ" <= char <= "ԯ"]
    own = word.translate(_ALIKE)
    if len(word) < 3 or len(foreign) == len(word):
        return None
    named = ", ".join(dict.fromkeys(unicodedata.name(char, "letter").lower() for char in foreign))
    if len(foreign) * 2 <= len(word):
        alike = not any("Ͱ" <= char <= "ԯ" for char in own)
        return Match(Span(start, start + len(word)), (own,), values={"letters": named}) if alike else None
    latin = ", ".join(dict.fromkeys(unicodedata.name(char, "letter").lower() for char in word if char < "Ͱ"))
    return Match(Span(start, start + len(word)), values={"letters": latin})
