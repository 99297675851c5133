"""Put in words as spinning tools do: synonyms of content words, of the parts of names, of small words, and whole phrases."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from newslint.training.tables import function_words
from training import tables

_SMALL: Final = tables.read("small_words.txt", " | ")
_FEWEST: Final = 3  # letters of a content word
_VOWELS: Final = frozenset("aeiou")


class Spun(NamedTuple):
    """A sentence's words, and of each whether it was put in."""

    words: list[str]
    put_in: list[bool]


@dataclass(frozen=True, slots=True)
class Manner:
    """How one text is spun: by which thesauri, what share of its words, and whether names, small words and pairs, too.

    `far`: how often a synonym of a synonym is taken, as an unknown thesaurus might offer.
    """

    synonyms: tuple[Mapping[str, list[str]], ...]
    rate: float
    names: float
    small: float
    pairs: float
    far: float

    def spin(self, words: list[str], chance: random.Random) -> Spun:
        """Replaces `rate` of the words, where synonyms are known."""
        out, put_in = [], []
        after = False
        for at, word in enumerate(words):
            wish = self.pairs if after else self.rate
            new = self._other(words, at, chance) if chance.random() < wish * _RESERVE else None
            after = new is not None and not after
            if new is None:
                out.append(word)
                put_in.append(False)
                continue
            _repair_article(out, new, chance)
            parts = new.split()
            out += parts
            put_in += [True] * len(parts)
        return Spun(out, put_in)

    def _other(self, words: list[str], at: int, chance: random.Random) -> str | None:
        word = words[at]
        if word in _SMALL and chance.random() < self.small:
            return chance.choice(_SMALL[word])
        if word.islower():
            return self._synonym(word, chance)
        if chance.random() < self.names and _in_name(words, at):
            other = self._synonym(word.lower(), chance)
            return other.capitalize() if other else None
        return None

    def _synonym(self, word: str, chance: random.Random) -> str | None:
        if len(word) < _FEWEST or word in function_words():
            return None
        near = self._offered(word, chance)
        if near is None or chance.random() >= self.far:
            return near
        beyond = self._offered(near, chance)
        return beyond if beyond and beyond != word else near

    def _offered(self, word: str, chance: random.Random) -> str | None:
        known = [found[word] for found in self.synonyms if word in found]
        return chance.choice(chance.choice(known)) if known else None


_RESERVE: Final = 2.6  # two words in five have synonyms


def _in_name(words: list[str], at: int) -> bool:
    """Whether a capitalised word is part of a longer name and not a person's: a neighbour has a capital, too."""
    word = words[at]
    if not word.istitle() or len(word) < _FEWEST:
        return False
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    return (before.istitle() and at > 1) or after.istitle()


def _repair_article(out: list[str], word: str, chance: random.Random) -> None:
    """Most tools repair `a` and `an`."""
    if out and out[-1] in ("a", "an") and chance.random() < 0.85:
        out[-1] = "an" if word[0].lower() in _VOWELS else "a"


def manner(spinners: Mapping[str, Mapping[str, list[str]]], chance: random.Random) -> Manner:
    """One text's: mostly one thesaurus, sometimes a mixture."""
    names = sorted(spinners)
    number = chance.choices((1, 2, 4), (70, 15, 15))[0]
    chosen = tuple(spinners[name] for name in chance.sample(names, number))
    rate = chance.choice((0.03, 0.06, 0.09, 0.09, 0.12, 0.16))
    return Manner(
        chosen,
        rate,
        chance.choice((0.0, 0.5, 1.0)),
        chance.choice((0.0, 0.1, 0.4)),
        chance.choice((rate, 0.3)),
        chance.choice((0, 0, 0, 0.7)),
    )
