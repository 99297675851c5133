"""Replaced: words of an article that are in the place of others of its source, in sentences that go on alike on both sides.

Where a sentence was copied and a word or two were changed, what was changed shows without any knowledge of its sort: the
words before and behind are the same. Words are compared by their roots, so that "ruled" and "did not rule" are one verb.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.sources.alignment import aligned
from newslint.sources.clauses import clauses, root
from newslint.sources.difference import changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newslint.article.document import Document
    from newslint.sources.difference import Change
    from newslint.sources.tokens import Token

_LIKE: Final = 0.4  # likeness of two sentences of which one may be a copy of the other
_MOST: Final = 4  # words that are in the place of as many
_AROUND: Final = 3  # words that are the same before and behind together
_IN_A_COPY: Final = 2  # the same in a sentence that is a copy
_COPIED: Final = 0.7  # share of the words of such a sentence


class Replacement(NamedTuple):
    """Words of a sentence of the article in the place of words of a sentence of a source; either may be none.

    `behind` are the words of the article's sentence that follow, outside quotations.
    """

    article: int
    source: int
    here: Sequence[Token]
    there: Sequence[Token]
    behind: Sequence[Token]


def replacements(document: Document) -> tuple[Replacement, ...]:
    """All words outside quotations that were replaced, in order; use `document.derived(replacements)`."""
    alignment = document.derived(aligned)
    own, others = document.derived(clauses)
    return tuple(
        Replacement(number, link.number, *words)
        for number, links in enumerate(alignment.links)
        for link in links
        if link.score >= _LIKE
        for words in _replaced(own[number].words, others[link.number].words)
    )


def by_pair(document: Document) -> Mapping[tuple[int, int], tuple[Replacement, ...]]:
    """The replacements of each two sentences, by the numbers of both; use `document.derived(by_pair)`."""
    found: dict[tuple[int, int], list[Replacement]] = defaultdict(list)
    for one in document.derived(replacements):
        found[one.article, one.source].append(one)
    return {pair: tuple(inside) for pair, inside in found.items()}


def _replaced(one: Sequence[Token], other: Sequence[Token]) -> Iterator[tuple[Sequence[Token], ...]]:
    found = changes([root(token) for token in one], [root(token) for token in other])
    copied = sum(change.last - change.first for change in found if change.equal) >= _COPIED * max(len(one), len(other))
    for number, change in enumerate(found):
        if change.equal:
            continue
        if max(change.last - change.first, change.end - change.start) > _MOST:
            yield from _ends(one, other, found, number)
            continue
        if _length(found, number - 1) + _length(found, number + 1) >= (_IN_A_COPY if copied else _AROUND):
            yield one[change.first : change.last], other[change.start : change.end], one[change.last :]


def _ends(
    one: Sequence[Token], other: Sequence[Token], found: Sequence[Change], number: int
) -> Iterator[tuple[Sequence[Token], ...]]:
    """The first and the last words of what is too long to be in one place: beside enough equal words they still are."""
    change = found[number]
    if change.first == change.last or change.start == change.end:
        return
    if number and _length(found, number - 1) >= _AROUND:
        yield one[change.first : change.first + 1], other[change.start : change.start + 1], one[change.first + 1 :]
    if number + 1 < len(found) and _length(found, number + 1) >= _AROUND:
        yield one[change.last - 1 : change.last], other[change.end - 1 : change.end], one[change.last :]


def _length(found: Sequence[Change], number: int) -> int:
    """How many words a stretch has; the edge of both sentences counts as one."""
    return found[number].last - found[number].first if 0 <= number < len(found) else 1
