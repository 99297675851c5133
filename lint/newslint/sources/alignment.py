"""Alignment: which sentences of an article's sources say what a sentence of the article says; many may answer many.

Two sentences are alike by the stems that they share, each weighted by how few of the source's sentences have it (as in
Barzilay & Elhadad, "Sentence alignment for monolingual comparable corpora", EMNLP 2003, without their paragraph clusters).
Neither the order of the sentences nor that of the words counts, because a rewrite changes both; but a sentence that is like none
is likely to rest on one beside what its neighbours rest on.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.sources.tokens import Token, token_starts, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.article.document import Document

_READ: Final = frozenset({"headline", "dek", "subhead", "paragraph", "list-item", "block-quote", "caption"})
_LEAST: Final = 0.3  # below this likeness two sentences have only some words in common
_FEWEST: Final = 2  # stems in common
_BRIEF: Final = 4  # stems of a short sentence
_MOST: Final = 6  # sentences of the sources that one of the article may rest on
_ADDS: Final = 0.08  # share of the sentence's weight that another one must add, or be alike by itself
_ALIKE: Final = 0.5
_NEXT: Final = 0.12  # likeness of a sentence to one beside what its neighbours rest on
_WEAK: Final = 0.3  # what such a likeness counts: facts are looked for there, not held against it
_BOUND: Final = 1_000  # sentences of a text that are compared: more make it no article, and each costs time with each
_NAME: Final = 1.5  # how much more a name says than another word


class Sentence(Struct, frozen=True, dict=True):
    """A sentence at [start, end) of the prose of one document: of a source, or of the article (`source` is -1)."""

    source: int
    start: int
    end: int
    tokens: Sequence[Token]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words that say something, as sentences are aligned by them."""
        return keys(self.tokens)


def keys(words: Iterable[Token]) -> frozenset[str]:
    """The stems of some words that say something, the same for "rule" and "ruled"."""
    return frozenset(token.stem.removesuffix("e") for token in words if token.stem)


class Link(Struct, frozen=True):
    """A sentence of a source, by its number, and how alike it is (0 to 1) to the one of the article that it answers."""

    number: int
    score: float


class Alignment(Struct, frozen=True, dict=True):
    """The sentences of an article and of all its sources, and for each of the article's those that it rests on, best first."""

    article: tuple[Sentence, ...]
    source: tuple[Sentence, ...]
    links: tuple[tuple[Link, ...], ...]
    weights: dict[str, float]

    @cached_property
    def answers(self) -> dict[int, tuple[int, ...]]:
        """Number of a source's sentence → the numbers of the article's sentences that rest on it."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, links in enumerate(self.links):
            for link in links:
                found[link.number].append(number)
        return {number: tuple(numbers) for number, numbers in found.items()}

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.article]

    def at(self, offset: int) -> int:
        """The number of the article's sentence that contains (or precedes) an offset of its prose; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def within(self, start: int, end: int) -> range:
        """The numbers of the article's sentences that begin within [start, end)."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def rests_on(self, number: int) -> Iterator[Sentence]:
        """The sentences of the sources that one of the article rests on, the best first."""
        return (self.source[link.number] for link in self.links[number])

    def weight(self, stems: Iterable[str]) -> float:
        """What some stems say together."""
        return sum(self.weights.get(stem, 0.0) for stem in stems)


def aligned(document: Document) -> Alignment:
    """The article beside its sources; use `document.derived(aligned)`."""
    article = tuple(islice(_sentences(document, -1), _BOUND))
    source = tuple(
        one for number, other in enumerate(document.sources) for one in islice(_sentences(other, number), _BOUND)
    )
    weights = _weights(article, source)
    index: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(source):
        for stem in sentence.stems:
            index[stem].append(number)
    sums = [sum(weights[stem] for stem in sentence.stems) for sentence in source]
    links = [tuple(_links(sentence, source, index, weights, sums)) for sentence in article]
    for number, near in _between(links):
        links[number] = tuple(_next(article[number], source, near, weights, sums))
    return Alignment(article, source, tuple(links), weights)


def _sentences(document: Document, source: int) -> Iterator[Sentence]:
    words = document.derived(tokens)
    starts = document.derived(token_starts)
    for segment in document.segments:
        if segment.kind in _READ:
            for span in document.sentences_in(segment.start, segment.end):
                inside = words[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
                if inside:
                    yield Sentence(source, span.start, span.end, inside)


def _weights(article: Sequence[Sentence], source: Sequence[Sentence]) -> dict[str, float]:
    """Stem → how much it says: the fewer sentences of the sources have it, the more; names more than other words."""
    having = Counter(stem for sentence in source for stem in sentence.stems)
    both = (*article, *source)
    lower = frozenset[str]().union(*(keys(t for t in sentence.tokens if not t.capital) for sentence in both))
    total = max(len(source), 2)
    return {
        stem: math.log(1 + total / max(having[stem], 1)) * (1.0 if stem in lower else _NAME)
        for sentence in both
        for stem in sentence.stems
    }


def _links(
    sentence: Sentence,
    source: Sequence[Sentence],
    index: dict[str, list[int]],
    weights: dict[str, float],
    sums: Sequence[float],
) -> Iterator[Link]:
    """What a sentence rests on: the likest sentence, and others that are as like or add words that those before lack."""
    shared: dict[int, list[str]] = defaultdict(list)
    for stem in sorted(sentence.stems):
        for number in index.get(stem, ()):
            shared[number].append(stem)
    own = sum(weights[stem] for stem in sentence.stems) or 1.0
    scored = sorted(
        (
            (_likeness(sum(weights[stem] for stem in both), own, sums[number]), number)
            for number, both in shared.items()
            if len(both) >= _needed(sentence, source[number])
        ),
        key=lambda one: (-one[0], one[1]),
    )
    covered: set[str] = set()
    kept = 0
    for score, number in scored:
        adds = sum(weights[stem] for stem in shared[number] if stem not in covered) / own
        if score >= _LEAST and kept < _MOST and (score >= _ALIKE or adds >= _ADDS):
            covered.update(shared[number])
            kept += 1
            yield Link(number, round(score, 3))


def _needed(one: Sentence, other: Sentence) -> int:
    """How many stems two sentences must have in common: all of one that has only one, if the other is short, too."""
    short = len(one.stems) <= _BRIEF and len(other.stems) <= _BRIEF
    return min(_FEWEST, len(one.stems), len(other.stems) if short else _FEWEST)


def _between(links: Sequence[Sequence[Link]]) -> Iterator[tuple[int, set[int]]]:
    """The sentences without an answer, and the source's sentences that are what those beside them rest on, or beside that."""
    bare = [number for number, found in enumerate(links) if not found]
    for number in bare:
        beside = [links[at][0].number for at in (number - 1, number + 1) if 0 <= at < len(links) and links[at]]
        yield number, {at + step for at in beside for step in (0, -1, 1)}


def _next(
    sentence: Sentence, source: Sequence[Sentence], near: set[int], weights: dict[str, float], sums: Sequence[float]
) -> Iterator[Link]:
    """The likest of the sentences in whose place one may be: where it is says as much as some words in common."""
    own = sum(weights[stem] for stem in sentence.stems)
    found = []
    for number in sorted(at for at in near if 0 <= at < len(source)):
        shared = sum(weights[stem] for stem in sentence.stems & source[number].stems)
        if shared:
            found.append((_likeness(shared, own, sums[number]), -number))
    if found and max(found)[0] >= _NEXT:
        yield Link(-max(found)[1], _WEAK)


def _likeness(shared: float, one: float, other: float) -> float:
    """Between the share of the one and that of the other: a sentence that was split or merged is wholly in its longer half."""
    ends = shared / one, shared / other
    return 0.6 * max(ends) + 0.4 * min(ends)
