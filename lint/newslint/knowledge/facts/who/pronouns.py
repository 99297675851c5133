"""Pronouns: whom "she" or "his" takes up: the likeliest of those who were mentioned near, of that sex or of unknown sex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts.who import salience
from newslint.knowledge.facts.who.salience import BACK, Mention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newslint.knowledge.facts.people import Cast
    from newslint.knowledge.facts.who.book import Book
    from newslint.knowledge.facts.who.glimpse import Glimpse

_LIKELY: Final = 0.65  # the chance of the person whom a pronoun is taken to mean; right in .91 of GUM
_SLIP: Final = 0.8  # the chance, whatever the sexes, of somebody of the other sex: then the pronoun may be a slip
_UNKNOWN: Final = -1_000_000  # candidates below it are descriptions of which it is not known whom they mean
_OTHER: Final = "other sex"


class Choice(Struct, frozen=True):
    """Whom a pronoun means and how likely that is, None if it is not known; `other_sex` if the person is not of that sex.

    `alone` says that nobody else of that sex, or of unknown sex, has been mentioned near.
    """

    who: int | None
    chance: float = 0.0
    other_sex: bool = False
    alone: bool = False


class Pronouns:
    """The mentions of everybody so far, among which a pronoun chooses."""

    def __init__(self, book: Book, who: Cast) -> None:
        self._book = book
        self._who = who
        self._mentions: dict[int, list[Mention]] = {}

    def note(self, number: int, one: Glimpse, who: int | None) -> None:
        """Takes down that words in a sentence mean somebody, or somebody unknown."""
        if one.token >= 0 and one.of is None and (who is not None or one.kind == "description"):
            key = who if who is not None else _UNKNOWN - len(self._mentions)
            self._mentions.setdefault(key, []).append(Mention(number, one.token, one.place))
        if one.relative is not None and who is not None:
            self._mentions.setdefault(who, []).append(Mention(number, *one.relative, relative=True))

    def governs(self, who: int, number: int, one: Glimpse) -> bool:
        """Whether somebody is the subject of a verb above a description, which then means another: "Brown sued the trainer"."""
        here = (said.place for said in self._mentions.get(who, ()) if said.sentence == number)
        return any(place.subject and place.verbs[:1] and place.verbs[0] in one.place.verbs for place in here)

    def choose(self, number: int, one: Glimpse, found: Sequence[Glimpse]) -> Choice:
        """Whom a pronoun in a sentence means, of which all is given that it shows."""
        candidates = self._candidates(number, one, found)
        fitting = {each: said for each, said in candidates.items() if _OTHER not in said}
        who, chance = _best(fitting)
        if chance >= _LIKELY:
            return Choice(_known(who), chance, alone=len(fitting) == 1)
        slip, chance = _best({each: said[:-1] for each, said in candidates.items()})
        if chance < _SLIP or _OTHER not in candidates[slip]:
            return Choice(None)
        lone = "ahead" not in candidates[slip] and sum(each >= 0 for each in candidates) == 1
        return Choice(_known(slip) if lone and self._book.shown(slip) else None, chance, other_sex=True)

    def _candidates(self, number: int, one: Glimpse, found: Sequence[Glimpse]) -> dict[int, tuple[str, ...]]:
        """Everybody whom a pronoun may mean whatever its sex, with what speaks for and against each."""
        near = {who: said for who, said in self._mentions.items() if number - said[-1].sentence <= BACK}
        for name in found:
            if name.kind == "name" and name.person is not None and _ahead(one, name):
                near[name.person] = [*near.get(name.person, ()), Mention(number, name.token, name.place)]
        known = {who: salience.features(number, one.token, one.place, said) for who, said in near.items()}
        return {who: (*said, self._sort(who, one.sex)) for who, said in known.items() if said is not None}

    def _sort(self, who: int, sex: str) -> str:
        """How sure it is that somebody is a person of a sex."""
        if self._book.sex(who):
            return "that sex" if self._book.sex(who) == sex else _OTHER
        return "unnamed" if who < 0 else "human" if who in self._who.human else "name"


def _best(candidates: Mapping[int, Sequence[str]]) -> tuple[int, float]:
    """The likeliest candidate and its chance, 0 if there is none."""
    chances = salience.chances(candidates)
    who = max(chances, key=lambda each: chances[each], default=_UNKNOWN)
    return who, chances.get(who, 0.0)


def _known(who: int) -> int | None:
    return who if who > _UNKNOWN else None


def _ahead(pronoun: Glimpse, name: Glimpse) -> bool:
    """Whether a name is the subject that the clause of a pronoun leads up to: "In his speech, Marsh said"."""
    governs = name.place.subject and name.place.verbs[:1] and name.place.verbs[0] in pronoun.place.verbs
    leads = name.token > pronoun.token and not (pronoun.place.subject and pronoun.place.main)
    return bool(governs) and leads and pronoun.place.owned != name.token
