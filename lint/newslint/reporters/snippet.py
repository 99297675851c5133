"""The part of a source line around a finding, in terminal columns, and where its carets go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newslint.reporters.columns import NARROW, Cell, cells, total

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.article.text import Text
    from newslint.finding import Span

_POINTS_PER_COLUMN = 8  # so many code points are looked at for each column, however long the line
_TORN_WORD = 12  # up to so many columns are given up to begin and end a window between words


class Reach(NamedTuple):
    """Cells in the order in which they are left, nearest first; `whole` if they go on to the line's end."""

    cells: list[Cell]
    whole: bool


_ELLIPSIS = Cell("…", 1)


class Snippet(NamedTuple):
    """`before + match + after` is the line as shown; carets begin at column `indent` (0-based), `width` of them.

    `more` says where the match ends if that is on another line.
    """

    before: str
    match: str
    after: str
    indent: int
    width: int
    more: str


def snippet(text: Text, span: Span, columns: int, *, beside: int = 0) -> Snippet | None:
    """At most `columns` columns of the line where `span` starts; None for a place on a blank line.

    `beside` columns are wanted behind the carets: the match moves to the left for them, though not past the middle.
    """
    columns = max(columns, _TORN_WORD)
    start, end = _line(text, span.start)
    at = min(span.start, end)
    stop = min(max(span.end, at), end)
    if at == stop and not text.content[start : min(end, start + columns)].strip():
        return None
    match = _fit(_reach(text, at, stop, columns), columns - 2)
    before, after = _reach(text, at, start, columns), _reach(text, stop, end, columns)
    room = columns - total(match)
    head = _fit(before, max(room // 2, room - max(total(after.cells), beside)))[::-1]
    tail = _fit(after, room - total(head))
    carets = max(total(match), 1)
    return Snippet(_joined(head), _joined(match), _joined(tail), total(head), carets, _more(text, span, end))


def _reach(text: Text, start: int, end: int, columns: int) -> Reach:
    """The cells from `start` on towards `end`, which may lie before it; more than fill `columns` if there are more."""
    near = min(max(end, start - columns), start + columns)
    if not NARROW.fullmatch(text.content, min(start, near), max(start, near)):
        near = min(max(end, start - columns * _POINTS_PER_COLUMN), start + columns * _POINTS_PER_COLUMN)
    found = list(cells(text.content[min(start, near) : max(start, near)]))
    return Reach(found[::-1] if near < start else found, near == end)


def _line(text: Text, offset: int) -> tuple[int, int]:
    """Where the line of an offset begins and ends, its newline left out; the line is not copied."""
    number = text.place(offset).line
    last = number == len(text.line_starts)
    end = len(text.content) if last else text.line_starts[number] - 1
    crlf = not last and text.content[end - 1 : end + 1] == "\r\n"
    return text.line_starts[number - 1], end - crlf


def _fit(reach: Reach, columns: int) -> list[Cell]:
    """The first cells, as many as there is room for, and an ellipsis for those left out."""
    line = reach.cells
    if reach.whole and total(line) <= columns:
        return line
    used, kept = 1, 0
    for cell in line:
        if used + cell.width > columns:
            break
        used, kept = used + cell.width, kept + 1
    torn = (at for at in range(kept, max(kept - _TORN_WORD, 0), -1) if line[at - 1].shown == " ")
    return [*line[: next(torn, kept)], _ELLIPSIS]


def _joined(line: Iterable[Cell]) -> str:
    return "".join(cell.shown for cell in line)


def _more(text: Text, span: Span, end: int) -> str:
    """A match that ends with its line's newline is not said to go on."""
    following = text.content[end : span.end].strip("\r\n")
    return f" (to line {text.place(span.end).line})" if following else ""
