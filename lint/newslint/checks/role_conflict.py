"""role-conflict: one person with two nationalities, or with two offices that exclude each other."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Related, Span
from newslint.language import gazetteer
from newslint.people import explained, people, roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document
    from newslint.people import Person
    from newslint.titles import Role

# A year, or a word that sends the reader to another time, near an office that may have been held then.
_ANOTHER_TIME: Final = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:former(?:ly)?|then|previous(?:ly)?|ex|once|when|was|were|had|became|become|appointed|nominat\w+|nominee|candidate|candidacy|elect\w*|campaign\w*|running|"
    r"won|inaugurat\w+|sworn|succe\w+|predecessor|resign\w*|replac\w+|later|ago|before|served|retired?|tenure|as an?|as the)\b",
    re.I,
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
        for person in document.derived(people):
            if not (person.sole and person.full and len(person.mentions) > 1):
                continue
            pair = self._clash(document, person)
            if pair is not None and not explained(document, person.mentions):
                yield _match(document, person, *pair)

    def _clash(self, document: Document, person: Person) -> tuple[Role, Role] | None:
        said = [role for mention in person.mentions for role in roles(document, mention) if not role.qualified]
        if self.by == "nation":
            found = [role for role in said if role.nation and role.office.family in gazetteer.NATIONAL]
            return next(((one, other) for one, other in pairwise(found) if _foreign(one, other)), None)
        held = [role for role in said if not role.modifier and role.office.family in _EXCLUSIVE]
        return next(((one, other) for one, other in pairwise(held) if _exclude(document, one, other)), None)


_EXCLUSIVE: Final = frozenset({"head-of-state", "head-of-government", "governor", "us-senator", "us-representative", "mayor", "vice-president", "monarch", "pope"})


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
    return Match(Span(later.start, later.end), values=values, related=(Related(Span(earlier.start, earlier.end), f"'{said}' here"),))
