"""Slots: facts of an article that its source does not have, each beside the fact of the source that is in its place.

A fact is at odds with the source if no sentence that answers its own has it, and one of them has another fact of the same
sort that the article says nowhere. The words around both say whether they are in the same place of what is said.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from newslint.sources.alignment import aligned
from newslint.sources.replaced import by_pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.alignment import Sentence
    from newslint.sources.tokens import Token

_REACH: Final = 4  # words that say something, on either side
_SURE: Final = 0.55  # likeness of two sentences of which the only facts left over are held to be in one place
_LEAST: Final = 0.33
_NEXT: Final = 2.0  # what a neighbour in common says
_NEXT_SMALL: Final = 1.0  # and a small word
_NEAR: Final = 1.0  # and a word not far away
_ENOUGH: Final = 2.0
_ROOT: Final = 4  # letters
_LONELY: Final = 1.0
_WORK: Final = 200_000  # comparisons of facts of one sort with the whole source: an article of 500 words needs 2,000
_CROWD: Final = 40  # facts of one sort in a sentence: more make it a table, and each costs time with each
_SAID_TOO: Final = 4.0  # where the article has the source's fact in another sentence
_REPLACED: Final = 8.0  # what it says that all words around two facts are the same


class Fact(Protocol):
    """Something said at [start, end) of a prose."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Slot(NamedTuple):
    """A fact of the article, the one of a source in its place, the numbers of both sentences, and how much lies around both."""

    here: Any
    there: Any
    article: int
    source: int
    common: float


def by_sentence(sentences: Sequence[Sentence], facts: Sequence[Sequence[Any]], first: int = 0) -> list[list[Any]]:
    """The facts of each sentence. `facts` are in order, those of each document by the number of its sentences' `source`.

    `first` is the number of the first document: -1 for the article.
    """
    found: list[list[Any]] = []
    for sentence in sentences:
        every = facts[sentence.source - first]
        at = bisect_left(every, sentence.start, key=lambda fact: fact.start)
        inside: list[Any] = []
        while at < len(every) and every[at].start < sentence.end and len(inside) < _CROWD:
            inside.append(every[at])
            at += 1
        found.append(inside)
    return found


class Slots:
    """Pairs the facts of one sort.

    `agree` says whether the article's is what the source's says, `alike` whether it could be in its place, and `needs` how much
    the words around the two must have in common at least. `close` says whether two
    are so near that other sentences count, too (1), even where the article has the source's in another place (2). `fits` is what
    `alike` is where all words around both are the same, and `exactly` what `agree` is there.
    """

    def __init__(
        self,
        document: Document,
        here: list[list[Any]],
        there: list[list[Any]],
        agree: Callable[[Any, Any], bool],
        alike: Callable[[Any, Any], bool],
        needs: Callable[[Any, Any], float] = lambda one, other: 0.0,
        close: Callable[[Any, Any], int] = lambda one, other: 0,
        fits: Callable[[Any, Any], bool] | None = None,
        exactly: Callable[[Any, Any], bool] | None = None,
    ) -> None:
        self.alignment, self.here, self.there = document.derived(aligned), here, there
        self._replaced = document.derived(by_pair)
        self.agree, self.alike, self.needs, self.close, self.fits = agree, alike, needs, close, fits or alike
        self.exactly = exactly or agree
        self._known: dict[tuple[int, int, int], _Around] = {}
        self._holding: dict[tuple[int, Any], bool] = {}
        self._work = _WORK

    @classmethod
    def over(cls, document: Document, facts: Callable[[Document], Sequence[Any]], *rules: Any, **more: Any) -> Slots:
        """The facts of an article outside quotations, and all those of its sources; `rules` are `agree`, `alike` and so on."""
        alignment = document.derived(aligned)
        own = [fact for fact in document.derived(facts) if not fact.quoted]
        here = by_sentence(alignment.article, [own], -1)
        there = by_sentence(alignment.source, [source.derived(facts) for source in document.sources])
        return cls(document, here, there, *rules, **more)

    def differing(self) -> Iterator[Slot]:
        """The facts of the article in order that are at odds with the source."""
        for number, facts in enumerate(self.here):
            replaced = {fact: self._in_place(fact, number) for fact in facts}
            lost = [fact for fact in facts if replaced[fact] or not self._said(fact, number)]
            for fact in lost:
                slot = replaced[fact] or self._slot(fact, number, alone=len(lost) == 1)
                if slot is None and self._work > 0:
                    slot = self._slip(fact, number)
                if slot is not None:
                    yield slot

    def _in_place(self, fact: Any, number: int) -> Slot | None:
        """The fact of a source in the place of which one is, in sentences that go on alike on both sides."""
        for link in self.alignment.links[number]:
            others = self.there[link.number]
            if (number, link.number) not in self._replaced or any(self.exactly(fact, other) for other in others):
                continue
            for other in others:
                if self.fits(fact, other) and self._exchanged(fact, number, other, link.number):
                    return Slot(fact, other, number, link.number, _REPLACED)
        return None

    def _exchanged(self, fact: Fact, number: int, other: Fact, at: int) -> bool:
        """Whether two facts are in each other's place, and the article's sentence does not have the source's, too."""
        return not self._has(number, other) and any(
            _among(fact, one.here) and _among(other, one.there) for one in self._replaced[number, at]
        )

    def _said(self, fact: Any, number: int) -> bool:
        """Whether a sentence that answers has the fact, or another one says it of the same thing."""
        linked = {link.number for link in self.alignment.links[number]}
        if any(self.agree(fact, other) for at in linked for other in self.there[at]):
            return True
        self._work -= sum(map(len, self.there))
        if self._work < 0:
            return True  # of a flood, nothing more is said
        return any(
            self.agree(fact, other) and self.common(fact, number, other, at) >= _ENOUGH
            for at, others in enumerate(self.there)
            if at not in linked
            for other in others
        )

    def _slot(self, fact: Any, number: int, *, alone: bool) -> Slot | None:
        best: Slot | None = None
        for link in self.alignment.links[number]:
            fitting = [one for one in self.there[link.number] if self.alike(fact, one) and not self._has(number, one)]
            lonely = alone and len(fitting) == 1 and link.score >= _SURE
            for other in fitting if link.score >= _LEAST else ():
                common = self.common(fact, number, other, link.number)
                needed = max(
                    _LONELY if lonely else _ENOUGH,
                    self.needs(fact, other),
                    _SAID_TOO if self._said_too(other, link.number) else 0.0,
                )
                if common >= needed and (best is None or common > best.common):
                    best = Slot(fact, other, number, link.number, common)
        return best

    def _slip(self, fact: Any, number: int) -> Slot | None:
        """The one fact of the whole source that is close to one that it does not have."""
        self._work -= sum(map(len, self.there))
        found = [
            Slot(fact, other, number, at, self.common(fact, number, other, at))
            for at, others in enumerate(self.there)
            for other in others
            if (near := self.close(fact, other)) and (near > 1 or not self._somewhere(other))
        ]
        if not found or not all(self.agree(found[0].there, slot.there) for slot in found):
            return None
        best = max(found, key=lambda slot: slot.common)
        known = any(self.agree(fact, other) for others in self.there for other in others)
        return None if known or (best.common < _LONELY and self.close(fact, best.there) < 2) else best

    def _somewhere(self, other: Any) -> bool:
        """Whether the article has a fact of the source anywhere."""
        return any(self._has(number, other) for number in range(len(self.here)))

    def _has(self, number: int, other: Any) -> bool:
        """Whether a sentence of the article has a fact of the source."""
        key = number, other
        if key not in self._holding:
            self._holding[key] = any(self.agree(fact, other) for fact in self.here[number])
        return self._holding[key]

    def _said_too(self, other: Any, at: int) -> bool:
        """Whether some sentence of the article that rests on this one has its fact."""
        return any(self._has(number, other) for number in self.alignment.answers.get(at, ()))

    def common(self, fact: Fact, number: int, other: Fact, at: int) -> float:
        """How much the words around two facts have in common."""
        one = self._around(self.alignment.article[number], fact)
        two = self._around(self.alignment.source[at], other)
        score = 0.0
        for a, b in ((one.before, two.before), (one.behind, two.behind)):
            if a and b and (a.word == b.word or (a.stem and a.stem == b.stem)):
                score += _NEXT if a.stem else _NEXT_SMALL
        return score + _NEAR * sum(any(_kindred(stem, other) for other in two.near) for stem in one.near)

    def _around(self, sentence: Sentence, fact: Fact) -> _Around:
        key = (sentence.source, fact.start, fact.end)
        if key not in self._known:
            self._known[key] = _around(sentence, fact)
        return self._known[key]


class _Around(NamedTuple):
    """The words right before and behind a fact, and the stems of those near it."""

    before: Token | None
    behind: Token | None
    near: frozenset[str]


def _among(fact: Fact, words: Sequence[Token]) -> bool:
    """Whether a fact is some words, or one of them."""
    return any(fact.start < token.end and token.start < fact.end for token in words)


def _around(sentence: Sentence, fact: Fact) -> _Around:
    before = [token for token in sentence.tokens if token.end <= fact.start][::-1]
    behind = [token for token in sentence.tokens if token.start >= fact.end]
    near = (token.stem for side in (before, behind) for token in [t for t in side if t.stem][:_REACH])
    return _Around(next(iter(before), None), next(iter(behind), None), frozenset(near))


def _kindred(one: str, other: str) -> bool:
    """Whether two stems are of one word, or of one made from the other: "close", "closure"."""
    return one == other or (min(len(one), len(other)) >= _ROOT and (one.startswith(other) or other.startswith(one)))
