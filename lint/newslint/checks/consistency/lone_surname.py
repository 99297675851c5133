"""Surnames alone, or after a title, that no full name introduces and that are a letter or two from one that is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge import gazetteer, known_names, name_distance
from newslint.knowledge.names import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.knowledge.names import Mention

Name = tuple[str, str]
_CUES: Final = (
    r"(?:said|says|told|tells|added|adds|asked|wrote|writes|argued|argues|explained|noted|insisted|replied|recalled|"
    r"admitted|claimed|warned|continued|concluded|testified|thinks|thought|believes|hopes|agreed|denied|resigned|retired|"
    r"declined|acknowledged|described|joined|won|lost|scored|pleaded|married|died|announced|vowed|pledged)"
)
_SPEAKS: Final = re.compile(
    rf"(?:[’']s?)?(?: also| then| later| has| had| was| is)? {_CUES}\b|[’']s |, (?:who|\d\d),? "
)
_SPOKEN_BY: Final = re.compile(rf"\b{_CUES} \Z")


def misspelt_surnames(
    text: str, full: Mapping[Name, list[Mention]], bare: Mapping[str, list[Mention]]
) -> Iterator[tuple[Mention, Mention]]:
    """The first mention of each such surname, and that of the full name which it resembles."""
    people = {name: places for name, places in full.items() if _introduced(name, places)}
    if not people:
        return
    known = {plain(word) for name in full for word in name}
    exact = {word for places in full.values() for mention in places for word in mention.name}
    for word, places in bare.items():
        if word in exact or not word[0].isupper() or word.isupper():
            continue
        for name, introduced in people.items():
            if _misspelt(word, name[1], known) and _means_a_person(text, word, places, introduced, bare):
                yield places[0], introduced[0]
                break


def _introduced(name: Name, places: list[Mention]) -> bool:
    person = name[0] in known_names.given_names() or any(mention.title or mention.honorific for mention in places)
    return person and name[1] not in gazetteer.nations()


def _misspelt(word: str, surname: str, known: set[str]) -> bool:
    """Whether a word is the surname with another letter, accent or capital, and the name of nothing else."""
    if plain(word) == plain(surname):
        return name_distance.respelt(word, surname)
    if word[0] != surname[0] or plain(word) in known or not name_distance.slip(word, surname):
        return False
    taken = word in gazetteer.nations() or word in known_names.public_surnames() or word in known_names.given_names()
    return not taken and not name_distance.derived(word, surname)


def _means_a_person(
    text: str, word: str, places: list[Mention], introduced: list[Mention], bare: Mapping[str, list[Mention]]
) -> bool:
    """Whether a surname alone is used as the person's, more rarely than the right one, and is no word of the text."""
    if (
        len(places) > len(introduced) + len(bare.get(introduced[0].name[-1], ()))
        or places[0].start < introduced[0].start
    ):
        return False
    if re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text):
        return False
    return all(
        place.honorific
        or place.title is not None
        or _SPEAKS.match(text, place.end)
        or _SPOKEN_BY.search(text, max(place.start - 16, 0), place.start)
        for place in places
    )
