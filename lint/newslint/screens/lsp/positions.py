"""Positions: code points of a text ↔ the protocol's lines and columns, in the units that the client chose.

The protocol counts lines and columns from 0, columns in UTF-8, UTF-16 (its default) or UTF-32 code units; nothing else
of the server knows that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from newslint.finding import Span

if TYPE_CHECKING:
    from newslint.article.text import Text

_CODECS: Final = {types.PositionEncodingKind.Utf8: "utf-8", types.PositionEncodingKind.Utf16: "utf-16-le"}


class Positions:
    """Converts the places of one text."""

    def __init__(self, text: Text, encoding: types.PositionEncodingKind | str) -> None:
        self._text, self._codec = text, _CODECS.get(types.PositionEncodingKind(encoding), "utf-32-le")
        self._unit = {"utf-8": 1, "utf-16-le": 2, "utf-32-le": 4}[self._codec]

    def position(self, offset: int) -> types.Position:
        """The place of a code point, or of the text's end."""
        line, column = self._text.place(offset)
        start = offset - column + 1
        return types.Position(line - 1, self._units(self._text.content[start:offset]))

    def range(self, span: Span) -> types.Range:
        """The range of a half-open span of code points."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The code point at a place; a place behind a line's end is its end, as the protocol says."""
        starts = self._text.line_starts
        if position.line >= len(starts):
            return len(self._text.content)
        line = self._text.line(position.line + 1)
        ahead = line.encode(self._codec, "surrogatepass")[: position.character * self._unit]
        return starts[position.line] + len(ahead.decode(self._codec, "ignore"))

    def span(self, place: types.Range) -> Span:
        """The half-open span of code points of a range."""
        return Span(self.offset(place.start), self.offset(place.end))

    def _units(self, text: str) -> int:
        return len(text) if text.isascii() else len(text.encode(self._codec, "surrogatepass")) // self._unit
