"""headline-name: a headline with a name that the text never has, or with a winner who is beaten in the first paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.checks.consistency.headline_contrast import opening, sentences
from newslint.finding import Compared, Match, Span
from newslint.knowledge.facts.absent import absent
from newslint.knowledge.facts.contrast import stretch
from newslint.knowledge.facts.who.exchange import lost
from newslint.knowledge.headline import headline_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 200  # code points: what is longer is no headline
_FIRST: Final = 2  # sentences that tell what the headline tells


class HeadlineName(Check, frozen=True, kw_only=True):
    """A name in a headline against the first sentences, where these tell the same of another; silent in title case."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    cases: ClassVar[dict[str, frozenset[str]]] = {"absent": frozenset(), "lost": frozenset()}
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """At most one match: at the headline's name, or at its verb of winning."""
        document = unit.document
        headline, lede = headline_of(document), opening(document)
        if headline is None or lede is None or headline.end - headline.start > _LONGEST:
            return
        line, below = stretch(document, Span(headline.start, headline.end)), sentences(document, lede)[:_FIRST]
        segment = document.segments[lede]
        case, found = "absent", absent(document, line, below)
        if found is None:
            case, found = "lost", lost(document, line, document.sentences_in(segment.start, segment.end)[:_FIRST])
        if found is not None:
            other = document.prose.text[found.other.start : found.other.end]
            yield Match(found.said, values={"other": other}, related=(Compared(found.other),), case=case)
