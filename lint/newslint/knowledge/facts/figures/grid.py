"""Tables: the cells of the prose put back into rows and columns, by the markup between them. Knows `<td>` and `|`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts.quantities import quantities
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.segment import Segment
    from newslint.knowledge.facts.quantities import Quantity

_CELL: Final = lazy(r"<t[dh]\b", re.IGNORECASE)
_ROW: Final = lazy(r"<tr\b", re.IGNORECASE)
_LEAST: Final = 3  # rows of a table, with its head
_WORDS: Final = lazy(r"[^\W\d_]{3,}")


class Cell(Struct, frozen=True):
    """One cell: its text, and its figure if it holds just one and little else."""

    text: str
    figure: Quantity | None = None


class Table(Struct, frozen=True):
    """Rows of cells by column number; empty cells are absent."""

    rows: tuple[dict[int, Cell], ...]

    def label(self, row: int) -> str:
        """The text of a row's first column, in lower case."""
        cell = self.rows[row].get(0)
        return cell.text.lower() if cell else ""

    def column(self, number: int) -> dict[int, Quantity]:
        """The figures of a column by row."""
        found = ((index, row[number].figure) for index, row in enumerate(self.rows) if number in row)
        return {index: figure for index, figure in found if figure is not None}

    @property
    def columns(self) -> range:
        """The numbers of the columns."""
        return range(1 + max(number for row in self.rows for number in row))


def tables(document: Document) -> tuple[Table, ...]:
    """The tables of an article; use `document.derived(tables)`."""
    content = document.text.content
    if _CELL.search(content) is None and content.count("|") < 2 * _LEAST:
        return ()
    return tuple(Table(tuple(rows)) for rows in _grids(document, content) if len(rows) >= _LEAST)


def _grids(document: Document, content: str) -> Iterator[list[dict[int, Cell]]]:
    figures = document.derived(quantities)
    rows: list[dict[int, Cell]] = []
    column = 0
    for before, segment in pairwise((None, *document.segments)):
        assert segment is not None
        place = _place(document, content, before, segment)
        if place is None:
            if rows:
                yield rows
            rows = []
            continue
        new, steps = place
        if new or not rows:
            rows.append({})
            column = max(steps - 1, 0)
        else:
            column += steps
        rows[-1][column] = _cell(document, segment, figures)
    if rows:
        yield rows


def _place(document: Document, content: str, before: Segment | None, segment: Segment) -> tuple[bool, int] | None:
    """Whether a segment begins a row, and how many cells on from the one before it is; None for one that is no cell."""
    start = document.prose.span(segment.start, segment.end).start
    end = document.prose.span(before.start, before.end).end if before is not None else 0
    raw = content[end:start]
    cells = [hit.start() for hit in _CELL.finditer(raw)]
    if cells:
        row = max((hit.start() for hit in _ROW.finditer(raw)), default=-1)
        return row >= 0, sum(at > row for at in cells)
    if "|" in raw and "<" not in raw and "\n\n" not in raw:
        line = raw.rfind("\n")
        return line >= 0 or before is None, raw.count("|", max(line, 0))
    return None


def _cell(document: Document, segment: Segment, figures: tuple[Quantity, ...]) -> Cell:
    text = document.prose.text[segment.start : segment.end]
    inside = [one for one in figures if segment.start <= one.start and one.end <= segment.end]
    plain = (
        len(inside) == 1
        and _WORDS.search(text[: inside[0].start - segment.start] + text[inside[0].end - segment.start :]) is None
    )
    return Cell(text, inside[0] if plain else None)
