"""Callings: nouns for people, and for things of which only one can be meant, in the place of another noun of their sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newslint import inflections
from newslint.finding import Span
from newslint.knowledge.facts import exclusive
from newslint.knowledge.facts.lapses import DAYS
from newslint.knowledge.facts.who import nouns
from newslint.sources.alignment import aligned
from newslint.sources.differing import Differing
from newslint.sources.office_words import VAGUE, is_office, kind_of
from newslint.sources.replaced import replacements
from newslint.sources.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.alignment import Alignment
    from newslint.sources.replaced import Replacement
    from newslint.sources.tokens import Token

_FEW: Final = 2  # words of which the last is the noun: "police officer"
_DURATIONS: Final = frozenset(DAYS) | {"minute", "second", "quarter"}
_VOLUMES: Final = frozenset("litre gallon pint quart barrel bottle bucket cup spoonful teaspoon tablespoon".split())
_RATES: Final = frozenset("a an per each every".split())
_RELATIVE: Final = "relative"
# What callings are kinds of.
_WORK: Final = frozenset(
    "skilled_worker health_professional musician athlete craftsman scientist performer clergyman teacher merchant writer artist "
    "workman lawman serviceman attendant sailor farmer driver politician official lawyer".split()
)
_TELLING: Final = "tspr"  # uses of sets whose words are not said of one scene


class Noun(NamedTuple):
    """A noun in the place of another one, in the singular."""

    span: Span
    base: str


def recalled(document: Document) -> tuple[Differing, ...]:
    """The nouns outside quotations that are not the source's: an `office`, a `unit` of time, a `term`; use with `derived`."""
    return tuple(_recalled(document))


def _recalled(document: Document) -> Iterator[Differing]:
    alignment = document.derived(aligned)
    said = {_base(token.word) for source in document.sources for token in source.derived(tokens)}
    own = {_base(token.word) for token in document.derived(tokens)}
    for one in document.derived(replacements):
        here, there = _noun(one.here), _noun(one.there)
        if here is None or there is None or (here.base in said and here.base not in _DURATIONS and there.base in own):
            continue
        what = _sort(here.base, there.base)
        if what == "office" and here.base in said:
            continue  # somebody else's, or the same person's
        if what and (what != "unit" or _counted(alignment, one)):
            yield Differing(here.span, there.span, alignment.source[one.source].source, what)


def _counted(alignment: Alignment, one: Replacement) -> bool:
    """Whether the article gives a number or a rate of the unit in whose place it has another: "two weeks", "twice a week"."""
    before = [token for token in alignment.article[one.article].tokens if token.end <= one.here[-1].start]
    return bool(before) and (before[-1].stem.isdigit() or before[-1].word in _RATES)


def _noun(words: Sequence[Token]) -> Noun | None:
    """The last of a few words, if it is no name."""
    if not 0 < len(words) <= _FEW or words[-1].capital:
        return None
    return Noun(Span(words[-1].start, words[-1].end), _base(words[-1].word))


def _base(word: str) -> str:
    base = inflections.lemma(word, "N") or word
    return "litre" if base == "liter" else base


def _sort(one: str, other: str) -> str:
    """What two nouns are of which one cannot stand for the other; empty if it can, or nothing is known of them."""
    if one != other and ({one, other} <= _DURATIONS or {one, other} <= _VOLUMES):
        return "unit"
    if _people(one, other):
        return "office"
    return "term" if any(exclusive.exclude(one, other, use) for use in _TELLING) else ""


def _people(one: str, other: str) -> bool:
    """Whether two nouns name two trades, or two relatives, of which one is not a kind of the other, nor another word for it."""
    if {one, other} & VAGUE or nouns.one_kind(one, other) or kind_of(one) == kind_of(other):
        return False
    return (_works(one) and _works(other)) or all(_RELATIVE in nouns.kinds(noun) for noun in (one, other))


def _works(noun: str) -> bool:
    """Whether a noun says what somebody does for a living: "critic" and "skeptic" may be one person."""
    return is_office(noun) or not _WORK.isdisjoint(nouns.kinds(noun))
