"""role-conflict: one person with two nationalities, or with two offices that exclude each other."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge import gazetteer
from newslint.knowledge.people import explained, held
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.names import Mention
    from newslint.knowledge.people import Person
    from newslint.knowledge.titles import Role

Said = tuple["Mention", "Role"]
# A year, or a word that sends the reader to another time, near an office that may have been held then.
_ANOTHER_TIME: Final = lazy(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:former(?:ly)?|then|previous(?:ly)?|ex|once|when|was|were|had|became|become"
    r"|appointed|nominat\w+|nominee|candidate|candidacy|elect\w*|campaign\w*|running|"
    r"won|inaugurat\w+|sworn|succe\w+|predecessor|resign\w*|replac\w+|later|ago|before|served|retired?|tenure|as an?"
    r"|as the|would|whether|if|could)\b",
    re.IGNORECASE,
)


class RoleConflict(Check, frozen=True, kw_only=True):
    """`by: nation` compares whose leader, minister or king somebody is said to be; `by: office` compares offices.

    Only people whose full name stands in the article and whose surname nobody else bears are judged.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "other"})
    per: ClassVar[str] = "document"

    by: Literal["nation", "office"] = "nation"

    def anchors(self) -> tuple[str, ...]:
        """The offices' last words."""
        return self._anchors

    @cached_property
    def _anchors(self) -> tuple[str, ...]:
        return tuple(sorted({form.split(" ")[-1] for form in gazetteer.offices()}))

    def find(self, unit: Unit) -> Iterator[Match]:
        """At most one match a person: the later of the first two roles that cannot both be true."""
        document = unit.document
        for person, said in document.derived(held):
            pair = self._clash(document, [(mention, role) for mention, role in said if not role.qualified])
            if pair is not None and not explained(document, [mention for mention, _ in pair]):
                yield _match(document, person, *(role for _, role in pair))

    def _clash(self, document: Document, said: list[Said]) -> tuple[Said, Said] | None:
        if self.by == "nation":
            served = [one for one in said if one[1].nation and one[1].office.family in gazetteer.NATIONAL]
            return next((pair for pair in pairwise(served) if _foreign(pair[0][1], pair[1][1])), None)
        now = [one for one in said if one[0].full and _held_now(document, one[1])]
        return next((pair for pair in pairwise(now) if _exclude(document, pair[0][1], pair[1][1])), None)


_EXCLUSIVE: Final = frozenset(
    "head-of-state head-of-government governor us-senator us-representative mayor vice-president monarch pope".split()
)


def _held_now(document: Document, role: Role) -> bool:
    """Whether the reporter says, as a fact, that somebody holds an office: not "a President Romney", not in a quotation."""
    before = document.prose.text[max(role.start - 4, 0) : role.start]
    stated = not role.modifier and not before.endswith((" a ", " an ", "A ", "-"))
    return stated and role.office.family in _EXCLUSIVE and document.quoted.outside(role.start, role.end)


def _foreign(one: Role, other: Role) -> bool:
    assert one.nation is not None
    assert other.nation is not None
    return not one.nation.codes & other.nation.codes


def _exclude(document: Document, one: Role, other: Role) -> bool:
    if one.office.family == other.office.family:
        return False
    text = document.prose.text
    sentences = (document.sentence_at(role.start) for role in (one, other))
    return not any(_ANOTHER_TIME.search(text, sentence.start, sentence.end) for sentence in sentences)


def _match(document: Document, person: Person, one: Role, other: Role) -> Match:
    earlier, later = sorted((one, other), key=lambda role: role.start)
    said = document.prose.text[earlier.start : earlier.end]
    values = {"name": person.name, "other": said}
    related = Compared(Span(earlier.start, earlier.end))
    return Match(Span(later.start, later.end), values=values, related=(related,))
