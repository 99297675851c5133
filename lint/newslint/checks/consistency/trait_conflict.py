"""trait-conflict: one person with two parties, nationalities, posts or bodies that exclude each other."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge.facts import role_words
from newslint.knowledge.facts.bodies import distinct, opponents
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.role_forms import all_traits, is_party
from newslint.knowledge.people import explained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.roles import Trait

# Words that tell of a change, of another time or of something unreal, near either of two traits.
_CHANGED: Final = re.compile(
    r"\b(?:former(?:ly)?|previous(?:ly)?|once|ex|then[- ](?:[a-z]+ )?(?:an?|the|prime|president|MP|leader)|later|"
    r"until|became|become|appoint\w*|promot\w*|demot\w*|"
    r"nomin\w*|elect(?:ed)?|candidate|succeed\w*|successor|replac\w+|resign\w*|retire\w*|quit|joined|join|"
    r"mov(?:ed|ing) (?:to|from)|switch\w*|"
    r"also|as well as|defect\w*|sign(?:ed|ing) (?:for|with|from)|transfer\w*|loan\w*|step\w* (?:down|up)|took over|predecessor|"
    r"dual|naturali[sz]ed|citizenship|adopted|years? (?:ago|before|earlier)|at the time|in (?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_POSTS: Final = frozenset({"company", "position", "trial", "rank", "office"})
_GOVERNMENT: Final = frozenset({"minister", "prime minister", "chief minister", "mayor", "head of state"})
_SIDES: Final = frozenset({"coach", "captain", "goalkeeper", "defender", "midfielder", "forward", "player", "pitcher"})
# Roles that are held for one body at a time.
_ONE_BODY: Final = frozenset(
    "coach|leader|governor|mayor|captain|chief executive|chief financial officer|analyst|spokesman|goalkeeper|"
    "defender|midfielder|"
    "forward|judge|minister|prime minister|chief minister|head of state|diplomat|superintendent|inspector|"
    "admiral|quarterback|pitcher|"
    "chairman|councillor|senator|congressman|speaker|trainer".split("|")
)


class TraitConflict(Check, frozen=True, kw_only=True):
    """`by: post` compares offices, ranks and positions, `by: party` parties, `by: nationality` nations, `by: body` whom
    somebody leads, plays for or works for in the same role.

    Silent where the text speaks of a change, of relatives or namesakes, or of another time.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "other"})
    per: ClassVar[str] = "document"

    by: Literal["post", "party", "nationality", "body"] = "post"

    def find(self, unit: Unit) -> Iterator[Match]:
        """At most one match a person: the later of the first two traits that cannot both be true."""
        document = unit.document
        groups: dict[int, list[Trait]] = {}
        persons = document.derived(cast).persons
        for trait in document.derived(all_traits):
            if persons[trait.person].full and not trait.limited and self._compared(trait):
                groups.setdefault(trait.person, []).append(trait)
        for person, found in groups.items():
            pairs = (pair for pair in combinations(found, 2) if self._exclude(document.prose.text, *pair))
            pair = next((pair for pair in pairs if pair[0].slot != "office" or _of_government(*pair)), None)
            if pair is not None and not _explained(document, person, *pair):
                yield _match(document, person, *pair)

    def _compared(self, trait: Trait) -> bool:
        if self.by == "post":
            return trait.slot in _POSTS
        return trait.slot == {"party": "party", "nationality": "nation", "body": "body"}[self.by]

    def _exclude(self, text: str, one: Trait, other: Trait) -> bool:
        if one.slot != other.slot or one.value == other.value:
            return False
        if self.by == "party":
            return role_words.opposed(one.value, other.value)
        if self.by == "nationality":
            return role_words.foreign(frozenset(one.value.split(",")), frozenset(other.value.split(",")))
        return self.by == "post" or (_rivals(text, one, other) and distinct(one.value, other.value))


def _rivals(text: str, one: Trait, other: Trait) -> bool:
    """Whether somebody has the same role for two bodies, belongs to two parties, or has an employer and another's team."""
    if is_party(one.value) and is_party(other.value):
        return True
    roles = {one.role, other.role}
    if "own" in roles:
        return len(roles & _SIDES) == 1 and opponents(text, one.value, other.value)
    return (len(roles) == 1 or "any" in roles) and bool(roles & _ONE_BODY)


def _of_government(one: Trait, other: Trait) -> bool:
    """Whether two offices are those of a government or a town, none of which a member of another body holds besides."""
    return {one.value, other.value} <= _GOVERNMENT


def _explained(document: Document, person: int, one: Trait, other: Trait) -> bool:
    """Whether the text speaks of a change, of relatives, or has two people of one name."""
    text, who = document.prose.text, document.derived(cast)
    sentences = [document.sentence_at(trait.start) for trait in (one, other)]
    if sentences[0] == sentences[1] or any(_CHANGED.search(text, s.start, s.end) for s in sentences):
        return True
    near = [m for m in who.persons[person].mentions if any(s.start <= m.start < s.end for s in sentences)]
    return explained(document, near)


def _match(document: Document, person: int, one: Trait, other: Trait) -> Match:
    earlier, later = sorted((one, other), key=lambda trait: trait.start)
    values = {
        "name": document.derived(cast).persons[person].name,
        "other": document.prose.text[earlier.start : earlier.end],
    }
    return Match(Span(later.start, later.end), values=values, related=(Compared(Span(earlier.start, earlier.end)),))
