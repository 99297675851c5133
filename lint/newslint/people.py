"""People: who is named in an article, by which titles, and which mentions are of one person.

A mention is a run of capitalised words with what stands right before and after it: "Turkish President Recep Tayyip
Erdogan", "the Russian leader Erdogan", "Erdogan, the president of Turkey,". Nothing is guessed beyond that.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint import titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.document import Document
    from newslint.titles import Role

_CAPITAL: Final = "A-ZÀ-ÖØ-ÞĀ-Ž"
_WORD: Final = (
    r"(?:(?:[A-Z]\.)+(?!\w)|(?:Sens?|Govs?|Reps?|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Jr|Sr|Prof|Rev|Sgt|Capt|Maj|Adm|Supt|Det|Cllr|St)\."
    rf"|[{_CAPITAL}](?:\w|[-’'](?=\w))*)"
)
_PARTICLE: Final = r"(?:(?:de|del|della|da|dos|das|di|van|von|der|den|ter|bin|ibn|al|el|la|le|du|of|of the) )"
_RUN: Final = re.compile(rf"(?<![\w.\-]){_WORD}(?: {_PARTICLE}{{0,2}}{_WORD})*")
_POSSESSIVE: Final = re.compile(r"[’'](?:s|)$")
_READ: Final = frozenset({"paragraph", "list-item", "block-quote", "caption"})
_LONGEST: Final = 9  # words; a longer run is a line in capitals
_ACRONYM: Final = 3  # letters: a longer word in capitals is shouted, and no name can be told from it
_SUFFIX: Final = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
# Where a text itself speaks of relatives, namesakes or two passports, two people of one name are likely.
_EXPLAINED: Final = re.compile(
    r"\b(?:no relation|not related|unrelated|namesakes?|same (?:sur|last |first |full )?names?|(?:also"
    r"|both) (?:called|named)|not to be confused|dual (?:citizen|national)"
    r"|confused|stepbrothers?|cousins?|brothers?|sisters?|sons?|daughters?|father|mother|widow|wife|husband|born|née"
    r"|maiden|misspell\w*|spell\w*|spelt)\b",
    re.IGNORECASE,
)
# Words that open a sentence and belong to no name.
_OPENERS: Final = frozenset(
    "A About According Across After Again Against All Also Although Among An And Another Any Are As At Because Before "
    "Both But By Can Did Do Does During Each Earlier Even Every Few For From Given Had Has Have He Her Here His How "
    "However I If In Indeed Instead Into Is It Its Just Last Later Like Many Meanwhile More Most Much My Nearly Neither "
    "Never Next No Nor Not Now Of On Once One Only Or Other Others Our Over Perhaps Several She Should Since So Some "
    "Still Such Than That The Their Then There These They This Those Though Three Through Thus To Today Two Under Unlike "
    "Until Was We Were What When Where Whether Which While Who Why Will With Within Without Would Yes Yet You Your Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September "
    "October November December".split()
)


class Mention(Struct, frozen=True):
    """One place that names a person: [start, end) of the name alone, in the prose.

    `name` is the words of the name without titles, initials, suffix and possessive; the last is taken for the surname.
    `title` is the office that stands in the same run of capitals; `roles` has those beside it too.
    """

    start: int
    end: int
    name: tuple[str, ...]
    title: Role | None = None
    honorific: str = ""

    @property
    def full(self) -> bool:
        """Whether more than a surname is given."""
        return len(self.name) > 1


class Person(Struct, frozen=True, dict=True):
    """All mentions of one person, in order. `sole` says that nobody else in the article bears the surname."""

    mentions: tuple[Mention, ...]
    sole: bool

    @cached_property
    def name(self) -> str:
        """The longest name that the article gives, the first of several."""
        return " ".join(max(self.mentions, key=lambda mention: len(mention.name)).name)

    @property
    def full(self) -> bool:
        """Whether more than a surname is known."""
        return any(mention.full for mention in self.mentions)


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A name's word without accents, hyphens, apostrophes and case, for comparison."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.replace("-", "").replace("’", "").replace("'", "").lower()


def mentions(document: Document) -> tuple[Mention, ...]:
    """Everything in the running text that may be a person's name, in order; use `document.derived(mentions)`."""
    return tuple(_mentions(document))


def held(document: Document) -> tuple[tuple[Person, tuple[tuple[Mention, Role], ...]], ...]:
    """The people who bear their surname alone, whose full name is given, and who are given two offices or more.

    With every mention that says an office goes that office; use `document.derived(held)`.
    """
    return tuple(_held(document))


def _held(document: Document) -> Iterator[tuple[Person, tuple[tuple[Mention, Role], ...]]]:
    for person in document.derived(people):
        if person.sole and len(person.mentions) > 1 and person.full:
            found = tuple((mention, role) for mention in person.mentions for role in _roles(document, mention))
            if len(found) > 1:
                yield person, found


def _roles(document: Document, mention: Mention) -> Iterator[Role]:
    """Every office said of the name, in the run of capitals or right beside it."""
    text, segment = document.prose.text, document.segment_at(mention.start)
    if segment is None:
        return
    if mention.title is None:
        yield from titles.before(text, segment.start, mention.start, mention.end)
    else:
        yield mention.title
    if text.startswith(", ", mention.end):
        yield from titles.after(text, mention.end, segment.end)


def _mentions(document: Document) -> Iterator[Mention]:
    text = document.prose.text
    for segment in document.segments:
        if segment.kind not in _READ:
            continue
        for hit in _RUN.finditer(text, segment.start, segment.end):
            run = hit[0]
            if " " in run:
                mention = _mention(run, hit.end())
                if mention is not None:
                    yield mention
            elif run not in _OPENERS and len(run) > 2 and run[-1] != ".":
                word = run if run.isalpha() else _POSSESSIVE.sub("", run)
                yield Mention(hit.start(), hit.start() + len(word), (word,))


def _mention(run: str, stop: int) -> Mention | None:
    """The mention in a run of several words that ends at `stop` of the prose."""
    words = run.split(" ")
    if len(words) > _LONGEST:
        return None
    while words and words[0] in _OPENERS:
        del words[0]
    held = titles.in_run(words)
    first = held.words if held else 0
    honorific = ""
    for at in range(
        len(words) - 2, first - 1, -1
    ):  # "Federal Reserve Chair Jerome Powell": nothing before "Chair" is a name
        if words[at] in titles.HONORIFICS:
            honorific, first = words[at].rstrip("."), at + 1
            break
    name = _name(words[first:])
    if not name:
        return None
    title = held.role(stop - len(" ".join(words))) if held else None
    begin = stop - len(" ".join(words[first:]))
    return Mention(begin, stop - len(run) + len(_POSSESSIVE.sub("", run)), name, title, honorific)


def _name(words: list[str]) -> tuple[str, ...]:
    """The words of a name proper; empty if a word shows that it is none."""
    if not words or "of" in words:
        return ()
    words[-1] = _POSSESSIVE.sub("", words[-1])
    name = tuple(w for w in words if len(w) > 1 and w[-1] != "." and w not in _SUFFIX and not w.islower())
    return () if _OPENERS.intersection(name) or any(w.isupper() and len(w) > _ACRONYM for w in name) else name


def explained(document: Document, found: Iterable[Mention]) -> bool:
    """Whether a sentence with one of the mentions tells of relatives, namesakes or two passports."""
    text = document.prose.text
    around = (document.sentence_at(mention.start) for mention in found)
    return any(_EXPLAINED.search(text, sentence.start, sentence.end) for sentence in around)


def people(document: Document) -> tuple[Person, ...]:
    """The mentions of an article grouped by person, in order of first mention; use `document.derived(people)`.

    Mentions are of one person if they share the surname and a given name (or its initial). A surname alone belongs to
    the one person who bears it, and to nobody if two do.
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
    """First word → last word of the one full name that starts with it: "Xi" is Xi Jinping where nobody is called Xi."""
    last = {plain(mention.name[-1]) for mention in found if mention.full}
    names: dict[str, set[str]] = {}
    for mention in found:
        if mention.full:
            names.setdefault(plain(mention.name[0]), set()).add(plain(mention.name[-1]))
    return {first: next(iter(ends)) for first, ends in names.items() if len(ends) == 1 and first not in last}


def _told_apart(group: list[Mention]) -> list[Person]:
    """The persons of one surname."""
    clusters: list[tuple[set[str], list[Mention]]] = []
    bare = [mention for mention in group if not mention.full]
    for mention in group:
        if mention.full:
            given = {plain(word) for word in mention.name[:-1]}
            same = next((cluster for cluster in clusters if _alike(cluster[0], given)), None)
            if same is None:
                clusters.append((given, [mention]))
            else:
                same[0].update(given)
                same[1].append(mention)
    if len(clusters) == 1 and not _of_both_sexes(group):
        return [Person(tuple(sorted((*clusters[0][1], *bare), key=lambda m: m.start)), sole=True)]
    persons = [Person(tuple(members), sole=False) for _, members in clusters]
    return [*persons, Person(tuple(bare), sole=not clusters)] if bare else persons


def _alike(one: set[str], other: set[str]) -> bool:
    if one & other:
        return True
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _of_both_sexes(group: list[Mention]) -> bool:
    """Whether one surname is written with Mr and with Mrs: a couple, say."""
    forms = {mention.honorific for mention in group}
    return "Mr" in forms and bool(forms & {"Mrs", "Ms", "Miss"})
