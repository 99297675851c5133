"""Contraries: a word of an article that means the opposite of the word of its source in the place of which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.antonyms import opposite
from newslint.knowledge.facts.outcomes import table
from newslint.sources.alignment import aligned
from newslint.sources.differing import Differing
from newslint.sources.replaced import replacements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.tokens import Token

# Words that change nothing beside those that do: "was closed" for "stayed open".
_LIGHT: Final = frozenset("a an the is are was were be been being stay stays stayed to as very".split())
_FEW: Final = 2  # words that are left of what was replaced


def contrary(document: Document) -> Iterator[Differing]:
    """The words outside quotations that were replaced by their opposites."""
    alignment = document.derived(aligned)
    for one in document.derived(replacements):
        here, there = _telling(one.here), _telling(one.there)
        pair = next(((a, b) for a in here for b in there if _opposed(a.word, b.word)), None)
        if pair is not None and max(len(here), len(there)) <= _FEW:
            mine, theirs = pair
            source = alignment.source[one.source].source
            yield Differing(Span(mine.start, mine.end), Span(theirs.start, theirs.end), source, "opposite")


def _telling(words: Sequence[Token]) -> list[Token]:
    return [token for token in words if token.word not in _LIGHT]


def _opposed(one: str, other: str) -> bool:
    """Whether two words are opposites, or say that something turned out in two ways of which only one is true."""
    mine, theirs = (dict[str, int]((o.group, o.number) for o in table().get(w, {}).get((), ())) for w in (one, other))
    outcomes = mine.keys() & theirs.keys() - {"act", "none"}
    return opposite(one, other) or any(mine[group] != theirs[group] for group in outcomes)
