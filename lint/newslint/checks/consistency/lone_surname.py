"""lone-surname: a surname alone that no full name introduces, a letter or two from one that is introduced."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge import gazetteer, known_names, name_distance
from newslint.knowledge.acting import acts, owns
from newslint.knowledge.facts.who.words import does
from newslint.knowledge.names import plain, spelt
from newslint.knowledge.people import sex_of
from newslint.spun.oddity import is_known

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newslint.article.document import Document
    from newslint.knowledge.names import Mention

Name = tuple[str, str]
_HANDLES: Final = ("@", "#")  # before names of accounts and tags


class LoneSurname(Check, frozen=True, kw_only=True):
    """`Philip Marsh … Mr. Mash said`: the surname alone, after a title or beside a verb of saying, is that of nobody.

    So is one that nobody has, once, a letter from the name of somebody of whom the whole text speaks (`Kharlan`, once `Khalan`).
    Given names, nations, surnames of public figures and words that the text itself uses in lower case are left alone, and so are
    words from the other one's stem and a Mr who would be a Ms.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """The first place of each such surname."""
        text, names = unit.view.text, unit.document.derived(spelt)
        for here, there in _misspelt_surnames(unit.document, names.full, names.bare):
            said = text[there.start : there.end]
            yield Match(Span(here.start, here.end), (), {"other": said}, (Compared(Span(there.start, there.end)),))


def _misspelt_surnames(
    document: Document, full: Mapping[Name, list[Mention]], bare: Mapping[str, list[Mention]]
) -> Iterator[tuple[Mention, Mention]]:
    """The first mention of each such surname, and that of the full name which it resembles."""
    text = document.prose.text
    people = {name: places for name, places in full.items() if _introduced(text, name, places)}
    known = {plain(word) for name in full for word in name} if people else set()
    exact = {word for places in full.values() for mention in places for word in mention.name}
    for word, places in bare.items():
        places = [one for one in places if text[one.start - 1 : one.start] not in _HANDLES]
        if not people or not places or word in exact or word.isupper():
            continue
        meant = (found for name, found in people.items() if _misspelt(word, name[1], known))
        alike = (found for found in meant if not _of_both_sexes(places[0], found[0]))
        introduced = next((found for found in alike if _means_a_person(document, word, places, found, bare)), None)
        if introduced is not None:
            yield places[0], introduced[0]


def _introduced(text: str, name: Name, places: list[Mention]) -> bool:
    person = name[0] in known_names.given_names() or any(
        mention.title or mention.honorific or acts(text, mention) for mention in places
    )
    return person and gazetteer.nations().keys().isdisjoint((name[1], " ".join(name)))


def _misspelt(word: str, surname: str, known: set[str]) -> bool:
    """Whether a word is the surname with another letter, accent or capital, and the name of nothing else."""
    if plain(word) == plain(surname):
        return name_distance.respelt(word, surname)
    if word[0] != surname[0] or plain(word) in known or not name_distance.slip(word, surname):
        return False
    taken = word in gazetteer.nations() or word in known_names.public_surnames() or word in known_names.given_names()
    return not taken and not name_distance.derived(word, surname)


def _of_both_sexes(one: Mention, other: Mention) -> bool:
    """Whether one is a man and the other a woman: Mr Carew is not Ms Ann Carey."""
    return {sex_of(one), sex_of(other)} == {"m", "f"}


def _means_a_person(
    document: Document, word: str, places: list[Mention], introduced: list[Mention], bare: Mapping[str, list[Mention]]
) -> bool:
    """Whether a surname alone is used as the person's, more rarely than the right one, and is no word of the text."""
    text = document.prose.text
    if (
        len(places) > len(introduced) + len(bare.get(introduced[0].name[-1], ()))
        or places[0].start < introduced[0].start
    ):
        return False
    if re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text):
        return False
    if len(places) == 1 and _is_alone(
        word, introduced[0].name[-1], len(introduced) + len(bare.get(introduced[0].name[-1], ()))
    ):
        return True
    return all(
        place.honorific
        or place.title is not None
        or acts(text, place)
        or owns(text, place)
        or (word not in known_names.surnames() and does(document, place.end))
        for place in places
    )


_OFTEN: Final = 4  # mentions of one person after which a nearly equal name is that person's
_LONG: Final = 6  # letters


def _is_alone(word: str, surname: str, times: int) -> bool:
    """Whether a name is that of nobody and of no place, and a letter from one that the text has again and again."""
    if times < _OFTEN or min(len(word), len(surname)) < _LONG or name_distance.slip(word, surname) != 1:
        return False
    return word not in known_names.surnames() and not is_known(word.lower())
