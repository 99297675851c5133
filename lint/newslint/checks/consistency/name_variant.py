"""name-variant: one person's name, spelt two ways."""

from __future__ import annotations

import re
from itertools import chain, combinations, pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge import gazetteer, known_names, name_distance
from newslint.knowledge.acting import acts
from newslint.knowledge.facts.who.first_names import renamed
from newslint.knowledge.names import plain, spelt
from newslint.knowledge.people import explained
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.knowledge.names import Mention, Spelt

Name = tuple[str, str]
_FAMILY: Final = 40  # more names with a word in common are a list of a clan, or no article: their likeness says nothing
_COMMON: Final = frozenset({"Mr", "Mrs", "Ms", "Miss", "Republican", "Democrat"})
_ACRONYM: Final = lazy(r"(?<!^Mc)(?<!^Mac)[A-Z]{2}|[\d_]")  # CTRs, IPv4, Tier-1: versions and codes, not spellings
_SIC: Final = lazy(r"[”\"]? ?[(\[]sic\b", re.IGNORECASE)
_BESIDE: Final = lazy(r",? (?:and|or|&|with|versus) (?:[A-Z][a-z]*\.? )?|, ")  # between the names of two people
# Endings of people in different parts, or of a doctrine and its followers: Registrar and Registrant, Islamism and Islamists.
_PARTS: Final = frozenset(
    "ar ars ant ants er ers ee ees or ors ist ists ism isms ent ents al ed ing ic ics y ies ity based base able ible on ion".split()
)
_STEM: Final = 4  # letters in common before such endings


class NameVariant(Check, frozen=True, kw_only=True):
    """Full names with one word in common, the other a letter or two, capitals or accents apart; and another first name for somebody
    who has been introduced, where nobody of that name is.

    The rarer form is reported where it first occurs.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each spelling that another one puts in doubt."""
        told: set[int] = set()
        variants = _variants(unit.document, unit.document.derived(spelt))
        for rare, usual in chain(variants, renamed(unit.document)):
            if rare.start in told or _SIC.match(unit.view.text, rare.end):
                continue
            if not _in_other_hands(unit.document, rare, usual):
                told.add(rare.start)
                yield _match(unit.view.text, rare, usual)


def _variants(document: Document, written: Spelt) -> Iterator[tuple[Mention, Mention]]:
    """The rarer and the usual form of full names that are spelt in two ways."""
    for one, other, place in _pairs(list(written.full)):
        both = [*written.full[one], *written.full[other]]
        if (
            not _one_person(one, other, place, written.full)
            or _apart(document.prose.text, both)
            or any(document.prose.text.endswith(("the ", "The "), 0, m.start) for m in both)
            or explained(document, both)
        ):
            continue
        rare, usual = sorted((written.full[one], written.full[other]), key=_standing)
        if _meant(document.prose.text, one, other, place, written) or _slipped(one[place], other[place], rare, usual):
            yield rare[0], usual[0]


def _in_other_hands(document: Document, rare: Mention, usual: Mention) -> bool:
    """Whether words of others have a form that people bear, too: a tweet's Dylan for Dylann, somebody's Marty for Martin."""
    inside = document.quoted.inside
    if not inside(rare.start, rare.end) or inside(usual.start, usual.end):
        return False
    borne = known_names.given_names() | known_names.surnames()
    return all(word in usual.name or word in borne for word in rare.name)


def _meant(text: str, one: Name, other: Name, place: int, written: Spelt) -> bool:
    """Whether two names are a person's: by a given name or a title, by what they do, or by a surname alone."""
    both = [*written.full[one], *written.full[other]]
    if _is_person(one, other, both):
        return True
    alone = not written.bare.keys().isdisjoint((one[1], other[1]))
    return (alone or any(acts(text, mention) for mention in both)) and not _in_parts(one[place], other[place])


def _slipped(one: str, other: str, rare: list[Mention], usual: list[Mention]) -> bool:
    """Whether a name that need not be a person's is spelt otherwise once only, by one letter that is not its ending's."""
    once = len(rare) == 1 < len(usual) and len(rare[0].name) == len(usual[0].name)
    return once and name_distance.slip(one, other) == 1 and plain(one)[-1] == plain(other)[-1]


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
            yield from ((one, other, place) for one, other in pairs if one[place] != other[place])


def _one_person(one: Name, other: Name, place: int, written: dict[Name, list[Mention]]) -> bool:
    """Whether two names differ by a slip; under one title ("Cllr") two given names do so too."""
    if (
        _ACRONYM.search(one[place])
        or _ACRONYM.search(other[place])
        or _other_middle(written[one][0], written[other][0])
    ):
        return False
    if plain(one[place]) == plain(other[place]):
        return name_distance.respelt(one[place], other[place])
    if name_distance.slip(one[place], other[place]) and not _two_names(one, other, place):
        return True
    if place == 0 and name_distance.one_sound(one[0], other[0]):
        return True
    titles = [{m.honorific for m in written[name]} - {""} for name in (one, other)]
    return place == 0 and bool(titles[0] & titles[1] - _COMMON) and name_distance.near(one[0], other[0])


def _other_middle(one: Mention, other: Mention) -> bool:
    """Whether both names have a word between the first and the last, and another one."""
    middles = [mention.name[1:-1] for mention in (one, other)]
    return bool(middles[0] and middles[1]) and plain(middles[0][0]) != plain(middles[1][0])


def _apart(text: str, found: Sequence[Mention]) -> bool:
    """Whether two of the names are written one after the other, as only two people's are."""
    places = sorted(found, key=lambda mention: mention.start)
    return any(
        plain("".join(one.name)) != plain("".join(other.name)) and _BESIDE.fullmatch(text, one.end, other.start)
        for one, other in pairwise(places)
    )


def _in_parts(one: str, other: str) -> bool:
    """Whether two words are made from one stem with endings that mean different things, or one from the other."""
    a, b = (plain(word.partition("-")[0]) for word in (one, other))
    stem = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if stem > _STEM and stem == min(len(a), len(b)):
        return True
    return any(a[at:] in _PARTS and b[at:] in _PARTS for at in range(max(stem - 3, _STEM), stem + 1))


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
