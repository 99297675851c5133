"""mixed-script: one word with letters of two alphabets that look alike, or with another alphabet's mark after it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.confusables import ALIKE
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A Latin letter beside a Greek or Cyrillic one; the micro sign and ohms are no letters of a word.
_LATIN, _OTHER = "A-Za-zÀ-ÖØ-öø-ɏ", "Ͱ-ͽͿ-ΆΈ-ϿЀ-ӿԀ-ԯ"
_MIXED = lazy(f"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")
_FOREIGN = lazy(f"[{_OTHER}]")
_LETTERS = "Α-ώЀ-ԯ"
# Marks of Greek and Armenian that print as Latin ones, behind a Latin word or number; copied text brings them along.
_MARKS: Final = {"\u037e": ";", "\u0387": "·", "\u0589": ":"}
_MARKED = lazy(f'[{"".join(_MARKS)}](?<=[{_LATIN}0-9)"”’].)(?!\\s*[{_LETTERS}Ա-և])', needs=("|".join(_MARKS),))
_SYMBOL = lazy("[A-Z]{2,}s?[α-ω]{1,2}|[A-Z][a-z]α|[α-ω]{1,2}[A-Z]{2,}")  # the small Greek letter of a protein: TNFα
_WORD = lazy(r"[^\W\d_]+")


class MixedScript(Check, frozen=True, kw_only=True):
    """Reports a word in which look-alikes of another alphabet replace letters; suggests the word in one alphabet.

    A word wholly in one alphabet is right, and so is one in which the foreign letter looks like none of its
    neighbours' alphabet: a symbol (`ΔT`).
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"letters"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every mixed word, once, and every odd mark."""
        text = unit.view.text
        if text.isascii():
            return
        yield from _marks(text)
        if _FOREIGN.search(text) is None:
            return
        last = 0
        for hit in _MIXED.finditer(text):
            if hit.start() < last:
                continue
            start, last = _word(text, hit.start())
            if match := _mixed(text[start:last], start):
                yield match


def _marks(text: str) -> Iterator[Match]:
    for hit in _MARKED.finditer(text):
        start, _ = _word(text, hit.start() - 1)
        yield Match(
            Span(*hit.span()), (_MARKS[hit[0]],), values={"letters": _named(hit[0])}, text=text[start : hit.end()]
        )


def _named(characters: Iterable[str]) -> str:
    """The Unicode names and numbers of characters, each once."""
    return ", ".join(
        f"{unicodedata.name(char, 'letter').lower()} (U+{ord(char):04X})" for char in dict.fromkeys(characters)
    )


def _word(text: str, at: int) -> tuple[int, int]:
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    hit = _WORD.match(text, start)
    return (start, hit.end()) if hit else (at, at + 1)


def _mixed(word: str, start: int) -> Match | None:
    foreign = [char for char in word if "Ͱ" <= char <= "ԯ"]
    own = word.translate(ALIKE)
    if _SYMBOL.fullmatch(word):
        return None
    if len(word) < 3 or len(foreign) == len(word):
        return None
    if len(foreign) * 2 <= len(word):
        alike = not any("Ͱ" <= char <= "ԯ" for char in own)
        return Match(Span(start, start + len(word)), (own,), values={"letters": _named(foreign)}) if alike else None
    latin = (char for char in word if char < "Ͱ")
    return Match(Span(start, start + len(word)), values={"letters": _named(latin)})
