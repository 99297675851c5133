"""role-conflict: one person with two nationalities, or with two offices that exclude each other."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Related, Span
from newslint.language import gazetteer
from newslint.people import explained, held

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document
    from newslint.people import Mention, Person
    from newslint.titles import Role

# A year, or a word that sends the reader to another time, near an office that may have been held then.
_ANOTHER_TIME: Final = re.compile(
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
            if pair is not None and not explained(document, person.mentions):
                yield _match(document, person, *pair)

    def _clash(self, document: Document, said: list[tuple[Mention, Role]]) -> tuple[Role, Role] | None:
        if self.by == "nation":
            found = [role for _, role in said if role.nation and role.office.family in gazetteer.NATIONAL]
            return next(((one, other) for one, other in pairwise(found) if _foreign(one, other)), None)
        now = [role for mention, role in said if mention.full and _held_now(document, role)]
        return next(((one, other) for one, other in pairwise(now) if _exclude(document, one, other)), None)


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
    related = Related(Span(earlier.start, earlier.end), f"'{said}' here")
    return Match(Span(later.start, later.end), values=values, related=(related,))
