"""Ages of relatives: what "her twin, Dina, 47," or "his elder brother, 68," allows beside the age of the person meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts import age_forms as forms
from newslint.knowledge.facts import reference
from newslint.knowledge.facts.age import Age
from newslint.knowledge.facts.ages import ages
from newslint.knowledge.facts.people import cast
from newslint.knowledge.words import holding
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_YOUNGEST: Final = 12  # years between a parent and a child at least
_OLDER: Final = frozenset({"elder", "older", "big"})
_KIN = lazy(
    r"\b(?P<of>[Hh]is|[Hh]er) (?P<order>twin|elder|older|big|younger|little|kid|baby)? ?(?P<kin>brother|sister|"
    r"twin|mother|father|son|daughter|"
    r"grandmother|grandfather|grandson|granddaughter)?,?(?: [A-Z][\w’'-]+){0,3}(?:,| is|"
    r" who is)? (?:aged? )?(?P<age>\d{1,3})(?=[,.;])"
)
# One of which words a match of `_KIN` that says something of ages has, and one of `_TWINS`.
_CUES: Final = frozenset(
    "twin elder older big younger little kid baby brother sister mother father son daughter grandmother grandfather "
    "grandson granddaughter".split()
)
_TWIN: Final = frozenset({"twin", "twins"})
_KIN_BEFORE = lazy(r"\b(?:his|her|their) (?:brother|sister|twin|mother|father|son|daughter|wife|husband|partner)")
_TWINS = lazy(r"\b(?:[Tt]he |[Ii]dentical )?[Tt]wins\b|\b[Tt]win (?:sisters|brothers|boys|girls|sons|daughters)\b")


class Kin(Struct, frozen=True):
    """Two ages, and by how many years the second must exceed the first: `least` to `most`. `relation` says why."""

    one: Age
    other: Age
    least: int
    most: int
    relation: str

    @property
    def possible(self) -> bool:
        """Whether the relation allows the ages."""
        return self.least <= self.other.low - self.one.low <= self.most


def kin_ages(document: Document) -> tuple[Kin, ...]:
    """Pairs of ages of relatives, in order; use `document.derived(kin_ages)`."""
    return (*_relatives(document), *_twins(document))


def _relatives(document: Document) -> Iterator[Kin]:
    text = document.prose.text
    for hit in (hit for one in holding(document, _CUES) for hit in _KIN.finditer(text, one.start, one.end)):
        bounds = _bounds(hit["order"] or "", hit["kin"] or "")
        before = _KIN_BEFORE.search(text, document.sentence_at(hit.start()).start, hit.start())
        if bounds is None or before or not document.quoted.outside(*hit.span()):
            continue
        person = reference.owner(document, hit.start(), "f" if hit["of"].lower() == "her" else "m")
        known = [
            a
            for a in document.derived(ages)
            if a.holder == person and not a.birth and a.year is None and a.how == "name" and a.low == a.high
        ]
        if known:
            age = forms.years(hit["age"])
            yield Kin(
                known[0],
                Age(*hit.span("age"), -1 - hit.start(), "alone", age, age),
                *bounds,
                hit[0][hit[0].index(" ") + 1 :].partition(",")[0],
            )


def _bounds(order: str, kin: str) -> tuple[int, int] | None:
    """By how many years a relative is older, at least and at most; None if the relation says nothing of age."""
    if "twin" in (order, kin):
        return 0, 0
    if kin in ("mother", "father", "grandmother", "grandfather"):
        return (_YOUNGEST if len(kin) == 6 else 2 * _YOUNGEST), forms.OLDEST
    if kin in ("son", "daughter", "grandson", "granddaughter"):
        return -forms.OLDEST, -_YOUNGEST
    if order:
        return (0, forms.OLDEST) if order in _OLDER else (-forms.OLDEST, 0)
    return None


def _twins(document: Document) -> Iterator[Kin]:
    """Of "The twins, Ada, 14, and Rose, 12,": two ages beside names in a sentence that calls two people twins."""
    who = document.derived(cast)
    text = document.prose.text
    for hit in (hit for one in holding(document, _TWIN) for hit in _TWINS.finditer(text, one.start, one.end)):
        end = document.sentence_at(hit.start()).end
        found = [
            a
            for a in document.derived(ages)
            if hit.end() <= a.start < min(end, hit.end() + 70) and a.how == "name" and a.holder in who.likely
        ]
        if len(found) == 2 and found[0].holder != found[1].holder and not (found[0].birth or found[1].birth):
            yield Kin(found[0], found[1], 0, 0, "twin")
