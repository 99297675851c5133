"""near-duplicate: a sentence that says again what another one has said."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.article.text import fold_word
from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.knowledge.running import formula, paragraphs, set_apart
from newslint.knowledge.words import WORD, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.running import Paragraph

Run = tuple[str, ...]

_RUN, _LONG = 5, 5  # words in a row, the first of so many letters, that two sentences must share to be compared
_ALIGNED, _NEAR, _STRAY = 3, 40, 10  # so many shared runs within so many words, their distances differing by less
_WORDS: Final = 12  # of a sentence that is compared
_OVERLAP: Final = 0.5  # bigrams of both (Jaccard); short sentences must share half of the rest, too
_CONTAINED: Final = 0.9  # bigrams of the shorter one
_MOST: Final = 6  # a run that stands more often than this is a formula or a refrain
_VERBATIM: Final = 0.9  # in a file with front matter, where parallel sentences are the style of rules and speeches
_SCATTERED: Final = 4  # different sentences said twice: more of them, and it is how the document is written
_MOST_PAIRS: Final = 4000  # pairs of places looked at in one document: a bound on hostile input


class NearDuplicate(Check, frozen=True, kw_only=True):
    """Reports the later of two sentences half of whose word bigrams they share (Jaccard).

    Both must have twelve words or more; where they have fewer than eighteen, three quarters must be shared. Nine
    tenths of the shorter one's bigrams will do instead. Only sentences that share a run of five words are compared,
    so a text that never repeats itself costs one pass.
    Method: Broder, "On the resemblance and containment of documents" (1997).
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"share"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """The later sentences, each with the earlier one as related place."""
        document = unit.document
        tokens = document.derived(words)
        rows = enumerate(zip(*(tokens[n:] for n in range(_RUN)), strict=False))
        runs = {at: run for at, run in rows if len(run[0]) >= _LONG}
        if len(set(runs.values())) == len(runs):
            return
        matches = list(self._matches(unit, runs))
        if len({fold_word(unit.view.text[m.span.start : m.span.end]) for m in matches}) <= _SCATTERED:
            yield from matches

    def _matches(self, unit: Unit, runs: dict[int, Run]) -> Iterator[Match]:
        told: set[Span] = set()
        own = bool(unit.document.layout.fields)
        split: dict[Span, list[str]] = {}
        for one, other in self._pairs(unit, runs):
            for span in (one, other):
                split.setdefault(span, _split(unit, span))
            share = self._alike(split[one], split[other])
            if own and share < _VERBATIM:
                continue
            if share and other not in told:
                told.add(other)
                first = Compared(one)
                yield Match(other, values={"share": f"{share:.0%}"}, related=(first,))

    def _pairs(self, unit: Unit, runs: dict[int, Run]) -> list[tuple[Span, Span]]:
        """Pairs of sentences (earlier, later) that share runs of words, each pair once."""
        counts = Counter(runs.values())
        places: dict[Run, list[int]] = defaultdict(list)
        for at, run in runs.items():
            if counts[run] > 1:
                places[run].append(at)
        twice = [pair for told in places.values() if len(told) <= _MOST for pair in combinations(told, 2)]
        if not _aligned(twice):
            return []
        document, folded = unit.document, unit.document.folded()
        read = _Read(document)
        starts = [hit.start() for hit in WORD.finditer(folded.text)]
        seen: dict[tuple[Span, Span], None] = {}
        for one, other in twice[:_MOST_PAIRS]:
            spans = [document.sentence_at(folded.span(starts[at], starts[at]).start) for at in (one, other)]
            if spans[0] != spans[1] and read.may_compare(*spans):
                seen[spans[0], spans[1]] = None
        return sorted(seen)

    def _alike(self, one: list[str], other: list[str]) -> float:
        """The shared part of two sentences' bigrams, or 0 if they are not alike."""
        if min(len(one), len(other)) < _WORDS:
            return 0.0
        a, b = set(pairwise(one)), set(pairwise(other))
        shared = len(a & b)
        overlap, share = shared / len(a | b), shared / min(len(a), len(b))
        wanted = _OVERLAP if min(len(one), len(other)) >= _WORDS * 1.5 else (1 + _OVERLAP) / 2
        return overlap if overlap >= wanted else share if share >= _CONTAINED else 0.0


class _Read:
    """The paragraphs of running prose, and which of their sentences may not say the same."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._paragraphs = document.derived(paragraphs)
        self._starts = [paragraph.span.start for paragraph in self._paragraphs]

    def may_compare(self, one: Span, other: Span) -> bool:
        """Whether two sentences are in running prose, under one heading, and neither is a paragraph taken out of the other's."""
        first, second = self._around(one), self._around(other)
        if first is None or second is None or first.section != second.section:
            return False
        if any(formula(self._document, span) or self._quoted(span) for span in (one, other)):
            return False
        alone = [paragraph.span == span for paragraph, span in ((first, one), (second, other))]
        if self._marked and alone[0] != alone[1]:
            return False  # a pull quote, or a standfirst
        return not any(set_apart(self._document, paragraph.span) for paragraph in (first, second))

    @cached_property
    def _marked(self) -> bool:
        return bool(self._document.layout.fields) or any(segment.marked for segment in self._document.segments)

    def _quoted(self, span: Span) -> bool:
        return self._document.quoted.length(span.start, span.end) * 3 >= span.end - span.start

    def _around(self, span: Span) -> Paragraph | None:
        index = bisect_right(self._starts, span.start) - 1
        return self._paragraphs[index] if index >= 0 and span.end <= self._paragraphs[index].span.end else None


def _aligned(pairs: list[tuple[int, int]]) -> bool:
    """Whether several shared runs lie close together and equally far from their doubles, as in a repeated sentence.

    Names and formulas are shared by most articles with themselves, but one at a time.
    """
    for shift in (0.0, 0.5):
        cells = Counter((int(one / _NEAR + shift), int((other - one) / _STRAY + shift)) for one, other in pairs)
        if max(cells.values(), default=0) >= _ALIGNED:
            return True
    return False


def _split(unit: Unit, span: Span) -> list[str]:
    folded = unit.document.folded()
    return WORD.findall(folded.text, folded.locate(span.start), folded.locate(span.end))
