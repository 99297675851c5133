"""Excerpts: stretches of a view, such as the titles in a file's metadata, as a view of their own; and views of views."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newslint.article.text import Piece, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def excerpts(view: View, spans: Iterable[tuple[int, int]]) -> View:
    """The half-open spans of a view as a view of their own, one a line, which leads to the same places."""
    shown: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for start, end in spans:
        if start >= end:
            continue
        pieces += [piece._replace(view=length + piece.view - start) for piece in _cut(view, start, end)]
        length += end - start
        pieces.append(Piece(length, pieces[-1].end, pieces[-1].end, linear=False))
        length += 1
        shown += [view.text[start:end], "\n"]
    return View("".join(shown), pieces)


def through(view: View, base: View) -> View:
    """A view of a text that is itself a view of the file (`base`), as a view of the file."""
    pieces: list[Piece] = []
    held = view.pieces or ()
    ends = [*(piece.view for piece in held[1:]), len(view.text)]
    for piece, end in zip(held, ends, strict=False):
        if not piece.linear or piece.start >= piece.end:
            span = base.span(piece.start, piece.end)
            pieces.append(Piece(piece.view, span.start, span.end, linear=False))
            continue
        shift = piece.view - piece.start
        pieces += [
            cut._replace(view=cut.view + shift) for cut in _cut(base, piece.start, piece.start + end - piece.view)
        ]
    return View(view.text, pieces)


def _cut(view: View, start: int, end: int) -> Iterator[Piece]:
    """The pieces of [start, end) of a view."""
    if view.pieces is None:
        yield Piece(start, start, end)
        return
    first = max(bisect_right(view.pieces, start, key=lambda piece: piece.view) - 1, 0)
    last = bisect_left(view.pieces, end, key=lambda piece: piece.view)
    edges = [*(piece.view for piece in view.pieces[first + 1 : last]), end]
    for piece, edge in zip(view.pieces[first:last], edges, strict=True):
        begin, stop = max(start, piece.view), min(end, edge)
        shift = piece.start - piece.view
        yield Piece(begin, begin + shift, stop + shift) if piece.linear else piece._replace(view=begin)
