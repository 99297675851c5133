"""Beside: an article and its sources as rows, each sentence of the article with those that it rests on and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from newslint.sources.alignment import aligned
from newslint.sources.difference import changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.article.text import Place
    from newslint.sources.alignment import Alignment, Sentence
    from newslint.sources.tokens import Token

Side = Literal["both", "source", "article"]


class Piece(Struct, frozen=True):
    """Words of two sentences: those of `both`, or of one that the other lacks."""

    side: Side
    text: str


class Cell(Struct, frozen=True):
    """A sentence: its file, its place there, and its text."""

    path: str
    place: Place
    text: str


class Row(Struct, frozen=True):
    """A sentence of the article with the one of a source that is likest (`score`, 0 to 1), further ones, and all words of both.

    Without `article` it is a sentence of a source on which nothing rests.
    """

    article: Cell | None
    source: Cell | None = None
    score: float = 0.0
    others: tuple[Cell, ...] = ()
    pieces: tuple[Piece, ...] = ()


def rows(document: Document) -> Iterator[Row]:
    """The sentences of an article in order, then those of its sources that none of them rests on."""
    alignment = document.derived(aligned)
    for number, sentence in enumerate(alignment.article):
        yield _row(document, alignment, number, sentence)
    for number, sentence in enumerate(alignment.source):
        if number not in alignment.answers:
            yield Row(None, _cell(document.sources[sentence.source], sentence))


def _row(document: Document, alignment: Alignment, number: int, sentence: Sentence) -> Row:
    links = alignment.links[number]
    cell = _cell(document, sentence)
    if not links:
        return Row(cell, pieces=(Piece("article", cell.text),))
    best, *more = (alignment.source[link.number] for link in links)
    source = document.sources[best.source]
    others = tuple(_cell(document.sources[other.source], other) for other in more)
    return Row(cell, _cell(source, best), links[0].score, others, tuple(_pieces(document, sentence, source, best)))


def _cell(document: Document, sentence: Sentence) -> Cell:
    start = document.prose.span(sentence.start, sentence.end).start
    return Cell(
        document.text.path, document.text.place(start), _flat(document.prose.text[sentence.start : sentence.end])
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def _pieces(document: Document, here: Sentence, source: Document, there: Sentence) -> Iterator[Piece]:
    """All words of two sentences, in the order of the article's."""
    one, other = here.tokens, there.tokens
    for change in changes([token.word for token in one], [token.word for token in other]):
        if change.equal:
            yield Piece("both", _words(document, here, one, change.first, change.last))
            continue
        if change.start < change.end:
            yield Piece("source", _words(source, there, other, change.start, change.end))
        if change.first < change.last:
            yield Piece("article", _words(document, here, one, change.first, change.last))


def _words(document: Document, sentence: Sentence, words: Sequence[Token], first: int, last: int) -> str:
    """Some words with the marks around them: before the first one those that open the sentence."""
    start = words[first].start if first else sentence.start
    end = words[last].start if last < len(words) else sentence.end
    return _flat(document.prose.text[start:end])
