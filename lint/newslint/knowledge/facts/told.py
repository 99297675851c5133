"""Told: the tellings of an article's sentences, each made once, and only of those that are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.knowledge.facts.telling import Telling, telling

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from newslint.article.document import Document
    from newslint.finding import Span


class Told:
    """The tellings of one document; use with `derived`."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found: dict[Span, Telling] = {}

    def of(self, sentence: Span) -> Telling:
        """The telling of a sentence of the document."""
        if sentence not in self._found:
            self._found[sentence] = telling(self._document, sentence)
        return self._found[sentence]

    def at(self, hits: Iterable[tuple[int, int]], need: re.Pattern[str]) -> Iterator[Telling]:
        """The tellings of the sentences in which the hits, offsets of the folded prose, lie; each once, in order.

        Only those in which `need` is found as well: telling a sentence costs more than looking for that.
        """
        view, done = self._document.folded(), -1
        for start, end in hits:
            if start < done:
                continue
            sentence = self._document.sentence_at(view.span(start, end).start)
            first, done = view.locate(sentence.start), max(view.locate(sentence.end), end)
            if need.search(view.text, first, done):
                yield self.of(sentence)

    def before(self, said: Telling, count: int) -> list[Telling]:
        """The tellings of up to `count` sentences before one in its segment."""
        segment = self._document.segment_at(said.span.start)
        if segment is None:
            return []
        return [self.of(one) for one in self._document.sentences_in(segment.start, said.span.start)[-count:]]
