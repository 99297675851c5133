"""Spoken: the words of a quotation as quotations are compared, and the place of a source that has them or the nearest to them.

Conventions are respected: an ellipsis or a bracket stands for other words, a cut quotation begins with a capital or ends with
a comma, the narrator may step in between two halves, and marks, hyphens, figures and spelling follow the house's style.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.names import plain
from newslint.knowledge.numbers import ONES
from newslint.patterns import lazy
from newslint.sources.tokens import Token, token_starts, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.article.quotation import Quotation
    from newslint.article.segment import Segment

_GAP: Final = lazy(r"\[[^\]\n]{0,60}\]|\([^)\n]{0,40}\)|…|\.(?: ?\.)+")
_LONG_GAP: Final = 400  # code points of the source that an ellipsis may leave out
_NEAREST: Final = 55  # percent of the letters, for words that come nearest
# British endings as American copy spells them, and what is written as one word or as two.
_RESPELT: Final = (
    (lazy(r"is(e[ds]?|ing|ations?|ers?)$"), r"iz\1"),
    (lazy(r"ys(e[ds]?|ing)$"), r"yz\1"),
    (lazy(r"our(s|ed|ing|ite|able|al|er|ers|ful|less|hood)?$"), r"or\1"),
    (lazy(r"([a-z]{2})tre(s|d)?$"), r"\1ter\2"),
    (lazy(r"(ll)(ed|ing|ers?)$"), r"l\2"),
    (lazy(r"(def|off|lic|pret)ence"), r"\1ense"),
    (lazy(r"ogue(s?)$"), r"og\1"),
    (lazy(r"(progra)mme"), r"\1m"),
    (lazy(r"^grey"), "gray"),
)


class Passage(Struct, frozen=True, dict=True):
    """Words of a source that may be quoted, one after the other as they were spoken or written: `source` is its number.

    `speech` says that they are those of its quotations, without what the narrator says between them.
    """

    source: int
    tokens: tuple[Token, ...]
    speech: bool

    @cached_property
    def text(self) -> str:
        """The words as they are compared, with a space before and behind each."""
        return f" {' '.join(said(token.word) for token in self.tokens)} "

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 1
        for token in self.tokens:
            starts.append(at)
            at += len(said(token.word)) + 1
        return starts

    def numbers(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the tokens that overlap [start, end) of `text`."""
        first = max(bisect_left(self._starts, start + 1) - 1, 0)
        if self._starts[first] + len(said(self.tokens[first].word)) <= start:
            first += 1
        return first, max(bisect_left(self._starts, end), first + 1)


class Place(Struct, frozen=True):
    """Where a source has words: the passage, and the half-open range of its tokens."""

    passage: Passage
    first: int
    last: int

    @property
    def span(self) -> Span:
        """The place in the prose of the source."""
        return Span(self.passage.tokens[self.first].start, self.passage.tokens[self.last - 1].end)

    @property
    def words(self) -> tuple[Token, ...]:
        """The words there."""
        return self.passage.tokens[self.first : self.last]


@lru_cache(maxsize=8192)
def said(word: str) -> str:
    """A folded word as quotations are compared by it: without accents and marks, American, figures for number words."""
    bare = plain(word)
    if bare in ONES:
        return str(ONES[bare])
    for pattern, spelt in _RESPELT:
        bare = pattern.sub(spelt, bare)
    return bare.replace(",", "")


def runs(document: Document, quotation: Quotation) -> Iterator[tuple[Token, ...]]:
    """The stretches of a quotation's words between its gaps."""
    words, text = document.derived(tokens), document.prose.text
    starts = document.derived(token_starts)
    edges = [
        quotation.start,
        *(edge for hit in _GAP.finditer(text, quotation.start, quotation.end) for edge in hit.span()),
    ]
    for start, end in zip(edges[::2], [*edges[1::2], quotation.end], strict=True):
        inside = words[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            yield tuple(inside)


def passages(document: Document) -> tuple[Passage, ...]:
    """What the sources of an article say, speech first; use `document.derived(passages)`."""
    found = [passage for number, source in enumerate(document.sources) for passage in _speech(source, number)]
    found += [
        Passage(number, source.derived(tokens), speech=False)
        for number, source in enumerate(document.sources)
        if source.derived(tokens)
    ]
    return tuple(found)


def _speech(source: Document, number: int) -> Iterator[Passage]:
    """The quotations of each paragraph as one passage, and of several that a running quotation joins."""
    words = source.derived(tokens)
    starts = source.derived(token_starts)
    joined: list[Token] = []
    last: Segment | None = None
    for quotation in (q for q in source.reading.quotations if q.depth == 0):
        segment = source.segment_at(quotation.start)
        if joined and segment != last:
            yield Passage(number, tuple(joined), speech=True)
            joined = []
        joined += words[bisect_left(starts, quotation.start) : bisect_left(starts, quotation.end)]
        last = _next(source, segment) if quotation.continues else segment
    if joined:
        yield Passage(number, tuple(joined), speech=True)


def _next(source: Document, segment: Segment | None) -> Segment | None:
    """The segment after one, in which a running quotation goes on."""
    after = bisect_right(source.segment_starts, segment.start) if segment is not None else 0
    return source.segments[after] if 0 < after < len(source.segments) else segment


def held(document: Document, words: Sequence[tuple[Token, ...]]) -> Place | None:
    """The place of a source that has the stretches of a quotation, one after the other, word for word; else None."""
    keys = [f" {' '.join(said(token.word) for token in run)} " for run in words]
    for passage in document.derived(passages):
        place = _in_order(passage, keys)
        if place is not None:
            return place
    return None


def _in_order(passage: Passage, keys: Sequence[str]) -> Place | None:
    start = passage.text.find(keys[0])
    while start >= 0:
        end = start + len(keys[0]) - 1
        for key in keys[1:]:
            at = passage.text.find(key, end, end + _LONG_GAP + len(key))
            if at < 0:
                break
            end = at + len(key) - 1
        else:
            return Place(passage, *passage.numbers(start + 1, end))
        start = passage.text.find(keys[0], start + 1)
    return None


def nearest(document: Document, words: Sequence[Token], least: float = _NEAREST) -> Place | None:
    """The place of a source whose words come nearest to those of a quotation, in its speech if that is as near; else None."""
    from rapidfuzz import fuzz

    key = " ".join(said(token.word) for token in words)
    best: Place | None = None
    for passage in document.derived(passages):
        if len(passage.text) < 3:
            continue
        found = fuzz.partial_ratio_alignment(key, passage.text, score_cutoff=least)
        if found is not None and found.score > least:
            start, end = found.dest_start, found.dest_end
            if len(passage.text) < len(key):  # the shorter of the two is searched in the longer
                start, end = 0, len(passage.text)
            least = found.score + (3 if passage.speech else 0)
            best = Place(passage, *passage.numbers(start, end))
    return best
