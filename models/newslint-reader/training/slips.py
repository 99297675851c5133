"""Slips of the hand: the errors that people and their keyboards make, put into clean sentences, with the tag of the cure."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from training import tables
from training.lexica import Lexica
from training.tagging import DELETE, FORM, INSERTED, NEAR, NUMBER, REPLACING

_CONFUSED: Final = tables.read("confused_words.txt", " ")
_STUTTERED: Final = "the a to of in is and for on that with by at was he it has be from as have".split()
# Dropped often by a slip and seldom by choice, with how often; "that" and "and" are dropped by choice.
_DROPPED: Final = dict.fromkeys(INSERTED, 1.0) | {"the": 0.6, "that": 0.0, "and": 0.25, "not": 0.15, "or": 0.4, "an": 2}


def _alike() -> dict[str, list[str]]:
    """Word → the others of its groups."""
    found: dict[str, list[str]] = {}
    for group in map(str.split, tables.lines("near_words.txt")):
        for word in group:
            found.setdefault(word, []).extend(other for other in group if other not in {word, "who's"})
    return found


class Slipped(NamedTuple):
    """A sentence's words, and the number of each one's tag."""

    words: list[str]
    tags: list[int]


@dataclass(frozen=True, slots=True)
class Slipper:
    """Makes slips."""

    lexica: Lexica
    homophones: Mapping[str, list[str]]

    def slip(self, words: list[str], rate: float, chance: random.Random) -> Slipped:
        """The words with some slips; about `rate` of them get a tag other than KEEP."""
        out, tags = list(words), [0] * len(words)
        at = 0
        while at < len(out):
            if chance.random() < rate:
                at = self._one(out, tags, at, chance)
            at += 1
        return Slipped(out, tags)

    def _one(self, words: list[str], tags: list[int], at: int, chance: random.Random) -> int:
        """One slip at or near a word, if one fits; the place of the last word that it touched."""
        kind = chance.choices(_KINDS, _WEIGHTS)[0]
        return kind(self, words, tags, at, chance)

    def drop(self, words: list[str], tags: list[int], at: int, chance: random.Random) -> int:
        """A small word is missing: the next one gets the tag."""
        here = _next(words, at, lambda word: chance.random() < _DROPPED.get(word, 0))
        if here is None or here + 1 >= len(words) or not words[here + 1][0].isalnum() or tags[here] or tags[here + 1]:
            return at
        tags[here + 1] = NUMBER[f"insert {words[here]}"]
        del words[here], tags[here]
        return here

    def stutter(self, words: list[str], tags: list[int], at: int, chance: random.Random) -> int:
        """A small word too many: often the neighbour again, a word or two away."""
        if not words[at].islower() or tags[at]:
            return at
        near = [word for word in words[max(at - 3, 0) : at + 3] if word in _STUTTERED]
        extra = chance.choice(near) if near and chance.random() < 0.5 else chance.choice(_STUTTERED)
        words.insert(at, extra)
        tags.insert(at, NUMBER[DELETE])
        return at + 1

    def confuse(self, words: list[str], tags: list[int], at: int, chance: random.Random) -> int:
        """A small word for another."""
        here = _next(words, at, lambda word: word in _CONFUSED)
        if here is None or tags[here]:
            return at
        right = words[here]
        words[here] = chance.choice(_CONFUSED[right])
        tags[here] = NUMBER[f"replace {right}"] if right in REPLACING else NUMBER[NEAR]
        return here

    def mistake(self, words: list[str], tags: list[int], at: int, chance: random.Random) -> int:
        """A real word a letter or two from the right one, or that sounds like it."""
        source = self.homophones if chance.random() < 0.35 else self.lexica.near
        here = _next(words, at, lambda word: word in source and word not in _CONFUSED)
        return self._exchange(words, tags, at, here, source, NEAR, chance)

    def inflect(self, words: list[str], tags: list[int], at: int, chance: random.Random) -> int:
        """Another number, person or tense of the same word."""
        here = _next(words, at, lambda word: word in self.lexica.forms)
        return self._exchange(words, tags, at, here, self.lexica.forms, FORM, chance)

    def _exchange(
        self,
        words: list[str],
        tags: list[int],
        at: int,
        here: int | None,
        source: Mapping[str, list[str]],
        tag: str,
        chance: random.Random,
    ) -> int:
        if here is None or tags[here] or len(words[here]) < 2:
            return at
        right = words[here]
        words[here] = chance.choice(source[right])
        tags[here] = NUMBER[f"replace {right}"] if right in REPLACING else NUMBER[tag]
        return here


_KINDS: Final = (Slipper.drop, Slipper.stutter, Slipper.confuse, Slipper.mistake, Slipper.inflect)
_WEIGHTS: Final = (30, 9, 18, 25, 18)


def slipper(lexica: Lexica) -> Slipper:
    """One that knows the lexica's near words."""
    return Slipper(lexica, _alike())


def _next(words: list[str], at: int, wanted: Callable[[str], bool], reach: int = 8) -> int | None:
    """The first place from `at` on whose word is wanted, if it is near."""
    return next((n for n in range(at, min(at + reach, len(words))) if wanted(words[n])), None)
