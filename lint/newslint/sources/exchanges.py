"""Exchanges: two names that an article has in each other's place: who did what to whom, or from where to where."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.finding import Span
from newslint.inflections import lemma
from newslint.knowledge.headline import stem
from newslint.sources.alignment import aligned
from newslint.sources.clauses import clauses, root
from newslint.sources.differing import Differing
from newslint.sources.names import names
from newslint.sources.office_words import VAGUE, is_office
from newslint.sources.replaced import by_pair
from newslint.sources.slots import by_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.names import Name
    from newslint.sources.tokens import Token

_LIKE: Final = 0.4  # likeness of two sentences that say one thing
_FAR: Final = 9  # words between two names of which one does something to the other
# What two do together or to each other: whoever is named first.
_MUTUAL: Final = frozenset(
    stem(word).removesuffix("e")
    for word in "met meet meeting married marry talk talked talks spoke speak joined join agreed agree play played face faced drew "
    "draw versus live lives fight fought clash argued disagree agreed differ share shared compete share alongside between".split()
)
_LISTS: Final = frozenset("and or the a an nor both of".split())
_LIGHT: Final = frozenset("the a an its his her their mr mrs ms dr".split())


class Run(NamedTuple):
    """The words of one name, [first, last) of a sentence's words outside quotations, and how they are compared."""

    first: int
    last: int
    keys: frozenset[str]


def exchanged(document: Document) -> tuple[Differing, ...]:
    """The pairs of names outside quotations that are exchanged, in order; use `document.derived(exchanged)`."""
    alignment = document.derived(aligned)
    here = by_sentence(alignment.article, [document.derived(names)], -1)
    there = by_sentence(alignment.source, [source.derived(names) for source in document.sources])
    own, others = document.derived(clauses)
    found: dict[Span, Differing] = {}
    for number, links in enumerate(alignment.links):
        mine = _runs(own[number].words, here[number])
        for link in links if len(mine[1]) > 1 else ():
            sentence = alignment.source[link.number]
            if link.score >= _LIKE:
                theirs = _runs(others[link.number].words, there[link.number])
                for one, other in _pairs(mine, theirs):
                    found.setdefault(one, Differing(one, other, sentence.source, "order"))
    for swap in _swapped(document):
        if not any(swap.here.overlaps(span) for span in found):
            found[swap.here] = swap
    return tuple(found[span] for span in sorted(found))


def _swapped(document: Document) -> Iterator[Differing]:
    """Any two words of a sentence that was copied in each other's place: "out of blood but not of beds"."""
    alignment = document.derived(aligned)
    for (_, number), replaced in document.derived(by_pair).items():
        for one, other in pairwise([each for each in replaced if each.here and each.there]):
            keys = [_singular(words) for words in (one.here, one.there, other.here, other.there)]
            words = alignment.article[one.article].tokens
            between = [token for token in words if one.here[-1].end <= token.start < other.here[0].start]
            before = [token for token in words if token.end <= one.here[0].start][-1:]
            if keys[0] == keys[3] and keys[1] == keys[2] and (_orders(between) or _count(before, between[-1:])):
                here, there = (
                    Span(a[0].start, b[-1].end) for a, b in ((one.here, other.here), (one.there, other.there))
                )
                yield Differing(here, there, alignment.source[number].source, "order")


def _singular(words: Sequence[Token]) -> list[str]:
    return [lemma(token.word, "N") or root(token) for token in words]


def _orders(between: Sequence[Token]) -> bool:
    """Whether the words between two words make a difference between them: a list does not."""
    return any(token.word not in _LISTS for token in between) and _MUTUAL.isdisjoint(root(token) for token in between)


def _count(before: Sequence[Token], between: Sequence[Token]) -> bool:
    """Whether two words are counted, and not alike: "three sons and a daughter"."""
    said = [token.stem if token.stem.isdigit() else token.word for token in (*before, *between)]
    return len(set(said)) == 2 and all(one.isdigit() or one in ("a", "an") for one in said)


_Runs = tuple["Sequence[Token]", list[Run]]


def _runs(words: Sequence[Token], inside: Sequence[Name]) -> _Runs:
    at = {token.start: number for number, token in enumerate(words)}
    runs: list[Run] = []
    for name in inside:
        number = at.get(name.start)
        if number is None or name.side:
            continue
        if runs and runs[-1].last == number and name.key in runs[-1].keys:
            runs[-1] = Run(runs[-1].first, number + 1, runs[-1].keys)
        else:
            runs.append(Run(number, number + 1, frozenset(name.run)))
    return words, runs


def _pairs(mine: _Runs, theirs: _Runs) -> Iterator[tuple[Span, Span]]:
    for one, other in _close(mine[1]):
        for first, second in _close(theirs[1]):
            if one.keys & second.keys and other.keys & first.keys and not one.keys & other.keys:
                here, there = mine[0][one.last : other.first], theirs[0][first.last : second.first]
                if _same_deed(here, there) or _same_way(mine[0], one, here, theirs[0], first, there):
                    yield _span(mine[0], one, other), _span(theirs[0], first, second)


def _close(runs: Sequence[Run]) -> Iterator[tuple[Run, Run]]:
    """Each two names of a sentence, in order, with few words between them."""
    for number, one in enumerate(runs):
        yield from ((one, other) for other in runs[number + 1 :] if 0 < other.first - one.last <= _FAR)


def _same_deed(here: Sequence[Token], there: Sequence[Token]) -> bool:
    """Whether the words between two names say the same of the first, in the same voice."""
    both = _deeds(here) & _deeds(there)
    if not both or not _MUTUAL.isdisjoint({root(token) for token in (*here, *there)}):
        return False
    if any(token.word in VAGUE or is_office(token.word) for token in (*here, *there)):
        return False  # "group leader Ann Lee" is "Ann Lee, who leads the group"
    last, end = _before(here), _before(there)
    return last is not None and end is not None and root(last) == root(end)


def _deeds(between: Sequence[Token]) -> set[str]:
    """The stems of the words between two names, figures left out: a table is no sentence."""
    return {root(token) for token in between if token.stem.isalpha()}


def _before(between: Sequence[Token]) -> Token | None:
    """The word before the second name, articles and titles left out."""
    return next((token for token in reversed(between) if token.word not in _LIGHT), None)


def _same_way(
    mine: Sequence[Token], one: Run, here: Sequence[Token], theirs: Sequence[Token], first: Run, there: Sequence[Token]
) -> bool:
    """Whether both say "from … to …"."""
    led = [words[run.first - 1].word if run.first else "" for words, run in ((mine, one), (theirs, first))]
    return led == ["from", "from"] and [t.word for t in here] == [t.word for t in there] == ["to"]


def _span(words: Sequence[Token], one: Run, other: Run) -> Span:
    return Span(words[one.first].start, words[other.last - 1].end)
