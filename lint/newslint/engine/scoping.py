"""Scoping: where in a document a rule reads, and which of its matches count."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING, Final

from newslint.checks.check import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.engine.prefilter import Hits
    from newslint.finding import Span
    from newslint.rulebook.filters import Phrases
    from newslint.rulebook.rule import Per, Rule

_VOICE: Final = 3  # times that something outside quotations makes it the narrator's habit
_NEAR: Final = 80  # code points around a match in which an exception may overlap it


class Scoping:
    """One rule's scope, quotation filter, exceptions and conditions, applied to one view of one document."""

    def __init__(self, document: Document, rule: Rule, view: str) -> None:
        self._document, self._rule, self._view = document, rule, view
        self._prose = view == "prose"
        self._stands: dict[tuple[Phrases, int, int], bool] = {}

    def units(self, per: Per, hits: Hits | None) -> Iterator[Unit]:
        """The stretches to read: all of the rule's scope, or those with hits of its anchors."""
        document, view, spans = self._document, self._view, self.spans(per)
        if hits is None or len(spans) == 1:
            yield from (Unit(document, view, start, end, hits) for start, end in spans)
            return
        starts, folded = [start for start, _ in spans], document.folded(view)
        grouped: dict[int, Hits] = {}
        for first, stop in hits:
            span = folded.span(first, stop)
            index = bisect_right(starts, span.start) - 1
            if index >= 0 and span.end <= spans[index][1]:
                grouped.setdefault(index, []).append((first, stop))
        for index in sorted(grouped):
            yield Unit(document, view, *spans[index], grouped[index])

    def spans(self, per: Per) -> list[tuple[int, int]]:
        """The half-open stretches of the view that the check reads, in order."""
        text = self._document.view(self._view).text
        if per == "document" or self._view == "raw":
            return [(0, len(text))]
        if not self._prose:
            return _lines(text)
        blocks = self._document.blocks(self._rule.segments, foreign="any" in self._rule.languages)
        if per != "sentence":
            return blocks
        return [(s.start, s.end) for start, end in blocks for s in self._document.sentences_in(start, end)]

    def _reads(self, span: Span) -> bool:
        segment = self._document.segment_at(span.start)
        if segment is None or not segment.within(self._rule.segments):
            return False
        if "any" in self._rule.languages:
            return True
        # An address is in no language.
        return segment.start not in self._document.foreign and not self._document.in_address(span.start, span.end)

    def admits(self, span: Span) -> bool:
        """Whether a match at a span of the view counts."""
        rule = self._rule
        if self._prose and not (self._reads(span) and self._quotes(span) and self._corrects(span)):
            return False
        if rule.exceptions and self._excepted(span):
            return False
        if rule.when and not any(self._near(phrases, span, where) for where, phrases in rule.needs):
            return False
        return not (rule.unless and any(self._near(phrases, span, where) for where, phrases in rule.forbids))

    def _quotes(self, span: Span) -> bool:
        if self._rule.quote == "any":
            return True
        quoted = self._document.quoted
        return (
            quoted.inside(span.start, span.end)
            if self._rule.quote == "inside"
            else quoted.outside(span.start, span.end)
        )

    def _corrects(self, span: Span) -> bool:
        """Whether a match is in words that somebody may change, as far as the rule distinguishes."""
        others = (getattr(self._document.others, words.replace("-", "_")) for words in self._rule.leaves)
        return all(words.outside(span.start, span.end) for words in others)

    def _excepted(self, span: Span) -> bool:
        block = self._around(span, "paragraph")
        start, end = max(block[0], span.start - _NEAR), min(block[1], span.end + _NEAR)
        return any(
            s < max(span.end, span.start + 1) and e > span.start
            for s, e in self._found(self._rule.excepted, start, end)
        )

    def _near(self, phrases: Phrases, span: Span, where: str) -> bool:
        """Whether one of the phrases occurs around a match; searched once in each sentence, paragraph or document."""
        key = (phrases, *self._around(span, where))
        if key not in self._stands:
            found = self._found(*key)
            if where == "narration" and self._prose:
                told = (hit for hit in found if self._document.quoted.outside(*hit))
                found = islice(told, _VOICE - 1, None)
            self._stands[key] = next(found, None) is not None
        return self._stands[key]

    def _found(self, phrases: Phrases, start: int, end: int) -> Iterator[tuple[int, int]]:
        document, view = self._document, self._view
        return phrases.spans(document.folded(view), document.folded(view, case=False), start, end)

    def _around(self, span: Span, where: str) -> tuple[int, int]:
        if where in ("document", "narration") or not self._prose:
            return 0, len(self._document.view(self._view).text)
        if where == "sentence":
            sentence = self._document.sentence_at(span.start)
            return sentence.start, max(sentence.end, span.end)
        segment = self._document.segment_at(span.start)
        return (segment.start, segment.end) if segment else (span.start, span.end)


def _lines(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return [span for span in spans if span[0] < span[1]]
