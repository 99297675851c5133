"""Lines that begin with the end of the line before, as exports write them that take the parts of a list twice."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.segment import Segment

_KINDS: Final = frozenset({"paragraph", "list-item"})
_HEAD: Final = 16  # code points that must agree before more is compared
_LEAST: Final = 30  # code points of what is repeated
_WORD: Final = lazy(r"[^\W\d_]+")
_SMALL: Final = frozenset("a al and at bin bint binte de der di for in of on s the to van von".split())
_QUOTES: Final = "\"'“‘«"


def overlaps(document: Document) -> Iterator[list[tuple[Span, Span]]]:
    """Runs of consecutive lines, each as (its head, the equal tail of the line before)."""
    run: list[tuple[Span, Span]] = []
    for before, line in pairwise(document.segments):
        shared = _shared(document.prose.text, before, line)
        if shared:
            run.append((Span(line.start, line.start + shared), Span(before.end - shared, before.end)))
        elif run:
            if not _name(document, run):
                yield run
            run = []
    if run and not _name(document, run):
        yield run


def _name(document: Document, run: list[tuple[Span, Span]]) -> bool:
    """Whether all that is said again is somebody's title and name, with which a caption ends and the next line begins."""
    words = _WORD.findall(document.prose.text, run[0][0].start, run[0][0].end)
    return len(run) == 1 and all(word[0].isupper() or word in _SMALL for word in words)


def _shared(text: str, before: Segment, line: Segment) -> int:
    """How many code points of the line's head are the tail, and not the whole, of the one before.

    What opens with a quotation mark is somebody's words, taken up again.
    """
    if (
        before.kind not in _KINDS
        or line.kind not in _KINDS
        or before.marked
        or line.marked
        or text[line.start] in _QUOTES
    ):
        return 0
    at = text.rfind(text[line.start : line.start + _HEAD], before.start, before.end)
    length = before.end - at
    if at <= before.start or length < _LEAST or line.end - line.start < length + _HEAD:
        return 0
    return length if text.startswith(text[at : before.end], line.start) and text[at - 1].isspace() else 0
