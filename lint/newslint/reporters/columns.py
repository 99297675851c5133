"""Columns: how many columns of a terminal a text fills: two for a letter of Chinese or an emoji, none for a mark."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newslint.patterns import lazy
from newslint.reporters.escape import printable, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# ASCII, Latin and the usual punctuation: a column each and nothing to join, so no width tables are loaded.
NARROW = lazy("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e€™]*")
_LONGEST_LETTER = 16  # code points of one letter with its marks; more is an attack on the renderer


class Cell(NamedTuple):
    """What fills `width` columns: a letter with its marks, an emoji, a tab, or a character written out."""

    shown: str
    width: int


_TAB = Cell("    ", 4)


def cells(text: str) -> Iterator[Cell]:
    """The columns of a text without newlines; what a terminal would not show is written out."""
    if NARROW.fullmatch(text):
        yield from map(_letter, text)
        return
    from wcwidth import iter_graphemes, wcswidth

    for letter in iter_graphemes(text):
        shown, width = printable(letter), wcswidth(letter)
        if letter == "\t":
            yield _TAB
        elif shown == letter and width > 0:
            yield Cell(letter[:_LONGEST_LETTER], width)
        else:
            shown = "".join(map(visible, letter[:_LONGEST_LETTER]))
            yield Cell(shown, len(shown))


def measure(text: str) -> int:
    """How many columns a terminal gives to a text without newlines."""
    return total(cells(text))


@cache
def _letter(char: str) -> Cell:
    return Cell(char, 1)


def total(line: Iterable[Cell]) -> int:
    """The columns of some cells."""
    return sum(cell.width for cell in line)


def padded(text: str, width: int, *, right: bool = False) -> str:
    """A printable text filled up with spaces to so many columns, behind it or, to the `right`, before it."""
    room = " " * (width - measure(text))
    return room + text if right else text + room


def clipped(text: str, width: int) -> str:
    """A printable text of at most so many columns; an ellipsis is where it was cut."""
    if measure(text) <= width:
        return text
    kept, used = "", 1
    for cell in cells(text):
        used += cell.width
        if used > width:
            break
        kept += cell.shown
    return f"{kept}…"
