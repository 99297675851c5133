"""compare: an article beside a text that it was written from, sentence by sentence, with the words that differ."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from newslint.commands import arguments as shared
from newslint.commands import article
from newslint.commands.command import Outcome
from newslint.page import sides
from newslint.page.sheet import FORMAT as PAGE
from newslint.reporters.escape import printable
from newslint.reporters.terminal import look, paint
from newslint.sources.beside import rows

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterator

    from newslint.commands.command import Streams
    from newslint.sources.beside import Cell, Piece, Row

_MARKS: Final = {"both": "{}", "source": "[-{}-]", "article": "{{+{}+}}"}  # as wdiff writes them, without colours
_ROLES: Final = {"source": "error", "article": "help"}
_INDENT: Final = "    "


def configure(parser: ArgumentParser) -> None:
    """Which texts, and how they are shown."""
    parser.description = (
        "Shows an article beside a text that it was written from: each sentence with the one that it rests on, "
        "words that only the source has in red or [-so-], words that only the article has in green or {+so+}."
    )
    parser.add_argument("original", metavar="SOURCE", help="the text that the article was written from")
    parser.add_argument("file", metavar="ARTICLE", help="the article")
    parser.add_argument(
        "--format", choices=("text", PAGE), default="text", help="lines for a terminal, or one page (default: text)"
    )
    shared.add_config(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Prints the sentences of the article in order, then those of the source that the article does not have."""
    found = list(rows(article.compared(arguments)))
    if arguments.format == PAGE:
        title = f"{os.path.basename(arguments.file)} beside {os.path.basename(arguments.original)}"  # noqa: PTH119
        streams.stdout.write(sides.page(title, found))
        return Outcome.CLEAN
    colour = look(streams.stdout, os.environ).colour
    write = _painted if colour else _marked
    streams.stdout.writelines(f"{line}\n" for row in found for line in _lines(row, write))
    return Outcome.CLEAN


def _lines(row: Row, write: Callable[[Piece], str]) -> Iterator[str]:
    if row.article is None:
        if row.source is not None:
            yield f"{_place(row.source)}: not in the article"
            yield f"{_INDENT}{printable(row.source.text)}"
        return
    rests = f" = {_place(row.source)} ({row.score:.2f})" if row.source else ": not in the source"
    more = "".join(f", {_place(other)}" for other in row.others)
    yield f"{_place(row.article)}{rests}{more}"
    yield _INDENT + " ".join(filter(None, map(write, row.pieces)))


def _place(cell: Cell) -> str:
    return f"{printable(cell.path)}:{cell.place.line}:{cell.place.column}"


def _marked(piece: Piece) -> str:
    return _MARKS[piece.side].format(printable(piece.text)) if piece.text else ""


def _painted(piece: Piece) -> str:
    text = printable(piece.text)
    return paint(text, _ROLES[piece.side]) if piece.side in _ROLES and text else text
