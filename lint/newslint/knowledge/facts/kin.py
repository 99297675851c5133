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
_PAST: Final = frozenset({"late ", "former ", "ex ", "future ", "then "})


class Tie(Struct, frozen=True):
    """A relative: [start, end) of the word of kinship; `of` is the index of the person whose relative it is, or None.

    `sex` is that of the pronoun, `who` the relative's first name, `rest` the other words of the name, `kin` the word of
    kinship and `group` its kind.
    """

    start: int
    end: int
    of: int | None
    sex: str
    who: str
    rest: str
    kin: str
    group: int

    def excludes(self, other: Tie) -> bool:
        """Whether two ties make one relative of one person two things."""
        same = self.who == other.who and (not self.rest or not other.rest or self.rest == other.rest)
        owner = self.of == other.of if None not in (self.of, other.of) else "" != self.sex == other.sex
        return same and owner and self.group != other.group and "twin" not in (self.kin, other.kin)


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
            yield Tie(start, one.end, one.owner, "", first, "".join(f" {word}" for word in rest), noun, _GROUP[noun])


def _ties(document: Document) -> Iterator[Tie]:
    text, who = document.prose.text, document.derived(cast)
    spans = [(segment.start, segment.end) for segment in holding(document, _CUES)]
    for hit in (hit for form in (_TIE, _AFTER) for span in spans for hit in form.finditer(text, *span)):
        if hit["order"] in _PAST or not document.quoted.outside(*hit.span()):
            continue
        sex = "" if hit["name"] else "f" if hit["of"].lower() == "her" else "m"
        if hit["name"]:
            named = who.within(hit.start("name"), hit.start("name") + 1)
            of = named[0].person if named else _known(document, hit["name"])
        else:
            of = reference.owner(document, hit.start(), sex)
        yield Tie(*hit.span("kin"), of, sex, hit["who"], hit["rest"], hit["kin"], _GROUP[hit["kin"]])


def _known(document: Document, name: str) -> int | None:
    """The index of the one person with a name among their words."""
    persons = document.derived(cast).persons
    found = [index for index, person in enumerate(persons) if any(name in mention.name for mention in person.mentions)]
    return found[0] if len(found) == 1 else None
