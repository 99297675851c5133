"""name-variant: one person's name, spelt two ways."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge import gazetteer, known_names, name_distance
from newslint.knowledge.names import mentions, plain
from newslint.knowledge.people import explained

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.knowledge.names import Mention

Name = tuple[str, str]
_FAMILY: Final = 40  # more names with a word in common are a list of a clan, or no article: their likeness says nothing
_COMMON: Final = frozenset({"Mr", "Mrs", "Ms", "Miss", "Republican", "Democrat"})


class NameVariant(Check, frozen=True, kw_only=True):
    """Full names with one word in common, the other a letter or two apart; the rarer form is reported where it first occurs."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each spelling that another one puts in doubt."""
        document = unit.document
        written: dict[Name, list[Mention]] = {}
        bare: set[str] = set()
        told: set[int] = set()
        for mention in document.derived(mentions):
            if not mention.full:
                bare.add(mention.name[0])
            elif 2 <= len(mention.name) <= 3 and not mention.name[-1].isupper():
                written.setdefault((mention.name[0], mention.name[-1]), []).append(mention)
        for one, other, place in _pairs(list(written)):
            both = [*written[one], *written[other]]
            if not _one_person(one, other, place, written) or explained(document, both):
                continue
            if _is_person(one, other, both) or bare.intersection((one[1], other[1])):
                rare, usual = sorted((written[one], written[other]), key=_standing)
                if rare[0].start not in told:
                    told.add(rare[0].start)
                    yield _match(unit.view.text, rare[0], usual[0])


def _standing(places: list[Mention]) -> tuple[int, int, int]:
    """How likely a spelling is to be right: by the news, by the article, by which one comes first."""
    return (
        known_names.articles().get(known_names.without_accents(" ".join(places[0].name)), 0),
        len(places),
        -places[0].start,
    )


def _match(text: str, here: Mention, there: Mention) -> Match:
    said = text[there.start : there.end]
    return Match(Span(here.start, here.end), (), {"other": said}, (Compared(Span(there.start, there.end)),))


def _pairs(names: Sequence[Name]) -> Iterator[tuple[Name, Name, int]]:
    """Pairs that share a word in its place, and the place of the other word, in which they differ."""
    for place in (0, 1):
        groups: dict[str, list[Name]] = {}
        for name in names:
            groups.setdefault(plain(name[1 - place]), []).append(name)
        for group in groups.values():
            pairs = combinations(group, 2) if len(group) <= _FAMILY else ()
            yield from ((one, other, place) for one, other in pairs if plain(one[place]) != plain(other[place]))


def _one_person(one: Name, other: Name, place: int, written: dict[Name, list[Mention]]) -> bool:
    """Whether two names differ by a slip; under one title ("Cllr") two given names do so too."""
    if name_distance.slip(one[place], other[place]) and not _two_names(one, other, place):
        return True
    titles = [{m.honorific for m in written[name]} - {""} for name in (one, other)]
    return place == 0 and bool(titles[0] & titles[1] - _COMMON) and name_distance.near(one[0], other[0])


def _two_names(one: Name, other: Name, place: int) -> bool:
    if any(word in gazetteer.nations() for word in (one[place], other[place])):
        return True
    if place == 0:
        return name_distance.two_given_names(one[0], other[0])
    words = (one[1], other[1])
    return all(word in known_names.surnames() for word in words) or name_distance.derived(*words)


def _is_person(one: Name, other: Name, found: Sequence[Mention]) -> bool:
    given = known_names.given_names()
    return one[0] in given or other[0] in given or any(mention.title or mention.honorific for mention in found)
