"""trait-conflict: one person with two parties, nationalities, posts or bodies that exclude each other."""

from __future__ import annotations

import re
from itertools import chain, combinations
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge import gazetteer
from newslint.knowledge.acting import names_a_body
from newslint.knowledge.facts import role_words
from newslint.knowledge.facts.bodies import distinct, opponents
from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.role_forms import all_traits, is_party
from newslint.knowledge.facts.who import nouns
from newslint.knowledge.facts.who.family import family
from newslint.knowledge.facts.who.fates import fates, opposed
from newslint.knowledge.facts.who.origins import origins
from newslint.knowledge.facts.who.portfolios import portfolios
from newslint.knowledge.facts.who.seats import seats
from newslint.knowledge.facts.who.sexes import sexes, styled
from newslint.knowledge.people import explained
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.roles import Trait
    from newslint.reading.models import Reads

_THEN: Final = (
    r"former(?:ly)?|previous(?:ly)?|once|ex|then[- ](?:[a-z]+ )?(?:an?|the|prime|president|MP|leader)|until|years? (?:ago|before|"
    r"earlier)|at the time"
)
_MOVED: Final = (
    r"later|became|become|appoint\w*|promot\w*|demot\w*|nomin\w*|elect(?:ed)?|candidate|succeed\w*|successor|replac\w+|resign\w*|"
    r"retire\w*|quit|joined|join|mov(?:ed|ing) (?:to|from)|switch\w*|also|as well as|defect\w*|sign(?:ed|ing) (?:for|with|from)|"
    r"transfer\w*|loan\w*|step\w* (?:down|up)|took over|predecessor|in (?:1[5-9]|20)\d\d"
)
_PASSPORTS: Final = (
    r"dual|naturali[sz]ed|citizen(?:ship)?|adopted|passports?|allegiance|descent|heritage|roots|parents|exile\w*"
)
_PLACED: Final = (
    r"convert\w*|emergency|switch\w*|stand-in|deputi[sz]\w+|as an?|play\w* (?:at|in|on)|moved|role|also|both|turned"
)


def _words(*said: str) -> re.Pattern[str]:
    return lazy(rf"\b(?:{'|'.join(said)})\b", re.IGNORECASE)


# Words near either of two traits that tell of a change, of another time or of something unreal, by what is compared.
_CHANGED: Final = {
    "nation": _words(_THEN, _PASSPORTS, "became|become|represent\\w*|switch\\w*"),
    "position": _words(_THEN, _PLACED),
    "party": _words(
        _THEN,
        "later|became|become|switch\\w*|defect\\w*|left|leave|leaving|quit|joined|join|rejoin\\w*|"
        "cross\\w* (?:the (?:floor|aisle)|over)|expel\\w*|turned|convert\\w*|nomin\\w*|endors\\w*"
        "|cross-?filed|fusion|both|as an?|registered|caucus\\w*|resign\\w*|also",
    ),
    "calling": _words(
        _THEN, _PLACED, "retired?|train(?:ed|ing)|studied|qualified|by day|part-time|became|become|as well as|before"
    ),
    "was": _words(_PLACED, "train(?:ed|ing)|studied|then|later|before|after|and then|became|become"),
    "sex": _words("transgender|trans|non-?binary|transition\\w*|pseudonym|pen name|persona|character|drag"),
    "born": _words(_THEN, "rais\\w+|grew"),
    "seat": _words(
        "former|then|previous\\w*|later|became|become|appoint\\w*|promot\\w*|elect(?:ed)?|succeed\\w*|replac\\w+|resign\\w*|sworn|"
        "step\\w* (?:down|up)|took over|acting|is also|at the time|as"
    ),
    "portfolio": _words(
        _THEN,
        "later|became|become|appoint\\w*|promot\\w*|mov(?:ed|ing)|shuffl\\w*|reshuffl\\w*|succeed\\w*|replac\\w+|swap\\w*|"
        "also|both|double[sd]?|doubling|combin\\w*|acting|interim|shadow|deputy|junior|counterpart|new",
    ),
    **dict.fromkeys(("children", "sons", "daughters"), _words("then", "later", "at the time", "couples?", "their")),
    "married": _words("remarr\\w+", "second", "third", "new", "film", "novel", "character"),
    "sibling": _words("until", "half", "step\\w*", "adopt\\w*", "foster", "in arms", "film", "novel", "character"),
    "life": _words(
        "novel|film|movie|play|character|fiction\\w*|wrongly|mistaken\\w*|rumou?rs?|reported dead|"
        "alleged\\w*|once said|had (?:said|told)|memoir|episode"
    ),
    "verdict": _words(
        "appeal\\w*|overturn\\w*|quash\\w*|retri\\w+|previous\\w*|earlier|separate\\w*|another|later|"
        "originally|first|pardon\\w*|sentence was"
    ),
    "vote": _words(
        "later|previous\\w*|earlier|before|first|then|ago|last|now|chang\\w+|revers\\w+|amend\\w*|again|initial\\w*|switch\\w*|twice|once|both|while|times"
    ),
    "stance": _words(
        "later|previous\\w*|earlier|before|first|then|ago|last|now|once|used to|no longer|chang\\w+|"
        "revers\\w+|while|when|if|both|although|though|initial\\w*"
    ),
}
_ANY_CHANGE: Final = _words(_THEN, _MOVED, _PASSPORTS)
_NAMESAKES: Final = _words(
    "cousins", "namesakes?", "no relation", "(?:not|un)related", "same name", "brothers", "sisters", "twins"
)
_NO_NAMESAKES: Final = frozenset(
    {"born", "children", "sons", "daughters", "married", "sibling", "life", "verdict", "vote", "stance"}
)  # relatives in the sentence say nothing of these
_POSTS: Final = frozenset({"company", "position", "trial", "rank", "office", "seat", "portfolio"})
_SLOTS: Final = {
    "party": ("party",),
    "nationality": ("nation",),
    "body": ("body",),
    "calling": ("calling", "was"),
    "birthplace": ("born",),
    "sex": ("sex",),
    "fate": ("life", "verdict", "vote", "stance"),
    "family": ("children", "sons", "daughters", "married", "sibling"),
}
_GOVERNMENT: Final = frozenset({"minister", "prime minister", "chief minister", "mayor", "governor", "head of state"})
_SIDES: Final = frozenset({"coach", "captain", "goalkeeper", "defender", "midfielder", "forward", "player", "pitcher"})
# Roles that are held for one body at a time.
_ONE_BODY: Final = frozenset(
    "coach|leader|governor|mayor|captain|chief executive|chief financial officer|analyst|spokesman|goalkeeper|"
    "defender|midfielder|"
    "forward|judge|minister|prime minister|chief minister|head of state|superintendent|inspector|"
    "admiral|quarterback|pitcher|"
    "councillor|senator|congressman|speaker|trainer|headteacher|headmaster|headmistress|principal|editor|bishop|vicar|"
    "conductor|constable|sheriff".split("|")
)


# What is compared besides the traits beside names and in descriptions.
_MORE: Final = {"sex": (sexes,), "post": (seats, portfolios), "birthplace": (origins,)}


class TraitConflict(Check, frozen=True, kw_only=True):
    """`by: post` compares offices, ranks and positions, `by: party` parties, `by: nationality` nations, `by: body` whom
    somebody leads, plays for or works for in the same role.

    Silent where the text speaks of a change, of relatives or namesakes, or of another time.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "other"})
    per: ClassVar[str] = "document"

    by: Literal["post", "party", "nationality", "body", "calling", "birthplace", "sex", "fate", "family"] = "post"

    @property
    def reads(self) -> Reads:
        """Parses, where only they show what is compared."""
        return "parses" if self.by in ("calling", "birthplace", "sex", "fate") else ""

    def find(self, unit: Unit) -> Iterator[Match]:
        """At most one match a person: the later of the first two traits that cannot both be true."""
        document = unit.document
        groups: dict[int, list[Trait]] = {}
        persons = document.derived(cast).persons
        for trait in self._traits(document):
            if (persons[trait.person].full or self.by == "sex") and not trait.limited and self._compared(trait):
                groups.setdefault(trait.person, []).append(trait)
        for person, found in groups.items():
            found = styled(found) if self.by == "sex" else found
            pairs = (pair for pair in combinations(found, 2) if self._exclude(document.prose.text, *pair))
            pair = next((pair for pair in pairs if pair[0].slot != "office" or _of_government(*pair)), None)
            if pair is not None and not _explained(document, person, *pair):
                yield _match(document, person, *pair)

    def _traits(self, document: Document) -> tuple[Trait, ...]:
        if self.by in ("fate", "family"):
            return document.derived(fates if self.by == "fate" else family)
        found = document.derived(all_traits)
        more = (document.derived(each) for each in _MORE.get(self.by, ()))
        return (*chain.from_iterable(more), *found)

    def _compared(self, trait: Trait) -> bool:
        if self.by == "post":
            return trait.slot in _POSTS
        return trait.slot in _SLOTS[self.by]

    def _exclude(self, text: str, one: Trait, other: Trait) -> bool:
        if one.slot != other.slot or one.value == other.value:
            return False
        if one.slot in ("seat", "portfolio"):
            return one.role == other.role
        if self.by == "party":
            return role_words.opposed(one.value, other.value)
        if self.by == "nationality":
            return role_words.foreign(frozenset(one.value.split(",")), frozenset(other.value.split(",")))
        if self.by == "fate":
            return opposed(one, other)
        if self.by == "calling":
            return nouns.exclude(one.value, other.value)
        return self.by in ("post", "birthplace", "sex", "family") or (
            _rivals(text, one, other) and distinct(one.value, other.value)
        )


def _rivals(text: str, one: Trait, other: Trait) -> bool:
    """Whether somebody has the same role for two bodies, belongs to two parties, or has an employer and another's team."""
    if is_party(one.value) and is_party(other.value):
        return True
    roles = {one.role, other.role}
    if "head of state" in roles and not {one.value, other.value} <= gazetteer.nations().keys():
        return False  # presidents of associations may be presidents of several
    if "own" in roles:
        return len(roles & _SIDES) == 1 and opponents(text, one.value, other.value)
    if "player" in roles and roles <= _SIDES:
        return gazetteer.nations().keys().isdisjoint((one.value, other.value))  # a club and a country go together
    return (len(roles) == 1 or "any" in roles) and bool(roles & _ONE_BODY)


def _of_government(one: Trait, other: Trait) -> bool:
    """Whether two offices are those of a government or a town, none of which a member of another body holds besides.

    Beside a minister "the prime minister" may be somebody whom the article does not name.
    """
    unnamed = "minister" in (one.value, other.value) and "description" in (one.how, other.how)
    return {one.value, other.value} <= _GOVERNMENT and not unnamed


def _explained(document: Document, person: int, one: Trait, other: Trait) -> bool:
    """Whether the text speaks of a change, of relatives, or has two people of one name."""
    text, who = document.prose.text, document.derived(cast)
    sentences = [document.sentence_at(trait.start) for trait in (one, other)]
    loose = one.slot == "party" and "description" in (one.how, other.how)
    changed = _ANY_CHANGE if loose else _CHANGED.get(one.slot, _ANY_CHANGE)
    if sentences[0] == sentences[1] or any(changed.search(text, s.start, s.end) for s in sentences):
        return True
    later = document.segment_at(max(one.start, other.start))
    if later is not None and _NAMESAKES.search(text, later.start, later.end):
        return True
    if one.slot in _NO_NAMESAKES:
        return False
    near = [m for m in who.persons[person].mentions if any(s.start <= m.start < s.end for s in sentences)]
    return any(names_a_body(text, trait.end) for trait in (one, other)) or explained(document, near)


def _match(document: Document, person: int, one: Trait, other: Trait) -> Match:
    earlier, later = sorted((one, other), key=lambda trait: trait.start)
    values = {
        "name": document.derived(cast).persons[person].name,
        "other": document.prose.text[earlier.start : earlier.end],
    }
    return Match(Span(later.start, later.end), values=values, related=(Compared(Span(earlier.start, earlier.end)),))
