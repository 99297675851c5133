"""Contraries: words of an article in the place of words of its source that mean the opposite, or that differ in a negation only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.antonyms import opposite
from newslint.knowledge.facts.outcomes import table
from newslint.patterns import lazy
from newslint.sources.alignment import aligned
from newslint.sources.clauses import (
    DENIES,
    LIGHT,
    NEGATIONS,
    OTHERWISE,
    UNTIL,
    clauses,
    negates,
    root,
    unprefixed,
)
from newslint.sources.differing import Differing
from newslint.sources.replaced import replacements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.alignment import Alignment
    from newslint.sources.clauses import Clause
    from newslint.sources.replaced import Replacement
    from newslint.sources.tokens import Token

_BREAK: Final = lazy(r"[.;:!?]")
# Words that change nothing beside those that do: "was closed" for "stayed open".
_LIGHT: Final = frozenset("a an the is are was were be been being stay stays stayed to as very".split())
# What may be in the place of "no", "none", "nobody": it says that there is something.
_SOME: Final = frozenset(
    "some any many several all every each both one two three a an the person people somebody someone everybody everyone "
    "much few".split()
)
_PARTICLES: Final = frozenset("up down in out on off over".split())
_LIKE: Final = 0.4  # likeness of sentences that belong to one statement
_FEW: Final = 2  # words that are left of what was replaced


def contrary(document: Document) -> Iterator[Differing]:
    """The words outside quotations that were replaced by their opposites."""
    alignment = document.derived(aligned)
    own, others = document.derived(clauses)
    for one in document.derived(replacements):
        here, there = _telling(one.here), _telling(one.there)
        pair = next(((a, b) for a in here for b in there if _opposed(a.word, b.word)), None)
        if pair is None or max(len(here), len(there)) > _FEW:
            continue
        (mine, theirs), (clause, other) = pair, (own[one.article], others[one.source])
        if clause.governed(mine) != other.governed(theirs):
            continue  # "less dangerous" is "no more dangerous"
        if clause.compared(clause.place(mine)) == other.compared(other.place(theirs)):
            source = alignment.source[one.source].source
            yield Differing(Span(mine.start, mine.end), Span(theirs.start, theirs.end), source, "opposite")


def denied(document: Document) -> Iterator[Differing]:
    """The places outside quotations where nothing was replaced but a negation: `lost` or `gained`."""
    alignment = document.derived(aligned)
    own, others = document.derived(clauses)
    for one in document.derived(replacements):
        if _elsewhere(alignment, own, others, one):
            continue
        here, there = _negation(one.here), _negation(one.there)
        rest = [[root(token) for token in _denied(words)] for words in (one.here, one.there)]
        if (here is None) == (there is None) or rest[0] != rest[1] or not one.behind:
            continue
        first, last = (one.here or one.behind)[0], one.behind[0]
        source = alignment.source[one.source].source
        if here is not None:
            where = one.there or alignment.source[one.source].tokens
            yield Differing(Span(here.start, here.end), Span(where[0].start, where[-1].end), source, "gained")
        elif there is not None and _BREAK.search(document.prose.text, first.start, last.start) is None:
            yield Differing(Span(first.start, last.end), Span(there.start, there.end), source, "lost")


def _elsewhere(alignment: Alignment, own: Sequence[Clause], others: Sequence[Clause], one: Replacement) -> bool:
    """Whether both sentences deny as much, or one says "denied" or "until", or what else belongs to them denies, too."""
    here, there = own[one.article].words, others[one.source].words
    if _negations(here) == _negations(there) or not (DENIES | UNTIL).isdisjoint(
        token.word for token in (*here, *there)
    ):
        return True
    more = [
        others[link.number]
        for link in alignment.links[one.article]
        if link.number != one.source and link.score >= _LIKE
    ]
    more += [own[number] for number in alignment.answers.get(one.source, ()) if number != one.article]
    return any(_negations(clause.words) for clause in more)


def _negations(words: Sequence[Token]) -> int:
    return sum(negates(token.word) for token in words)


def _negation(words: Sequence[Token]) -> Token | None:
    found = [at for at, token in enumerate(words) if negates(token.word) and token.word != "without"]
    if (
        not found
        or words[max(found[0] - 1, 0)].word == "or"
        or (found[0] + 1 < len(words) and words[found[0] + 1].word in OTHERWISE)
    ):
        return None
    return words[found[0]]


def _denied(words: Sequence[Token]) -> list[Token]:
    """The words beside a negation that say something themselves."""
    small = LIGHT | _SOME | NEGATIONS
    return [token for token in words if token.word not in small and not negates(token.word)]


def _telling(words: Sequence[Token]) -> list[Token]:
    return [token for token in words if token.word not in _LIGHT]


def _opposed(one: str, other: str) -> bool:
    """Whether two words are opposites, or say that something turned out in two ways of which only one is true."""
    mine, theirs = (dict[str, int]((o.group, o.number) for o in table().get(w, {}).get((), ())) for w in (one, other))
    outcomes = mine.keys() & theirs.keys() - {"act", "none", "give"}  # who is given something receives it
    if len({one, other} & _PARTICLES) == 1:
        return False  # "gave up" is "dropped"
    if other == unprefixed(one) or one == unprefixed(other):
        return True
    return opposite(one, other) or any(mine[group] != theirs[group] for group in outcomes)
