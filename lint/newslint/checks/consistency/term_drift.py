"""term-drift: one thing, two words for what it is: province and region, frigate and destroyer, grant and loan."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge import gazetteer
from newslint.knowledge.facts.exclusive import terms, uses
from newslint.knowledge.facts.terms import drifts, nouns
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME_BEFORE: Final = lazy(r"((?:[A-ZÀ-Þ][\w’'-]+ )+)$")
_NAME_AFTER: Final = lazy(r" of ((?:[A-ZÀ-Þ][\w’'-]+ ?)+)")
_NAME: Final = lazy(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*")
_NAMES: Final = lazy(rf"(?:{_NAME.pattern}, )*{_NAME.pattern},? and {_NAME.pattern} $")
_LIST: Final = 160
# "Lipetsk District Court": the word belongs to another name.
_NAME_GOES_ON: Final = lazy(r" (?:of )?[A-ZÀ-Þ]| (?:attorney|court|judge|council|office|school)|[-’'][A-Za-z]")
_ARTICLES: Final = frozenset({"The", "A", "An", "In", "From", "Of", "And", "But", "For", "At", "This", "That"})
_COMPASS: Final = frozenset(
    "North South East West Northern Southern Eastern Western Central School Congressional Capital Metro Metropolitan".split()
)
_REACH: Final = 60


class TermDrift(Check, frozen=True, kw_only=True):
    """A name beside one of `terms` here and beside another there, in other sentences; the later place is reported.

    So is a noun before a name ("the destroyer Halcyon") where another that excludes it was before that name, and a definite
    noun ("the loan") that nothing introduces but one that excludes it ("a grant").
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    cases: ClassVar[dict[str, frozenset[str]]] = {
        "place": frozenset(),
        "named": frozenset({"name"}),
        "definite": frozenset(),
    }
    per: ClassVar[str] = "document"

    terms: tuple[str, ...]

    def anchors(self) -> tuple[str, ...]:
        """The terms, and the nouns that exclude each other."""
        return tuple(dict.fromkeys((*self.terms, *(noun for noun in terms() if uses(noun).strip("hpr")))))

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each place, name and noun, where the second word for it first occurs."""
        yield from self._beside_places(unit)
        text = unit.document.prose.text
        for drift in drifts(unit.document, list(nouns(unit.document, unit.hits))):
            first, case = drift.first.span, "named" if drift.name else "definite"
            values = {"other": text[first.start : first.end], **({"name": drift.name} if drift.name else {})}
            yield Match(drift.later.span, (), values, (Compared(first),), case=case)

    def _beside_places(self, unit: Unit) -> Iterator[Match]:
        text = unit.view.text
        seen: dict[tuple[str, bool], dict[str, Span]] = {}
        for place, term, span in self._places(unit):
            # "Salt Lake County" is a body, "this Salt Lake district" a description: like is compared with like.
            known = seen.setdefault((place, term in text[span.start : span.end]), {})
            if term in known:
                continue
            known[term] = span
            earlier = next(iter(known.values()))
            if len(known) == 2 and unit.document.sentence_at(earlier.start) != unit.document.sentence_at(span.start):
                said = text[earlier.start : earlier.end]
                yield Match(span, (), {"other": said}, (Compared(earlier),), case="place")

    def _places(self, unit: Unit) -> Iterator[tuple[str, str, Span]]:
        """(name, term, span of both) of each place named with a term, in order."""
        text, folded = unit.view.text, unit.folded()[0]
        for first, stop in sorted(unit.hits):
            if folded.text[first:stop] not in self.terms:
                continue
            span = folded.span(first, stop)
            term = folded.text[first:stop]
            if folded.text[stop : stop + 2].strip(" .,;:)") == "s":
                yield from _listed(text, term, span)
            if text[span.end : span.end + 1].isalnum() or (span.start and text[span.start - 1] != " "):
                continue
            if before := _before(text, span):
                yield before[0], term, before[1]
            elif _named_itself(text[max(span.start - _REACH, 0) : span.start]):
                continue
            elif (after := _NAME_AFTER.match(text, span.end)) and text[span.start].islower():
                yield after[1].strip(), term, Span(span.start, after.start() + len(after[0].rstrip()))


def _listed(text: str, term: str, span: Span) -> Iterator[tuple[str, str, Span]]:
    """The names in a list before a plural: "Ash, Velm and Lower Kesh provinces"."""
    left = max(span.start - _LIST, 0)
    hit = _NAMES.search(text[left : span.start])
    if hit is not None:
        for name in _NAME.findall(hit[0]):
            yield name, term, Span(left + hit.start(), span.end + 1)


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
