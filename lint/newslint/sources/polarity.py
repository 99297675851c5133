"""Polarity: what an article says where its source denies it, or the other way round, and words that say the opposite."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.facts.outcomes import outcomes
from newslint.sources.alignment import aligned
from newslint.sources.clauses import Clause, clauses, root, unprefixed
from newslint.sources.contraries import contrary, denied
from newslint.sources.differing import Differing
from newslint.sources.parity import uneven
from newslint.sources.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.alignment import Alignment
    from newslint.sources.tokens import Token

_LIKE: Final = 0.45  # likeness of two sentences that say one thing
_REACH: Final = 7  # words on either side of a word that was negated
_SHARED: Final = 2  # stems there in common
_SAME: Final = 0.8  # likeness of sentences that are one but for a word or two: a short one has no two stems to share
_AROUND: Final = 4.0  # what must lie around two words that say the opposite of each other
# Beginnings of words behind which "against" takes a stand.
_STANDS: Final = (
    "vot", "rul", "argu", "sp", "campaign", "decid", "stand", "stood", "is", "are", "was", "were", "be", "come", "came", "out",
)  # fmt: skip
_OPPOSITE: Final = (
    "more / less fewer",
    "positive / negative",
    "above / below",
    "before / after",
    "first / last",
    "highest / lowest",
    "largest biggest / smallest",
    "best / worst",
    "majority / minority",
    "higher / lower",
    "earlier / later",
    "inside / outside",
    "with / without",
    "increase increased increases / decrease decreased decreases",
    "all / none",
    "always / never",
    "legal / illegal",
    "denied denies deny / confirmed confirms confirm admitted admits",
    "male men / female women",
    "oldest / youngest",
    "up / down",
)
_WAYS: Final = frozenset({"up", "down"})
_GOES: Final = frozenset("is are was were be been go goes going went gone cent percent points edged".split())
_BY: Final = frozenset("by from".split())


class Word(Struct, frozen=True):
    """A word at [start, end) that has an opposite, the outcomes that it may mean, and what a word of degree is about."""

    start: int
    end: int
    means: frozenset[tuple[str, int]]
    negated: bool
    compared: tuple[str, ...] = ()


def opposed(document: Document) -> tuple[Differing, ...]:
    """Where the opposite is said outside quotations, in order: a negation `lost` or `gained`, or a word for the `opposite`.

    Use `document.derived(opposed)`.
    """
    alignment = document.derived(aligned)
    found: list[Differing] = []
    ways = denied(document), contrary(document), _opposites(document, alignment), _negations(document, alignment)
    for one in chain(*ways, uneven(document)):
        if not any(one.here.overlaps(other.here) or one.there.overlaps(other.there) for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.here))


def _negations(document: Document, alignment: Alignment) -> Iterator[Differing]:
    here, there = document.derived(clauses)
    both = _denied_in(here) & _denied_in(there)  # what both deny somewhere, nobody has left out
    for number, links in enumerate(alignment.links):
        mine = here[number]
        for link in links if mine.words else ():
            source, theirs = alignment.source[link.number].source, there[link.number]
            if link.score < _LIKE:
                continue
            enough = 1 if link.score >= _SAME else _SHARED
            for mark, plain in _denials(theirs, mine, both, enough):
                yield Differing(_span(mine.words, plain), _at(theirs.words, mark), source, "lost")
            for mark, plain in _denials(mine, theirs, both, enough):
                yield Differing(_at(mine.words, mark), _span(theirs.words, plain), source, "gained")


def _denied_in(sentences: Sequence[Clause]) -> set[str]:
    """The stems of what is denied in some sentences."""
    targets = (clause.denied(at) for clause in sentences for at in clause.denials)
    return {root(target) for target in targets if target is not None}


def _denials(one: Clause, other: Clause, both: set[str], enough: int) -> Iterator[tuple[int, int]]:
    """Where `one` denies a word that `other` says plainly, and that is not of `both`: the places of negation and plain word."""
    for at, key in _denied_words(one, other):
        at_plain = other.plain.get(key)
        if at_plain is None or key in one.plain or key in both:
            continue
        if at in one.lacks and not other.words[at_plain].word.endswith("ed"):
            continue  # who has lost a captain is without one; who was released without charge was not charged
        if _same_matter(one.words, at, other.words, at_plain, enough):
            yield at, at_plain


def _denied_words(one: Clause, other: Clause) -> Iterator[tuple[int, str]]:
    """The places of what negates in `one`, and the stems of what it denies, by a word of its own or by a first syllable."""
    for at in (*one.denials, *one.lacks):
        target = one.denied(at)
        if target is not None:
            yield at, root(target)
    for at, token in enumerate(one.words):
        bare = unprefixed(token.word)
        if bare in other.folded and not one.negated(at):
            yield at, next(root(o) for o in other.words if o.word == bare)


def _same_matter(one: Sequence[Token], at: int, other: Sequence[Token], plain: int, enough: int) -> bool:
    """Whether the words around a negated word and a plain one have `enough` stems in common, one of them behind."""
    before = _stems(one[max(at - _REACH, 0) : at]) & _stems(other[max(plain - _REACH, 0) : plain])
    behind = _stems(one[at + 2 : at + 2 + _REACH]) & _stems(other[plain + 1 : plain + 1 + _REACH])
    ends = not _stems(one[at + 2 :]) or not _stems(other[plain + 1 :])  # nothing is left to be compared
    return (len(behind) >= 1 or ends) and len(before) + len(behind) >= enough


def _stems(words: Sequence[Token]) -> set[str]:
    return {token.stem for token in words if token.stem}


def _span(words: Sequence[Token], at: int) -> Span:
    """A plain word with the one before it: "would block"."""
    first = max(at - 1, 0) if at else at
    return Span(words[first].start, words[at].end)


def _at(words: Sequence[Token], at: int) -> Span:
    return Span(words[at].start, words[at].end)


def _opposites(document: Document, alignment: Alignment) -> Iterator[Differing]:
    here, there = ([_words(clause) for clause in side] for side in document.derived(clauses))
    slots = Slots(document, here, there, _agree, _contrary)
    for number, words in enumerate(here):
        for word in words:
            linked = [link for link in alignment.links[number] if not word.negated]
            if any(word.means & other.means for link in linked for other in there[link.number]):
                continue
            around = [
                (slots.common(word, number, other, link.number), other, link.number)
                for link in linked
                if link.score >= _LIKE
                for other in there[link.number]
                if _contrary(word, other)
            ]
            common, other, at = max(around, key=lambda one: one[0], default=(0.0, word, 0))
            if common >= _AROUND:
                source = alignment.source[at].source
                yield Differing(Span(word.start, word.end), Span(other.start, other.end), source, "opposite")


def _words(clause: Clause) -> list[Word]:
    tokens = clause.words
    plain = [token.word for token in tokens]
    found = []
    for hit in outcomes(plain):
        means = frozenset((o.group, o.number) for o in hit.outcomes if o.group != "act")
        if means and not _measures(plain, hit.first) and not _no_stance(plain, hit.first):
            found.append(Word(tokens[hit.first].start, tokens[hit.last - 1].end, means, clause.negated(hit.first)))
    for at, token in enumerate(tokens):
        if token.word in _pairs() and (token.word not in _WAYS or _moves(plain, at)):
            found.append(
                Word(token.start, token.end, frozenset({_pairs()[token.word]}), clause.negated(at), clause.compared(at))
            )
    return sorted(found, key=lambda word: word.start)


def _measures(plain: Sequence[str], at: int) -> bool:
    """Whether a word only says what was measured: "11 months old", "40 metres high"."""
    return at > 0 and (plain[at] in ("old", "high")) and plain[at - 1].endswith(("s", "feet", "year", "month"))


def _no_stance(plain: Sequence[str], at: int) -> bool:
    """Whether "against" says what something is for: "a pill against migraine"; nobody takes a stand."""
    return plain[at] == "against" and not any(word.startswith(_STANDS) for word in plain[max(at - 2, 0) : at])


def _moves(plain: Sequence[str], at: int) -> bool:
    """Whether "up" or "down" says where a figure goes: "up 4%", "went down", but not "gave up"."""
    before, behind = plain[max(at - 1, 0)], plain[min(at + 1, len(plain) - 1)]
    return before in _GOES or behind in _BY or before[:1].isdigit() or behind[:1].isdigit()


@cache
def _pairs() -> dict[str, tuple[str, int]]:
    """Word → the line of opposites that it is of, and its side."""
    sides = ((line, number, side) for line in _OPPOSITE for number, side in enumerate(line.split(" / ")))
    return {word: (line, number) for line, number, side in sides for word in side.split()}


def _agree(one: Word, other: Word) -> bool:
    return bool(one.means & other.means) and not other.negated


def _contrary(one: Word, other: Word) -> bool:
    groups = {group for group, _ in one.means} & {group for group, _ in other.means}
    return bool(groups) and not one.means & other.means and not other.negated and one.compared == other.compared
