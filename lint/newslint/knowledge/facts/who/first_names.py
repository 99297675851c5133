"""First names: one person who is called by another first name later on: "Marcus Toll, the director", then "Martin Toll said"."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from newslint.knowledge import gazetteer, known_names
from newslint.knowledge.acting import acts
from newslint.knowledge.facts.people import cast
from newslint.knowledge.people import explained
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.people import Cast
    from newslint.knowledge.names import Mention
    from newslint.knowledge.people import Person

# What a name is introduced with: an age, a relative clause, a noun, a role in capitals or the words of one right before it.
_INTRODUCED: Final = lazy(
    r",? \(?\d\d\b|,? \(|, (?:who|whose|an?|the|now|also|from|of|one|[a-z]+[’']s|[A-Z][\w’'-]+[’']s)\b|, "
    r"[a-z]|, [A-Z][\w’' -]+(?:,|\.)"
)
_ROLE: Final = lazy(r"(?P<role>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}):? \Z")
_ROLE_BEFORE: Final = lazy(r"\b[a-z-]+ \Z")
_SAID: Final = lazy(
    r"(?:said|says|told|added|of|by|to|and|for|with|that|from|against|when|as|but|after|before|while|while|like|than|in|on|at) \Z"
)
_KNOWN: Final = 5  # articles of a news archive with the name: whoever is so well known needs no introduction


def renamed(document: Document) -> Iterator[tuple[Mention, Mention]]:
    """The one full mention of somebody under another first name, and the mention that introduced the person."""
    who = document.derived(cast)
    groups: dict[str, list[Person]] = {}
    for index, person in enumerate(who.persons):
        if person.full and index in who.human:
            groups.setdefault(person.surname, []).append(person)
    for group in groups.values():
        for one, other in combinations(group, 2) if len(group) == 2 else ():
            yield from _renamed(document, who, one, other)


def _renamed(document: Document, who: Cast, one: Person, other: Person) -> Iterator[tuple[Mention, Mention]]:
    first, later = (next(m for m in person.mentions if m.full) for person in (one, other))
    text = document.prose.text
    role = _role(text, first)
    same = bool(role) and role == _role(text, later)
    if sum(m.full for m in other.mentions) != 1 or not _alike(first, later, of_one_role=same):
        return
    if f"{one.surname}s" in text or document.sentence_at(first.start) == document.sentence_at(later.start):
        return
    if not same and not _unintroduced(text, first, later):
        return
    if not explained(document, [*one.mentions, *other.mentions]):
        yield later, first


def _alike(one: Mention, other: Mention, *, of_one_role: bool) -> bool:
    """Whether two names are of one sex and neither is well known; without one role, the first names must begin alike."""
    given = gazetteer.given()
    sexes = {given.get(mention.name[0], "") for mention in (one, other)}
    known = (known_names.articles().get(known_names.without_accents(" ".join(m.name)), 0) for m in (one, other))
    return (
        sexes in ({"m"}, {"f"})
        and (of_one_role or one.name[0][0] == other.name[0][0])
        and max(known) < _KNOWN
        and not (one.honorific in _STYLES or other.honorific in _STYLES)
    )


_STYLES: Final = frozenset({"Mr", "Mrs", "Ms", "Miss"})


def _role(text: str, mention: Mention) -> str:
    hit = _ROLE.search(text, max(mention.start - 40, 0), mention.start)
    return "" if hit is None else hit["role"].lower()


def _unintroduced(text: str, first: Mention, later: Mention) -> bool:
    """Whether the later name comes without a word on who it is, and acts, while the first was introduced."""
    if _INTRODUCED.match(text, later.end) or _role(text, later) or not acts(text, later):
        return False
    before = _ROLE_BEFORE.search(text, max(later.start - 20, 0), later.start)
    if before is not None and _SAID.search(text, max(later.start - 20, 0), later.start) is None:
        return False
    return bool(
        _INTRODUCED.match(text, first.end)
        or _role(text, first)
        or _ROLE_BEFORE.search(text, max(first.start - 20, 0), first.start)
    )
