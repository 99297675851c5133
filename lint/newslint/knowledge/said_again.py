"""Passages that a paragraph says twice in a row, as exports do that take a title or a caption twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.article.readers.draft import OBJECT
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_WORDS: Final = 9  # of a passage: a shorter one may be said twice on purpose
_SAMPLE: Final = 20  # code points by which a passage is found again,
_STEP: Final = 34  # and between two of them: the shortest passage is as long as both
_FARTHEST: Final = 900  # code points from a passage to its copy


class Again(NamedTuple):
    """A passage that follows an equal one: `first`, then `second` with all further copies, of so many words each."""

    first: Span
    second: Span
    words: int


def said_again(document: Document) -> Iterator[Again]:
    """The passages of nine words or more that follow themselves within a paragraph, outside quotations, in order."""
    text = document.prose.text
    for segment in document.segments:
        done = segment.start
        for at in range(segment.start, segment.end - _STEP - _SAMPLE, _STEP):
            if at < done:
                continue
            key = text[at : at + _SAMPLE]
            copy = text.find(key, at + _SAMPLE, min(at + _FARTHEST, segment.end))
            if copy < 0:
                continue
            period = copy - at
            start, end = _region(text, at, period, (segment.start, segment.end))
            if end - start + 1 >= 2 * period:  # the last copy has no space after it
                done = end  # whatever becomes of it: nobody walks through a thousand copies a thousand times
            run = _again(text, start, end, period, segment.start)
            if run is not None and document.quoted.outside(run.second.start, run.second.end):
                yield run


def _region(text: str, at: int, period: int, bounds: tuple[int, int]) -> tuple[int, int]:
    """[start, end) of what repeats itself around a place after so many code points."""
    start, end = at, at + period
    while start > bounds[0] and text[start - 1] == text[start - 1 + period]:
        start -= 1
    while end < bounds[1] and text[end] == text[end - period]:
        end += 1
    return start, end


def _again(text: str, start: int, end: int, period: int, first: int) -> Again | None:
    """What a region says again: whole words from a capital on, at least once over.

    Inside a sentence, "the job that brings the job that brings the job" is the point.
    """
    while start < end and not _begins(text, start, first):
        start += 1
    copies = (end - start + 1) // period  # the last copy has no space after it
    words = len(text[start : start + period].split())
    if copies < 2 or words < _WORDS or OBJECT in text[start : start + period]:
        return None
    last = start + copies * period - 1
    return Again(Span(start, start + period - 1), Span(start + period, last), words)


def _begins(text: str, at: int, first: int) -> bool:
    """Whether a sentence or a title may begin there: with a capital, behind a space."""
    return text[at].isupper() and (at == first or text[at - 1].isspace())
