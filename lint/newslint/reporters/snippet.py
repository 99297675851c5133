"""The window of a source line round a finding, in terminal columns, and where its carets stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newslint.reporters.escape import printable, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.finding import Span
    from newslint.text import Text

# ASCII, Latin and the usual punctuation: a column each and nothing to join, so no width tables are loaded.
_NARROW = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e€™]*")
_TAB = "    "
_LONGEST_LETTER = 16  # code points of one letter with its marks; more is an attack on the renderer
_POINTS_PER_COLUMN = 8  # so many code points are looked at for each column, however long the line
_TORN_WORD = 12  # up to so many columns are given up to begin and end a window between words


class Cell(NamedTuple):
    """What fills `width` columns: a letter with its marks, an emoji, a tab, or a character written out."""

    shown: str
    width: int


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


def snippet(text: Text, span: Span, columns: int) -> Snippet | None:
    """At most `columns` columns of the line where `span` starts; None if that line is blank."""
    columns = max(columns, _TORN_WORD)
    number = text.place(span.start).line
    start, end = text.line_starts[number - 1], text.line_end(number)
    if not text.content[start : min(end, start + columns)].strip() and span.start >= end:
        return None
    reach = columns * _POINTS_PER_COLUMN
    stop = min(max(span.end, span.start), end)
    before, cut = list(cells(text.content[max(start, span.start - reach) : span.start])), span.start - reach > start
    match = _first(cells(text.content[span.start : min(stop, span.start + reach)]), columns - 2)
    after = list(cells(text.content[stop : min(end, stop + reach)]))
    room = columns - _columns(match) - 2
    left = max(room // 2, room - _columns(after))
    head, tail = _last(before, left, cut=cut), []
    tail = _ending(after, room - _columns(head) + (1 if head == before else 0), cut=stop + reach < end)
    last = text.place(span.end).line
    more = f" (to line {last})" if last > number and span.end > text.line_starts[last - 1] else ""
    return Snippet(_joined(head), _joined(match), _joined(tail), _columns(head), max(_columns(match), 1), more)
