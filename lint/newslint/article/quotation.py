"""Quotations: which words of an article are quoted: nested, over several paragraphs, straight or curly."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from newslint.article.segment import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Quotation(Struct, frozen=True):
    """One stretch of quoted words: [start, end) in the prose, its marks included.

    `depth` is 0 for an outermost quotation. `closed` is false if the closing mark is missing; then `end` is the end
    of the paragraph, and `continues` is true if the next paragraph reopens it, as running quotations should.
    """

    start: int
    end: int
    mark: str
    depth: int = 0
    closed: bool = True
    continues: bool = False


class Stray(Struct, frozen=True):
    """A closing mark at `at` whose paragraph, [start, …), has no opener for it."""

    at: int
    start: int


# The double prime is a straight mark of a wire service's keyboard; “ and ” after â€, „ after â are dashes and signs that
# went through the wrong decoder, and so are all marks after Ã and the like inside a word.
_DOUBLE = re.compile('(?<!â€)(?<!â(?=„))(?<![ÂÃÄÅ](?=[^\\W\\d_]))(?<![a-z][ÂÃÄÅ])[“”„‟"″«»]')
_SINGLE = re.compile("[‘’‛']")
_MARK = re.compile("[“”„‟\"″«»‘’‛']")  # all of either kind
_LINE = re.compile(r"\S(?:.*\S)?")
_BEFORE_OPENER = frozenset(" \t\r\n\u00a0\u2009\u202f([{-–—‐‑/“‘\"'«…")
_AFTER_CLOSER = frozenset(" \t\r\n\u00a0\u2009\u202f)]}-–—‐‑/,.;:!?”’\"'»…*")
_INCHES = re.compile(r"['’′] ?\d{1,2}\Z")
# Words that lose their first letters to an apostrophe, and decades: "'90s", "’twas" open nothing.
_CLIPPED = re.compile(
    r"(?:\d0s|\d\d\b|em|til|tis|twas|cause|n|round|bout|cos|cuz|kay|neath|nuff|scuse|ere|im|er|e)(?![^\W_])",
    re.IGNORECASE,
)


class Reading(Struct, frozen=True):
    """The result of pairing the marks: quotations in order of their start, and closers without openers."""

    quotations: tuple[Quotation, ...]
    strays: tuple[Stray, ...]


def read(text: str, segments: Sequence[Segment]) -> Reading:
    """Pairs the marks of each segment; a missing mark has no effect beyond its paragraph."""
    quotations: list[Quotation] = []
    strays: list[Stray] = []
    spoken = [segment for segment in segments if segment.kind not in ("caption", "credit", "boilerplate")]
    opening = {a.start: _opens_with(text, b) for a, b in pairwise(spoken)}
    for segment in segments:
        if _MARK.search(text, segment.start, segment.end) is None:
            continue
        found, lost = _segment(text, segment, continued=opening.get(segment.start, ""))
        quotations += found
        strays += lost
    return Reading(tuple(quotations), tuple(strays))


def quoted_lines(text: str) -> Quoted:
    """What is quoted in a text whose paragraphs are lines."""
    paragraphs = [Segment("paragraph", *line.span()) for line in _LINE.finditer(text)]
    return Quoted(read(text, paragraphs).quotations, paragraphs)


def _segment(text: str, segment: Segment, *, continued: str) -> tuple[list[Quotation], list[Stray]]:
    found: list[Quotation] = []
    strays: list[Stray] = []
    stack: list[tuple[int, str]] = []
    for at, mark, turn in _marks(text, segment.start, segment.end):
        if turn == "open":
            stack.append((at, mark))
        elif stack:
            start, opener = stack.pop()
            found.append(Quotation(start, at + 1, opener, len(stack)))
        else:
            strays.append(Stray(at, segment.start))
    runs_on = continued != ""
    found += [
        Quotation(at, segment.end, mark, depth, closed=False, continues=runs_on)
        for depth, (at, mark) in enumerate(stack)
    ]
    if not any(quotation.mark in '“"' for quotation in found) and not strays:
        found += _single_quotations(text, segment)
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end)), strays


def _opens_with(text: str, segment: Segment) -> str:
    """The opening mark with which a paragraph starts, or nothing."""
    first = text[segment.start]
    return first if first in '“"″„«‘' else ""


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, str, Literal["open", "close"]]]:
    depth = 0
    for hit in _DOUBLE.finditer(text, start, end):
        at, mark = hit.start(), hit[0]
        turn = _turn(text, at, mark, start, end, depth)
        if turn is None:
            continue
        depth = depth + 1 if turn == "open" else max(depth - 1, 0)
        yield at, mark, turn


def _turn(text: str, at: int, mark: str, start: int, end: int, depth: int) -> Literal["open", "close"] | None:
    """Whether a double mark opens or closes; None for the inches of `6'2"`."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isdigit() and mark in '"″”' and _INCHES.search(text, max(at - 5, start), at):
        return None
    if at + 1 == end and at > start and mark != "«":
        return "close"  # whatever its shape and the space before it, nothing can follow it
    if mark in "“„‟":
        # Two habits: “ for both marks, and “ closing German „quotations“.
        closes = depth and before not in _BEFORE_OPENER and after in _AFTER_CLOSER
        return "close" if closes else "open"
    if mark == "”":
        opens = not depth and before in _BEFORE_OPENER and after not in _AFTER_CLOSER
        return "open" if opens else "close"
    if mark in "«»":
        return "open" if mark == "«" else "close"
    opens = before in _BEFORE_OPENER and (after not in " \t\r\n" or not depth)
    closes = after in _AFTER_CLOSER or before not in _BEFORE_OPENER
    if opens and closes:
        return "close" if depth else "open"
    if closes and not depth and before.isdigit():
        return None
    if not depth and not opens and after.isalnum():  # `he said."We` lost its space or its paragraph break
        return "open"
    return "open" if opens else "close"


def _single_quotations(text: str, segment: Segment) -> Iterator[Quotation]:
    """British quotations: a single mark that opens at a word's start and closes after one, apostrophes left out.

    An opener's closer is the first mark after it that can only close or, failing that, the first that may.
    """
    opener = _next_single(text, segment.start, segment.end, segment.start)
    if opener is None:
        return
    closers = _single_closers(text, opener + 1, segment.end)
    while opener is not None:
        closer = next((marks[at] for marks in closers if (at := bisect_right(marks, opener)) < len(marks)), None)
        if closer is None:
            return
        yield Quotation(opener, closer + 1, text[opener])
        opener = _next_single(text, closer + 1, segment.end, segment.start)


def _next_single(text: str, position: int, end: int, start: int) -> int | None:
    for hit in _SINGLE.finditer(text, position, end):
        at = hit.start()
        before = text[at - 1] if at > start else " "
        if (
            hit[0] != "’"
            and before in _BEFORE_OPENER
            and text[at + 1 : at + 2].isalnum()
            and not _CLIPPED.match(text, at + 1)
        ):
            return at
    return None


def _single_closers(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """The marks that can only close, and those that may: `workers'` is in doubt."""
    certain: list[int] = []
    doubtful: list[int] = []
    for hit in _SINGLE.finditer(text, start, end):
        at = hit.start()
        before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
        if hit[0] == "‘" or after not in _AFTER_CLOSER or before in " \t\n":
            continue
        (certain if before != "s" or after in ",.;:!?" else doubtful).append(at)
    return certain, doubtful


class Quoted:
    """Answers whether a span of the prose is quoted; block quotes count as quoted.

    `spans`: [start, end) of the outermost quotations, in order.
    """

    def __init__(self, quotations: Iterable[Quotation], segments: Iterable[Segment]) -> None:
        spans = [(q.start, q.end) for q in quotations if q.depth == 0]
        spans += [(s.start, s.end) for s in segments if s.kind == "block-quote"]
        self.spans = sorted(spans)
        self._starts = [start for start, _ in self.spans]

    def inside(self, start: int, end: int) -> bool:
        """Whether every code point of [start, end) is quoted."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self.spans[index][1] >= end

    def outside(self, start: int, end: int) -> bool:
        """Whether no code point of [start, end) is quoted."""
        index = bisect_right(self._starts, max(end - 1, start)) - 1
        return index < 0 or self.spans[index][1] <= start

    def length(self, start: int, end: int) -> int:
        """How many code points of [start, end) are quoted."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        total = 0
        for first, stop in self.spans[index:]:
            if first >= end:
                break
            total += max(min(stop, end) - max(first, start), 0)
        return total
