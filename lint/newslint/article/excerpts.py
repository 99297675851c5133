"""Excerpts: stretches of a view, such as the titles in a file's metadata, as a view of their own."""

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
