"""Kin: what relative of whom somebody is said to be: "her husband, Ronald", "Moira’s brother Ronald"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts import reference
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.who.scene import scene
from newslint.knowledge.words import holding
from newslint.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.article.document import Document

_GROUPS: Final = (
    "husband wife partner boyfriend girlfriend fiancé fiancée fiance spouse|brother half-brother stepbrother "
    "twin|sister half-sister stepsister twin|"
    "son stepson|daughter stepdaughter|father stepfather dad|mother stepmother mum mom|cousin|uncle|aunt|nephew|"
    "niece|grandmother|grandfather|grandson|"
    "granddaughter|brother-in-law|sister-in-law|son-in-law|daughter-in-law|father-in-law|mother-in-law"
)
_GROUP: Final = {word: number for number, words in enumerate(_GROUPS.split("|")) for word in words.split(" ")}
_KIN: Final = "|".join(sorted(_GROUP, key=len, reverse=True))
_CUES: Final = frozenset(word for kin in _GROUP for word in kin.split("-"))
_TIE = lazy(
    rf"(?P<of>\b(?:[Hh]is|[Hh]er)|(?P<name>[A-Z][\w-]+)[’']s) (?P<order>(?:[a-z]+ )?)(?P<kin>{_KIN})"
    r"(?P<comma>,)? (?P<who>[A-Z][\w-]+)(?P<rest>(?: [A-Z][\w-]+){0,2})"
)
_AFTER = lazy(
    rf"(?P<who>[A-Z][\w-]+)(?P<rest>(?: [A-Z][\w-]+){{0,2}}),(?: who is| now| \d\d,)? (?P<of>his|her|"
    rf"(?P<name>[A-Z][\w-]+)[’']s) "
    rf"(?P<order>(?:[a-z]+ )?)(?P<kin>{_KIN})(?=[,.;])"
)
_OF = lazy(
    rf"(?P<who>[A-Z][\w-]+)(?P<rest>(?: [A-Z][\w-]+){{0,2}}),(?: who is| now| \d\d,)? (?:the|an?) "
    rf"(?P<order>(?:[a-z]+ )?)(?P<kin>{_KIN}) of (?:the )?(?:late )?(?P<name>[A-Z][\w-]+)"
)
_PAST: Final = frozenset({"late ", "former ", "ex ", "future ", "then "})
# What two people are to each other, whoever of them is called so: the relation, and 1 for the elder, -1 for the younger of the two.
_RELATIONS: Final = {
    word: (relation, side)
    for relation, side, words in (
        ("couple", 0, "husband wife partner boyfriend girlfriend fiancé fiancée fiance spouse"),
        ("siblings", 0, "brother sister half-brother half-sister stepbrother stepsister twin"),
        ("parent", 1, "father mother dad mum mom stepfather stepmother"),
        ("parent", -1, "son daughter stepson stepdaughter"),
        ("cousins", 0, "cousin"),
        ("aunt", 1, "aunt uncle"),
        ("aunt", -1, "nephew niece"),
        ("grandparent", 1, "grandmother grandfather"),
        ("grandparent", -1, "grandson granddaughter"),
        ("siblings-in-law", 0, "brother-in-law sister-in-law"),
        ("parent-in-law", 1, "father-in-law mother-in-law"),
        ("parent-in-law", -1, "son-in-law daughter-in-law"),
    )
    for word in words.split()
}


class Tie(Struct, frozen=True):
    """A relative: [start, end) of the word of kinship; `of` is the index of the person whose relative it is, or None.

    `sex` is that of the pronoun, `who` the relative's first name, `rest` the other words of the name, `kin` the word of
    kinship and `group` its kind; `relative` is the relative's index, or None.
    """

    start: int
    end: int
    of: int | None
    sex: str
    who: str
    rest: str
    kin: str
    group: int
    relative: int | None = None

    def excludes(self, other: Tie) -> bool:
        """Whether two ties make one relative of one person two things, or two people two things to each other."""
        if self.of is not None and self.of == other.relative and self.relative == other.of:
            return self._between(self.of) != other._between(self.of)
        same = self.who == other.who and (not self.rest or not other.rest or self.rest == other.rest)
        owner = self.of == other.of if None not in (self.of, other.of) else "" != self.sex == other.sex
        return same and owner and self.group != other.group and "twin" not in (self.kin, other.kin)

    def _between(self, person: int | None) -> tuple[str, int]:
        """What two people are, and whether the one who is not `person` is the elder."""
        relation, side = _RELATIONS[self.kin]
        return relation, side if self.of == person else -side


def ties(document: Document) -> tuple[Tie, ...]:
    """The relatives that the text names, in order; use `document.derived(ties)`."""
    return tuple(_ties(document)) + tuple(_parsed_ties(document))


def _parsed_ties(document: Document) -> Iterator[Tie]:
    """What the parse adds: "Gary, who is Tracy’s brother", "Tracy Lomax and her cousin, Lee"."""
    persons = document.derived(cast).persons
    for one in document.derived(scene):
        noun = one.description.noun.removeprefix("ex-") if one.description is not None else ""
        if noun in _GROUP and one.who is not None and one.who >= 0 and one.owner is not None and one.present:
            first, *rest = persons[one.who].name.split(" ")
            assert one.description is not None
            start = one.end - len(one.description.noun)
            name = "".join(f" {word}" for word in rest)
            yield Tie(start, one.end, one.owner, "", first, name, noun, _GROUP[noun], one.who)


def _ties(document: Document) -> Iterator[Tie]:
    text, who = document.prose.text, document.derived(cast)
    spans = [(segment.start, segment.end) for segment in holding(document, _CUES)]
    for hit in (hit for form in (_TIE, _AFTER, _OF) for span in spans for hit in form.finditer(text, *span)):
        if hit["order"] in _PAST or not document.quoted.outside(*hit.span()):
            continue
        sex = "" if hit["name"] else "f" if hit["of"].lower() == "her" else "m"
        of = _named(document, hit, "name") if hit["name"] else reference.owner(document, hit.start(), sex)
        relative = next((one.person for one in who.within(*hit.span("who"))), None)
        yield Tie(*hit.span("kin"), of, sex, hit["who"], hit["rest"], hit["kin"], _GROUP[hit["kin"]], relative)


def _named(document: Document, hit: re.Match[str], group: str) -> int | None:
    """The index of the person whose name is a group of a match."""
    found = document.derived(cast).within(hit.start(group), hit.start(group) + 1)
    return found[0].person if found else _known(document, hit[group])


def _known(document: Document, name: str) -> int | None:
    """The index of the one person with a name among their words."""
    persons = document.derived(cast).persons
    found = [index for index, person in enumerate(persons) if any(name in mention.name for mention in person.mentions)]
    return found[0] if len(found) == 1 else None
