"""Instalments: a plain text longer than most books, read in parts of whole paragraphs, so that memory does not grow with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.article.layout import Layout
from newslint.article.readers import plain
from newslint.article.text import Piece, Text, View
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART: Final = 500_000
_BREAKS: Final = ("\n\n", "\n\r\n", "\n", " ")  # where a part may end, the best first


def read_in_parts(text: Text) -> Iterator[Layout]:
    """The parts of a text, each read as an article of its own."""
    for part in parts(text.content):
        content = text.content[part.start : part.end]
        own = plain.read(Text(content, text.path, encoding=text.encoding))
        yield Layout(
            View(own.prose.text, [Piece(0, part.start, part.start + len(own.prose.text))]),
            own.segments,
            comments=[Span(part.start + span.start, part.start + span.end) for span in own.comments],
            comments_shown=own.comments_shown,
            unread=own.unread,
            part=part,
        )


def parts(content: str) -> Iterator[Span]:
    """The half-open stretches of a text, one after the other, each cut behind a paragraph if there is one to cut behind."""
    start = 0
    while len(content) - start > _PART:
        least, most = start + _PART // 2, start + _PART
        ends = (content.rfind(mark, least, most) + len(mark) for mark in _BREAKS if mark in content[least:most])
        end = next(ends, most)
        yield Span(start, end)
        start = end
    yield Span(start, len(content))
