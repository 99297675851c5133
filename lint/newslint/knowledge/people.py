"""People: which mentions are of the same person, and which offices the text gives that person.

An office is right before or after the name: "Turkish President Recep Tayyip Erdogan", "the Russian leader Erdogan",
"Erdogan, the president of Turkey,". Anything else would be a guess.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge import apposition, gazetteer, known_names
from newslint.knowledge.names import Mention, mentions, plain
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.document import Document
    from newslint.knowledge.titles import Role

# If a text itself mentions relatives, namesakes or two passports, there are probably two people of one name.
_EXPLAINED: Final = lazy(
    r"\b(?:no relation|not related|unrelated|namesakes?|same (?:sur|last |first |full )?names?|(?:also"
    r"|both) (?:called|named)|not to be confused|dual (?:citizen|national)"
    r"|confused|stepbrothers?|cousins?|brothers?|sisters?|sons?|daughters?|father|mother|widow|wife|husband|born|née"
    r"|maiden|misspell\w*|spell\w*|spelt)\b",
    re.IGNORECASE,
)


_SEXES: Final = {"Mr": "m", "Sir": "m", "Mrs": "f", "Ms": "f", "Miss": "f", "Dame": "f"}
Cluster = tuple[set[str], list["Mention"]]  # given names in plain letters, and the full mentions that have one of them


class Person(Struct, frozen=True, dict=True):
    """All mentions of one person, in order. `sole` means that nobody else in the article has the surname."""

    mentions: tuple[Mention, ...]
    sole: bool

    @cached_property
    def name(self) -> str:
        """The longest name that the article gives, the first of several."""
        return " ".join(max(self.mentions, key=lambda mention: len(mention.name)).name)

    @property
    def surname(self) -> str:
        """The last word of that name."""
        return self.name.rpartition(" ")[2]

    @cached_property
    def full(self) -> bool:
        """Whether more than a surname is known."""
        return any(mention.full for mention in self.mentions)


def held(document: Document) -> tuple[tuple[Person, tuple[tuple[Mention, Role], ...]], ...]:
    """People who are alone in having their surname, whose full name is given, and who have two offices or more.

    Each mention that names an office comes with it; use `document.derived(held)`.
    """
    return tuple(_held(document))


def _held(document: Document) -> Iterator[tuple[Person, tuple[tuple[Mention, Role], ...]]]:
    for person in document.derived(people):
        if person.sole and len(person.mentions) > 1 and person.full:
            found = tuple((mention, role) for mention in person.mentions for role in _roles(document, mention))
            if len(found) > 1:
                yield person, found


def _roles(document: Document, mention: Mention) -> Iterator[Role]:
    """Every office given for the name, in the run of capitals or right beside it."""
    text, segment = document.prose.text, document.segment_at(mention.start)
    if segment is None:
        return
    if mention.title is None:
        yield from apposition.before(text, segment.start, mention.start, mention.end)
    else:
        yield mention.title
    if text.startswith(", ", mention.end):
        yield from apposition.after(text, mention.end, segment.end)


def explained(document: Document, found: Iterable[Mention]) -> bool:
    """Whether a sentence with one of the mentions is about relatives, namesakes or two passports."""
    text = document.prose.text
    around = (document.sentence_at(mention.start) for mention in found)
    return any(_EXPLAINED.search(text, sentence.start, sentence.end) for sentence in around)


def people(document: Document) -> tuple[Person, ...]:
    """The mentions of an article grouped by person, in order of first mention; use `document.derived(people)`.

    Mentions are of one person if they share the surname and a given name (or its initial). A surname alone belongs to
    the one person who has it, and to nobody if two people do.
    """
    groups: dict[str, list[Mention]] = {}
    found = document.derived(mentions)
    leading = _leading(found)
    for mention in found:
        key = plain(mention.name[-1])
        groups.setdefault(leading.get(key, key) if not mention.full else key, []).append(mention)
    persons = [person for group in groups.values() for person in _told_apart(group)]
    return tuple(sorted(persons, key=lambda person: person.mentions[0].start))


def _leading(found: tuple[Mention, ...]) -> dict[str, str]:
    """First word → last word of the one full name that starts with it: "Xi" is Xi Jinping if no surname is Xi."""
    last = {plain(mention.name[-1]) for mention in found if mention.full}
    names: dict[str, set[str]] = {}
    for mention in found:
        if mention.full:
            names.setdefault(plain(mention.name[0]), set()).add(plain(mention.name[-1]))
    return {first: next(iter(ends)) for first, ends in names.items() if len(ends) == 1 and first not in last}


def _told_apart(group: list[Mention]) -> list[Person]:
    """The people with one surname."""
    clusters: list[Cluster] = []
    bare = [mention for mention in group if not mention.full]
    for mention in group:
        if mention.full:
            given = {plain(word) for word in mention.name[:-1]} - {plain(mention.name[-1])}
            same = next((cluster for cluster in clusters if _alike(cluster[0], given)), None)
            if same is None:
                clusters.append((given, [mention]))
            else:
                same[0].update(given)
                same[1].append(mention)
    if len(clusters) == 1 and not _of_both_sexes(group) and not _of_spouse(clusters[0][1][0], bare):
        return [Person(_in_order([*clusters[0][1], *bare]), sole=True)]
    rest: list[Mention] = []
    for mention in bare:
        meant = _meant(clusters, mention)
        (rest if meant is None else meant).append(mention)
    bare, persons = rest, [Person(_in_order(members), sole=False) for _, members in clusters]
    return [*persons, Person(tuple(bare), sole=not clusters)] if bare else persons


def _of_spouse(full: Mention, bare: list[Mention]) -> bool:
    """Whether "Mr. Trump", or "Trump" before her name is given, is another than Melania Trump: the best known of that name.

    That one must be of another sex, as far as the table of given names shows, and not be named in full.
    """
    sex, best = sex_of(full), known_names.best_known().get(full.name[-1], "")
    shown = {sex_of(mention) for mention in bare} - {sex, ""}
    if not best or best in full.name or not ((sex and shown) or (bare and bare[0].start < full.start)):
        return False
    return gazetteer.given().get(best, "") not in (sex, "b") or not sex


def _in_order(members: list[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(members, key=lambda mention: mention.start))


def sex_of(mention: Mention) -> str:
    """`m` or `f` by the honorific before a name, else by the given name; empty where neither tells."""
    return _SEXES.get(mention.honorific, "") or (gazetteer.given().get(mention.name[0], "") if mention.full else "")


def _meant(clusters: list[Cluster], mention: Mention) -> list[Mention] | None:
    """The mentions of the one person of several with a surname whose given name, or sex, a single name has."""
    word, sex = plain(mention.name[0]), _SEXES.get(mention.honorific, "")
    fitting = [members for given, members in clusters if word in given]
    if not fitting and sex:
        fitting = [members for _, members in clusters if gazetteer.given().get(members[0].name[0]) == sex]
    return fitting[0] if len(fitting) == 1 else None


def _alike(one: set[str], other: set[str]) -> bool:
    if one & other:
        return True
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _of_both_sexes(group: list[Mention]) -> bool:
    """Whether a surname occurs with Mr and with Mrs: a couple, for example."""
    forms = {mention.honorific for mention in group}
    return "Mr" in forms and bool(forms & {"Mrs", "Ms", "Miss"})
