"""People: who the article is about, where it names them, and whom a description or a pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge import gazetteer, known_names
from newslint.knowledge.acting import acts
from newslint.knowledge.facts.who import nouns
from newslint.knowledge.people import Person, people
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.knowledge.names import Mention

_CAPITALISED = lazy(r"[^\W\d_a-z][\w-]+")
MALE: Final = frozenset({"Mr", "Sir", "Lord"})
FEMALE: Final = frozenset({"Mrs", "Ms", "Miss", "Dame", "Lady", "Baroness"})
# What the last word of a run of capitals is if the run names a body, a place or a thing instead of a person.
_THINGS: Final = frozenset(
    "Academy Act Agency Airport Army Association Avenue Bank Board Bureau Center Centre City Club College "
    "Commission Committee Company Conference Congress Corporation Corps Council Country County Court Cup Department "
    "District East Ensemble Federation Festival Force Foundation Fund Games Group Herald Hospital House Inc Institute "
    "Island Islands Journal Lake League Library Ltd Mail Ministry Monday Museum News Octet Office Open Orchestra Party "
    "Prison Project Quartet Quintet Review River Road School Senate Service Services Society South Square Stadium State States "
    "Station Street Sunday Times Today Tower Town Tribune Trio Union University Valley Village War Way World Year "
    "Angeles Carolina Dakota Francisco Hampshire Jersey Mexico Orleans Virginia York".split()
)


class Named(Struct, frozen=True):
    """A mention of the person of that index: [start, end) of the name alone, in the prose."""

    start: int
    end: int
    person: int
    mention: Mention


class Cast(Struct, frozen=True, dict=True):
    """The people of an article in order of first mention, and every place that names one, in order."""

    text: str
    persons: tuple[Person, ...]
    named: tuple[Named, ...]

    @cached_property
    def starts(self) -> list[int]:
        """The first code points of the mentions."""
        return [one.start for one in self.named]

    @cached_property
    def ending(self) -> dict[int, Named]:
        """End of a name → the mention."""
        return {one.end: one for one in self.named}

    def within(self, start: int, end: int) -> Sequence[Named]:
        """The mentions that begin within [start, end)."""
        return self.named[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    @cached_property
    def human(self) -> frozenset[int]:
        """The indices of those that are people as far as names, titles and verbs show."""
        return frozenset(index for index, person in enumerate(self.persons) if _human(self.text, person))

    @cached_property
    def likely(self) -> frozenset[int]:
        """The indices of those that may well be people: with two words or more, none of them a place's or a body's."""
        return self.human | {index for index, person in enumerate(self.persons) if person.full and not _thing(person)}

    def thing(self, person: int) -> bool:
        """Whether a name is that of a place, a body or a thing."""
        return _thing(self.persons[person])

    @cached_property
    def sexes(self) -> tuple[str, ...]:
        """`f`, `m` or nothing for each person: by honorific, else by a given name that only one sex has."""
        return tuple(_sex(person) for person in self.persons)


def cast(document: Document) -> Cast:
    """Everybody whom the running text names; use `document.derived(cast)`."""
    persons = document.derived(people)
    named = [Named(m.start, m.end, index, m) for index, person in enumerate(persons) for m in person.mentions]
    named += _in_headlines(document, persons)
    return Cast(document.prose.text, persons, tuple(sorted(named, key=lambda one: one.start)))


def _in_headlines(document: Document, persons: Sequence[Person]) -> Iterator[Named]:
    """Surnames in headlines that one person of the text has."""
    text = document.prose.text
    known = {person.surname: index for index, person in enumerate(persons) if person.sole and person.full}
    for segment in document.segments:
        if segment.kind in ("headline", "dek"):
            for hit in _CAPITALISED.finditer(text, segment.start, segment.end):
                if hit[0] in known:
                    index = known[hit[0]]
                    yield Named(*hit.span(), index, persons[index].mentions[0])


def _human(text: str, person: Person) -> bool:
    first = next((m for m in person.mentions if m.full), person.mentions[0])
    if any(m.honorific or m.title for m in person.mentions):
        return True
    if not first.full:
        word = first.name[0]
        group = word in gazetteer.nations() or bool(nouns.one_of(word.lower()))
        return not group and any(acts(text, m) for m in person.mentions)
    if _thing(person):
        return False
    given = first.name[0] in gazetteer.given() or first.name[0] in known_names.given_names()
    return given or any(acts(text, m) for m in person.mentions)


def _thing(person: Person) -> bool:
    """Whether a word of the name is that of a place or a body."""
    words = {word for mention in person.mentions for word in mention.name}
    return not words.isdisjoint(_THINGS) or not words.isdisjoint(gazetteer.nations())


def _sex(person: Person) -> str:
    forms = {mention.honorific for mention in person.mentions}
    if forms & (MALE | FEMALE):
        return "m" if not forms & FEMALE else "f" if not forms & MALE else ""
    sex = next((gazetteer.given().get(m.name[0], "") for m in person.mentions if m.full), "")
    return "" if sex == "b" else sex
