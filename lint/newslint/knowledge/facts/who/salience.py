"""Salience: which of those mentioned before a pronoun takes up, by where the parse has their mentions.

A logistic choice over the candidates, in the manner of Lappin and Leass (1994): each has the weights of what is true of its
mentions, and the best is taken if it is far enough ahead of the others and of nobody. The weights were fitted to the coreference
of GUM's news, biographies and interviews; `benchmarks/consistency/pronouns.py` measures what they find there.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

BACK: Final = 3  # sentences before its own in which a pronoun's person is looked for
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})
_OBJECTS: Final = frozenset({"him", "her", "himself", "herself"})

_NOBODY: Final = -0.9
_WEIGHTS: Final = {
    "own subject": 2.4,
    "governing subject": 1.4,
    "other subject": 0.8,
    "owner": 1.0,
    "ahead": 0.2,
    "1 back": -0.9,
    "2 back": -2.0,
    "3 back": -2.4,
    "main subject of both": 1.3,
    "main subject": 0.3,
    "subject": 0.5,
    "often": 1.3,
    "twice": 0.6,
    "once": -1.1,
    "that sex": 1.6,
    "unnamed": -0.3,
    "name": -0.9,
    "only": 0.5,
}


class Place(Struct, frozen=True):
    """Where a word is in its sentence: `verbs` are the numbers of the verbs above it, nearest first.

    `owned` is the number of the word that a possessive is of, -1 if it is none; `joined` that of the word that "and" joins to it.
    """

    verbs: tuple[int, ...] = ()
    subject: bool = False
    owned: int = -1
    joined: int = -1

    @property
    def owner(self) -> bool:
        """Whether it is a possessive."""
        return self.owned >= 0

    @property
    def main(self) -> bool:
        """Whether it is in the main clause, or in none."""
        return len(self.verbs) <= 1


class Mention(Struct, frozen=True):
    """Somebody at a place in a sentence, by the numbers of sentence and token; `relative` if only "who" is there."""

    sentence: int
    token: int
    place: Place
    relative: bool = False


def place(token: Any) -> Place:
    """Where a token is; what governs "him" of "asked him to go" is "asked"."""
    verbs, word = [], token
    while word.head.i != word.i:
        word = word.head
        if word.pos_ in ("VERB", "AUX"):
            verbs.append(word.i)
    subject = token.dep_ in _SUBJECT
    if subject and token.lower_ in _OBJECTS and len(verbs) > 1:
        return Place(tuple(verbs[1:]), subject=False)
    if token.dep_ != "poss":
        return Place(tuple(verbs), subject)
    return Place(tuple(verbs), subject, token.head.i, token.head.head.i if token.head.dep_ == "conj" else -1)


def relative(token: Any) -> tuple[int, Place] | None:
    """The number and the place of the "who" that takes a noun up as the subject of a clause; None if there is none."""
    clauses = (child for child in token.rights if child.dep_ == "relcl")
    found = (word for clause in clauses for word in clause.lefts if word.lower_ == "who" and word.dep_ in _SUBJECT)
    return next(((word.i, place(word)) for word in found), None)


def features(number: int, token: int, said: Place, mentions: Sequence[Mention]) -> tuple[str, ...] | None:
    """What is true of somebody with these mentions (in order) to a pronoun; None if grammar rules the person out."""
    mentions = [one for one in mentions if not one.relative or (one.sentence == number and _governs(one.place, said))]
    here = [one for one in mentions if one.sentence == number]
    if not mentions or any(_bound(said, one.place) for one in here):
        return None
    found = [_in_sentence(token, said, here[-1])] if here else list(_before(number, said, mentions))
    near = sum(number - one.sentence <= BACK and not one.relative for one in mentions)
    return (*found, ("once", "twice", "often")[min(near, 3) - 1])


def chances(found: Mapping[int, Sequence[str]]) -> dict[int, float]:
    """How likely each candidate is, by its features; what is missing from 1 is the chance of somebody else."""
    only = _WEIGHTS["only"] if len(found) == 1 else 0.0
    odds = {who: exp(only + sum(_WEIGHTS.get(one, 0.0) for one in said)) for who, said in found.items()}
    whole = sum(odds.values()) + exp(_NOBODY)
    return {who: each / whole for who, each in odds.items()}


def _governs(other: Place, said: Place) -> bool:
    """Whether somebody is the subject of a verb above a pronoun."""
    return other.subject and other.verbs[:1] != () and other.verbs[0] in said.verbs


def _bound(said: Place, other: Place) -> bool:
    """Whether both are of one verb, which then is not about one person: "Marsh asked him"."""
    return bool(said.verbs) and said.verbs[:1] == other.verbs[:1] and not said.owner and not other.owner


def _in_sentence(token: int, said: Place, last: Mention) -> str:
    verb = last.place.verbs[:1]
    if last.token > token:
        return "ahead"
    if last.token == said.joined:
        return "own subject"  # "Lee and his son"
    if last.place.subject and verb and verb[0] in said.verbs:
        return "own subject" if said.verbs[0] == verb[0] else "governing subject"
    if last.place.subject:
        return "other subject"
    return "owner" if last.place.owner else "no subject here"


def _before(number: int, said: Place, mentions: Sequence[Mention]) -> Iterator[str]:
    last = max(one.sentence for one in mentions)
    there = [one.place for one in mentions if one.sentence == last and one.place.subject]
    yield f"{number - last} back"
    if any(one.main for one in there):
        yield "main subject of both" if said.subject else "main subject"
    elif there:
        yield "subject"
