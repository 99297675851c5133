"""Misnaming: the names of an article that are in the place of other names of its source.

A word that no source has is a slip of the one beside the same other words, or spelled nearly the same, or in the same place of
what is said. A word that the sources have elsewhere counts only where nearly everything around it is the same.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from newslint import inflections
from newslint.knowledge import gazetteer, known_names, name_distance
from newslint.knowledge.facts import role_words
from newslint.sources.differing import Differing, differing
from newslint.sources.names import Name, names
from newslint.sources.slots import Slots
from newslint.sources.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.sources.slots import Slot

_ROOT: Final = 5  # letters with which another form of a word begins
_ELSEWHERE: Final = 5.0  # what must lie around a name that the source has in another place
_NEW: Final = 3.0  # around one that no source has
_HALF: Final = 2.0  # around one of which the source has the rest
# Short forms of given names.
_SHORT: Final = (
    "william bill will billy, robert bob rob bobby, charles chuck charlie, james jim jimmy, michael mike mick, joseph joe, "
    "thomas tom, richard dick rick, edward ted ed eddie, theodore ted, elizabeth liz beth betty, katherine kate kathy, "
    "margaret maggie peggy meg, anthony tony, daniel dan danny, david dave, stephen steve, steven steve, andrew andy drew, "
    "christopher chris, matthew matt, nicholas nick, patrick pat, patricia pat patty, susan sue, samuel sam, alexander alex, "
    "alexandra alex sandra, benjamin ben, gregory greg, jeffrey jeff, kenneth ken, lawrence larry, leonard len, peter pete, "
    "philip phil, ronald ron, timothy tim, deborah deb debbie, jennifer jen jenny, jacqueline jackie, victoria vicky, joshua "
    "josh, jonathan jon, donald don, raymond ray, walter walt, zachary zach, frederick fred, henry harry, john jack"
)


def misnamed(document: Document) -> tuple[Differing, ...]:
    """The names outside quotations that are in the place of others; use `document.derived(misnamed)`."""
    return tuple(_misnamed(document))


def _misnamed(document: Document) -> Iterator[Differing]:
    known = _Known(document)
    slots = Slots.over(document, names, agree, known.alike, known.needs, known.close, known.fits)
    reported: set[tuple[str, ...]] = set()
    for slot in slots.differing():
        if slot.here.run not in reported and not known.explained(slot):
            reported.add(slot.here.run)
            place = slot.here.side or (slot.there.place and not slot.there.person and not slot.here.person)
            yield differing(slot, slots.alignment, "place" if place else "name")


def agree(one: Name, other: Name) -> bool:
    """Whether two words may be of one name: Syria and Syrian, Bill and William, Fox and FoxNews."""
    if one.key == other.key:
        return True
    if one.side or other.side:
        return one.side and other.side and one.key[:4] == other.key[:4] and abs(len(one.key) - len(other.key)) in (0, 3)
    shorter, longer = sorted((one.key, other.key), key=len)
    if len(shorter) > 2 and longer.startswith(shorter) and len(longer) - len(shorter) > 2:
        return True
    return (
        bool(_nation(one) & _nation(other))
        or _nicknames(one.key, other.key)
        or name_distance.derived(one.word, other.word)
    )


def _nicknames(one: str, other: str) -> bool:
    return not _short_forms().get(one, frozenset()).isdisjoint(_short_forms().get(other, ()))


@cache
def _short_forms() -> dict[str, frozenset[int]]:
    """Given name, in full or short → the numbers of the names that it may be."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SHORT.split(", ")):
        for name in line.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _nation(name: Name) -> frozenset[str]:
    word = re.sub(r"[’']s?$", "", name.word)
    found = gazetteer.nations().get(word)
    return (found.codes if found else frozenset()) | role_words.homes().get(word, frozenset())


def _belonging(name: Name) -> bool:
    """Whether a word is that of a nation or a party, or of their people."""
    forms = (name.word, name.word.removesuffix("s")) if len(name.run) == 1 else ()
    return bool(_nation(name)) or any(form in role_words.parties() or form in role_words.homes() for form in forms)


def _slip(one: Name, other: Name) -> bool:
    return bool(name_distance.slip(one.word, other.word)) or _begins_alike(one.key, other.key)


class _Known:
    """What the sources and the article know of each other's names."""

    def __init__(self, document: Document) -> None:
        self._words = {token.word.removesuffix("'s") for source in document.sources for token in source.derived(tokens)}
        self._keys = {name.key for source in document.sources for name in source.derived(names)}
        self._runs = {name.run for source in document.sources for name in source.derived(names) if len(name.run) > 1}
        self._own = {name.key for name in document.derived(names)}

    def alike(self, one: Name, other: Name) -> bool:
        """Whether a name of the article could be in the place of one of the source."""
        if one.side or other.side:
            return one.side and other.side
        if one.behind != other.behind and (one.nth != other.nth or len(one.run) != len(other.run)):
            return False
        if (one.person and other.place) or _belonging(one) != _belonging(other):
            return False
        if len(one.run) != len(other.run) and not (_slip(one, other) or one.beside(other)):
            return False
        if any(one.key in run and other.key in run for run in self._runs):
            return False
        whole = len(one.run) == len(other.run) and one.beside(other)
        return whole or not (_ordinary(one) or _ordinary(other))

    def fits(self, one: Name, other: Name) -> bool:
        """Whether one may be the other's where all words around them are the same: of as many words, and of one sort."""
        if one.side or other.side or len(one.run) != len(other.run) or one.nth != other.nth:
            return self.alike(one, other)
        both = any(one.key in run and other.key in run for run in self._runs)
        return not both and _belonging(one) == _belonging(other)

    def needs(self, one: Name, other: Name) -> float:
        """What must lie around both."""
        if one.side:
            return _HALF
        if one.key in self._keys:
            return _ELSEWHERE
        if _ordinary(one) or _ordinary(other):
            return _NEW
        if _slip(one, other):
            return 0.0
        if one.beside(other):
            return _HALF if one.behind == 0 else 0.0
        return _NEW if other.key not in self._own else _ELSEWHERE

    def close(self, one: Name, other: Name) -> int:
        """Whether a word that no source has is a slip of one beside the same others."""
        if one.side or one.key in self._words or one.key == other.key:
            return 0
        return 2 if _slip(one, other) and one.beside(other) and self.alike(one, other) else 0

    def explained(self, slot: Slot) -> bool:
        """Whether the article's word is only another form of something that the source says elsewhere: "Norway", "Norwegian"."""
        one, root = slot.here.key, slot.here.key[:_ROOT]
        if slot.here.side or one in self._words or len(one) <= _ROOT or slot.there.key.startswith(root):
            return False
        return any(word.startswith(root) for word in self._words)


def _ordinary(name: Name) -> bool:
    """Whether a word of a name is in the dictionary, too, and neither a given name nor a nation's."""
    if name.person or name.word in known_names.given_names() or _nation(name):
        return False
    return inflections.known(name.key)


def _begins_alike(one: str, other: str) -> bool:
    return len(one) > 3 and one[:3] == other[:3] and abs(len(one) - len(other)) <= 2
