"""Sides: two texts beside each other, sentence by sentence; words of only one are marked, and read out as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from newslint.page.sheet import sheet, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HEADS = ("Line", "Source", "Line", "Article")


class Piece(Protocol):
    """Words of `both` texts, of the `source` or of the `article` alone."""

    @property
    def side(self) -> str: ...
    @property
    def text(self) -> str: ...


class Cell(Protocol):
    """A sentence and its place, of which the first number is the line."""

    @property
    def place(self) -> Sequence[int]: ...
    @property
    def text(self) -> str: ...


class Row(Protocol):
    """Two sentences that answer each other, or one of which the other text has none; `others` of the source answer, too."""

    @property
    def article(self) -> Cell | None: ...
    @property
    def source(self) -> Cell | None: ...
    @property
    def others(self) -> Sequence[Cell]: ...
    @property
    def pieces(self) -> Sequence[Piece]: ...


def page(title: str, rows: Iterable[Row]) -> str:
    """The whole page."""
    return sheet(title, table(rows))


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The two texts, and how to read them."""
    yield "<p>Words that only the source has are <del>struck out</del>, words that only the article has <ins>underlined</ins>.</p>"
    yield '<div class="table" tabindex="0" role="region" aria-label="The two texts">\n<table class="sides">\n<thead>\n<tr>'
    yield from (f'<th scope="col">{head}</th>' for head in _HEADS)
    yield "</tr>\n</thead>\n<tbody>"
    yield from map(_row, rows)
    yield "</tbody>\n</table>\n</div>"


def _row(row: Row) -> str:
    lines = ", ".join(str(cell.place[0]) for cell in (row.source, *row.others) if cell is not None)
    whole = row.source is not None and row.article is None
    source = (
        f"<p><del>{text(row.source.text)}</del></p>" if whole and row.source else _words(row.pieces, "source", "del")
    )
    source += "".join(f"<p>{text(cell.text)}</p>" for cell in row.others)
    line = str(row.article.place[0]) if row.article else ""
    return f"<tr><td>{lines}</td><td>{source}</td><td>{line}</td><td>{_words(row.pieces, 'article', 'ins')}</td></tr>"


def _words(pieces: Sequence[Piece], side: str, tag: str) -> str:
    """One text of the two, its own words marked."""
    own = (piece for piece in pieces if piece.side in ("both", side) and piece.text)
    return "<p>" + " ".join(f"<{tag}>{text(p.text)}</{tag}>" if p.side == side else text(p.text) for p in own) + "</p>"
