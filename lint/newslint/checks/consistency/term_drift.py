"""term-drift: one place, two words for what it is: province and region, county and district."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME_BEFORE: Final = re.compile(r"((?:[A-ZÀ-Þ][\w’'-]+ )+)$")
_NAME_AFTER: Final = re.compile(r" of ((?:[A-ZÀ-Þ][\w’'-]+ ?)+)")
# "Lipetsk District Court": the word belongs to another name.
_NAME_GOES_ON: Final = re.compile(r" (?:of )?[A-ZÀ-Þ]| (?:attorney|court|judge|council|office|school)|[-’'][A-Za-z]")
_ARTICLES: Final = frozenset({"The", "A", "An", "In", "From", "Of", "And", "But", "For", "At", "This", "That"})
_COMPASS: Final = frozenset(
    "North South East West Northern Southern Eastern Western Central School Congressional Capital Metro Metropolitan".split()
)
_REACH: Final = 60


class TermDrift(Check, frozen=True, kw_only=True):
    """A name beside one of `terms` here and beside another there, in other sentences; the later place is reported."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    terms: tuple[str, ...]

    def anchors(self) -> tuple[str, ...]:
        """The terms."""
        return self.terms

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each place, where the second word for it first occurs."""
        text = unit.view.text
        seen: dict[tuple[str, bool], dict[str, Span]] = {}
        for place, term, span in self._places(unit):
            # "Salt Lake County" is a body, "this Salt Lake district" a description: like is compared with like.
            terms = seen.setdefault((place, term in text[span.start : span.end]), {})
            if term in terms:
                continue
            terms[term] = span
            earlier = next(iter(terms.values()))
            if len(terms) == 2 and unit.document.sentence_at(earlier.start) != unit.document.sentence_at(span.start):
                said = text[earlier.start : earlier.end]
                yield Match(span, (), {"other": said}, (Compared(earlier),))

    def _places(self, unit: Unit) -> Iterator[tuple[str, str, Span]]:
        """(name, term, span of both) of each place named with a term, in order."""
        text, folded = unit.view.text, unit.folded()[0]
        for first, stop in sorted(unit.hits):
            span = folded.span(first, stop)
            if text[span.end : span.end + 1].isalnum() or (span.start and text[span.start - 1] != " "):
                continue
            term = folded.text[first:stop]
            if before := _before(text, span):
                yield before[0], term, before[1]
            elif _named_itself(text[max(span.start - _REACH, 0) : span.start]):
                continue
            elif (after := _NAME_AFTER.match(text, span.end)) and text[span.start].islower():
                yield after[1].strip(), term, Span(span.start, after.start() + len(after[0].rstrip()))


def _named_itself(lead: str) -> bool:
    """Whether a name precedes a term followed by "of": the Kievsky district of Donetsk is not Donetsk."""
    hit = _NAME_BEFORE.search(lead)
    return hit is not None and hit[1].rstrip() not in gazetteer.nations()


def _before(text: str, term: Span) -> tuple[str, Span] | None:
    """The name right before a term, and the span of both."""
    if _NAME_GOES_ON.match(text, term.end):
        return None
    left = max(term.start - _REACH, 0)
    hit = _NAME_BEFORE.search(text[left : term.start])
    if hit is None:
        return None
    words = hit[1].split()
    owners = [at for at, word in enumerate(words[:-1]) if word.endswith(("'s", "’s"))]
    del words[: owners[-1] + 1 if owners else 0]  # "Russia's Lipetsk province" is about Lipetsk
    while words and words[0] in _ARTICLES:
        del words[0]
    if not words or _COMPASS.issuperset(words):
        return None
    name = " ".join(words)
    return name.removesuffix("'s").removesuffix("’s"), Span(term.start - len(name) - 1, term.end)
