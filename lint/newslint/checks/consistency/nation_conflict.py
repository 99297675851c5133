"""nation-conflict: one firm, ship or town that belongs to two nations: "the Danish brewer", "the Norwegian brewer"."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge.facts.role_words import foreign
from newslint.knowledge.facts.who.nations import homes
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.who.nations import Home
    from newslint.reading.models import Reads

# What tells of two homes, or of a change.
_BOTH: Final = lazy(
    r"\b(?:joint|former(?:ly)?|now|then|once|moved|owned|based|listed|both|disputed|annexed|claimed|part of|until|flagged)\b"
)


class NationConflict(Check, frozen=True, kw_only=True):
    """A nation before a noun that names something, here and there; the later place is reported."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "other"})
    per: ClassVar[str] = "document"

    @property
    def reads(self) -> Reads:
        """What a nation is said of is a matter of grammar."""
        return "parses"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each name, where the second nation first occurs."""
        document = unit.document
        first: dict[str, Home] = {}
        told: set[str] = set()
        for home in document.derived(homes):
            known = first.setdefault(home.name, home)
            if home.name not in told and foreign(known.codes, home.codes) and not _both(document, known, home):
                told.add(home.name)
                text = document.prose.text
                values = {"name": home.name, "other": text[known.start : known.end]}
                yield Match(Span(home.start, home.end), (), values, (Compared(Span(known.start, known.end)),))


def _both(document: Document, *found: Home) -> bool:
    sentences = [document.sentence_at(one.start) for one in found]
    text = document.prose.text
    return sentences[0] == sentences[-1] or any(_BOTH.search(text, one.start, one.end) for one in sentences)
