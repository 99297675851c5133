"""ages: one person with two ages, or with an age that the year of birth does not allow."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge.facts.age_kin import kin_ages
from newslint.knowledge.facts.ages import ages
from newslint.knowledge.facts.people import cast
from newslint.knowledge.published import article_date
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.knowledge.facts.age import Age
    from newslint.knowledge.facts.age_kin import Kin
    from newslint.knowledge.people import Person

# The article knows two people of one name.
_NAMESAKES = lazy(
    r"[A-Z]\w+,? (?:Jr|Sr|Junior|Senior)\b|\b(?:[Nn]amesake|[Ss]ame name|[Nn]o relation|[Nn]amed after|[Ff]ather and son|"
    r"[Tt]he (?:younger|elder|older) (?=[A-Z])|[A-Z][a-z]+ the (?:younger|elder)|[Bb]oth (?:called|named)|"
    r"[Aa]nother [A-Z][a-z]+, \d|also (?:an? )?[A-Z][a-z]+,|"
    r"(?:his|her|their) (?:son|daughter|father|mother|niece|nephew|cousin|uncle|aunt|grandson|granddaughter),? also)\b"
)
_KIN = lazy(
    r"\b(?:his|her|their|whose|the) (?:[a-z]+ )?(?:son|daughter|father|mother|brother|sister|nephew|niece|cousin|"
    r"uncle|aunt),? \Z"
)
_INTRODUCED = lazy(r", (?P<role>(?:also )?an? [^,.;]+)")
_BIRTHDAY = lazy(r"\b(?:birthday|turn(?:s|ed|ing) \d+|will turn|would have been)\b")
_DEAD = lazy(r"\b(?:died|dies|death|dead|killed|murdered|late|funeral|obituary)\b")
_NEWS_OF_DEATH = lazy(
    r"\b(?:has died|dies|died (?:on |early |late |last |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|yester)day)\b[^.]*"
    r"(?:\. (?:He|She) was )?\Z"
)
_LEAD: Final = 90  # code points before an age
_GENERATION: Final = 15  # years: people of one name who are further apart are mostly two
_SLACK: Final = 0.2  # years: an article may have lain for weeks


class Ages(Check, frozen=True, kw_only=True):
    """`Alan Trewhitt, 61,` and `the 58-year-old`; an age against `born in 1950`, or against `was 30 when … in 2003`.

    Silent where the article knows two people of the name, a birthday between, or an age at another time.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "stated"})
    cases: ClassVar[dict[str, frozenset[str]]] = {
        "two-ages": frozenset({"other"}),
        "birth-year": frozenset({"year"}),
        "relative": frozenset({"other", "relation"}),
    }
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """What an age is written with."""
        digits = "123456789"
        return (
            *("-year-old", ", aged ", " age ", " aged ", "enarian", "teenage", " turned ", " turns ", "born "),
            *(f"{lead}{digit}" for lead in (", ", " (", " is ", " at ", "at ", " was ") for digit in digits),
        )

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each age that the first sure one of its person does not allow."""
        document = unit.document
        said = document.derived(ages)
        settled = (age for age in said if age.how != "unknown")
        for holder, found in groupby(sorted(settled, key=lambda age: age.holder), lambda age: age.holder):
            others = {age.low for age in said if age.holder != holder and age.low == age.high}
            own = (age for age in found if age.how != "description" or age.low != age.high or age.low not in others)
            yield from _conflicts(document, holder, list(own))
        yield from _transposed(document, said)
        for kin in document.derived(kin_ages):
            if not kin.possible and kin.one.start != kin.other.start:  # a son who is called as his father is
                yield _of_kin(document, kin)


def _conflicts(document: Document, holder: int, found: Sequence[Age]) -> Iterator[Match]:
    trusted = document.derived(article_date)
    today = None if trusted is None else trusted.day.year + (trusted.day.month - 1) / 12 + trusted.day.day / 372
    if not found:
        return
    base = min(found, key=lambda age: (age.how not in ("name", "alone"), not age.birth, age.start))
    for one in found:
        gap = base.apart(one, today)
        if gap > _SLACK and _sure(base, one, gap) and not _explained(document, base, one, gap):
            wrong, right = (base, one) if one.birth and not base.birth else (one, base)
            yield _match(document, holder, wrong, right)


def _sure(base: Age, one: Age, gap: float) -> bool:
    """Whether one person must be meant at one time: not `he was 30 when …`, nor two ages a generation apart beside names."""
    if any(age.how == "pronoun" and age.year and not age.birth for age in (base, one)):
        return False
    named = base.how == one.how == "name" and not (base.birth or one.birth)
    return not named or gap <= _GENERATION or str(base.low)[::-1] == str(one.low)


def _transposed(document: Document, said: Sequence[Age]) -> Iterator[Match]:
    """Of "The 87-year-old" where nobody is 87, but somebody is 78: whoever is meant, the digits have changed places."""
    sure = {
        str(one.low): one for one in said if one.how == "name" and one.low == one.high and one.year is None and one.high
    }
    several = Counter(one.holder for one in said)
    for one in said:
        loose = one.how == "unknown" or (one.how == "description" and several[one.holder] == 1)
        meant = sure.get(str(one.low)[::-1]) if loose and str(one.low) not in sure else None
        if meant is not None and meant.start < one.start and not _explained(document, meant, one, 9):
            yield _match(document, meant.holder, one, meant)


def _of_kin(document: Document, kin: Kin) -> Match:
    text = document.prose.text
    values = {
        "name": document.derived(cast).persons[kin.one.holder].name,
        "stated": text[kin.other.start : kin.other.end].partition("-")[0],
        "other": str(kin.one.low),
        "relation": kin.relation,
    }
    related = (Compared(Span(kin.one.start, kin.one.end)),)
    return Match(Span(kin.other.start, kin.other.end), values=values, related=related, case="relative")


def _explained(document: Document, one: Age, other: Age, gap: float) -> bool:
    """Whether the article speaks of a family of that name, or of a birthday."""
    text = document.prose.text
    if (
        one.birth != other.birth
        and not (one.year and other.year)
        and _DEAD.search(text)
        and not _died(text, one, other)
    ):
        return True
    if one.holder >= 0 and _of_family(text, document.derived(cast).persons[one.holder]):
        return True
    roles = [hit["role"] for age in (one, other) if (hit := _INTRODUCED.match(text, age.end))]
    if len(set(roles)) == 2:
        return True  # "Rohan Mehta, 29, a dentist, … Rohan Mehta, 31, a tax inspector": two people are introduced
    exact = one.low == one.high and other.low == other.high  # "turned 45 in March" has reckoned with the birthday
    return _NAMESAKES.search(text) is not None or (exact and gap <= 1 + _SLACK and _BIRTHDAY.search(text) is not None)


def _of_family(text: str, person: Person) -> bool:
    """Whether others bear the name: "the Strouds", a surname of two, or "his son, Dale Stroud" of somebody who is known already."""
    if not (person.full or person.sole):
        return True  # "Biden" where the text has two of the name
    again = (mention for mention in person.mentions[1:] if mention.full)
    return f"{person.surname}s" in text or any(_KIN.search(text, max(m.start - 30, 0), m.start) for m in again)


def _died(text: str, one: Age, other: Age) -> bool:
    """Whether an age is said to be that of a death just reported, or nobody's death is in question because the age is today's."""
    age = one if other.birth else other
    return _NEWS_OF_DEATH.search(text, max(age.start - _LEAD, 0), age.start) is not None


def _match(document: Document, holder: int, wrong: Age, right: Age) -> Match:
    text = document.prose.text
    name = document.derived(cast).persons[holder].name if holder >= 0 else "the person"
    said = text[right.start : right.end].partition("-")[0]
    values = {
        "name": name,
        "stated": text[wrong.start : wrong.end].partition("-")[0],
        "year" if right.birth else "other": said,
    }
    case = "birth-year" if right.birth else "two-ages"
    return Match(
        Span(wrong.start, wrong.end), values=values, related=(Compared(Span(right.start, right.end)),), case=case
    )
