"""Parity: clauses of an article and its source that have the same words, of which one has a negation and the other has none.

A short clause has nothing else to be recognised by than all its words: "Age made no difference", "The market had not opened".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.finding import Span
from newslint.patterns import lazy
from newslint.sources.alignment import aligned
from newslint.sources.clauses import DENIES, JOINS, LIGHT, NEGATIONS, OTHERWISE, UNTIL, clauses, negates, root
from newslint.sources.differing import Differing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.tokens import Token

_LIKE: Final = 0.4  # likeness of the sentences
_FEWEST: Final = 2  # roots in common
_SHARE: Final = 0.75  # of all roots of both
_PARTLY: Final = frozenset(
    "all every everything always enough fully entirely necessarily".split()
)  # "not all evidence"
_BREAKS: Final = lazy(r"[,;:()—–]")


class Part(NamedTuple):
    """A clause: its words, their roots without figures and small words, and the negation that it has, if any."""

    words: Sequence[Token]
    roots: frozenset[str]
    negation: Token | None


def uneven(document: Document) -> Iterator[Differing]:
    """The clauses outside quotations that differ in a negation: it was `lost` or `gained`."""
    alignment = document.derived(aligned)
    own, others = document.derived(clauses)
    for number, links in enumerate(alignment.links):
        mine = list(_parts(document, own[number].words))
        for link in links:
            sentence = alignment.source[link.number]
            if link.score < _LIKE or _denies(own[number].words) or _denies(others[link.number].words):
                continue
            theirs = list(_parts(document.sources[sentence.source], others[link.number].words))
            for one, other in ((a, b) for a in mine for b in theirs if _same(a, b)):
                if (one.negation is None) != (other.negation is None) and not _also(one, theirs):
                    yield _differing(one, other, sentence.source)


def _denies(words: Sequence[Token]) -> bool:
    """Whether somebody denies something: then what is denied has no negation, and says that it is not so."""
    return not DENIES.isdisjoint(token.word for token in words)


def _parts(document: Document, words: Sequence[Token]) -> Iterator[Part]:
    """The clauses of a sentence, as far as marks and conjunctions show them."""
    text, part = document.prose.text, list["Token"]()
    for token in words:
        if part and (token.word in JOINS or _BREAKS.search(text, part[-1].end, token.start)):
            yield _part(part)
            part = []
        part.append(token)
    if part:
        yield _part(part)


def _part(words: Sequence[Token]) -> Part:
    negation = None
    for number, token in enumerate(words):
        if negates(token.word):
            behind = [other.word for other in words[number + 1 :]]
            less = behind and (behind[0] in OTHERWISE or not (UNTIL | _PARTLY).isdisjoint(behind))
            negation = None if less else token
    left = (t for t in words if t.word not in LIGHT and t.word not in JOINS and t.word not in NEGATIONS)
    roots = frozenset(root(token) for token in left if not token.word[0].isdigit() and not token.word.endswith("n't"))
    return Part(words, roots, negation)


def _same(one: Part, other: Part) -> bool:
    """Whether two clauses have the same words but for a few."""
    common = len(one.roots & other.roots)
    return common >= _FEWEST and common >= _SHARE * len(one.roots | other.roots)


def _also(one: Part, theirs: Sequence[Part]) -> bool:
    """Whether another clause of the source's sentence is the article's with the same parity."""
    return any(_same(one, other) and (one.negation is None) == (other.negation is None) for other in theirs)


def _differing(one: Part, other: Part, source: int) -> Differing:
    """At the negation that the article adds, or at the words before which its source has one."""
    there = Span(other.words[0].start, other.words[-1].end)
    if one.negation is not None:
        return Differing(Span(one.negation.start, one.negation.end), there, source, "gained")
    assert other.negation is not None
    behind = [root(token) for token in other.words if token.start > other.negation.start]
    at = next((n for n, token in enumerate(one.words) if root(token) in behind and token.stem), len(one.words) - 1)
    here = Span(one.words[max(at - 1, 0)].start, one.words[at].end)
    return Differing(here, Span(other.negation.start, other.negation.end), source, "lost")
