"""Comments: where a file of any format holds comments that mention newslint, found by the format's own parser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.text import Text

MENTION: Final = "newslint-"
_LINE = re.compile(r"^[ \t]*(<!--[^\r\n]*?-->)[ \t]*$", re.MULTILINE)


def comments(text: Text, form: str) -> Iterator[Span]:
    """The half-open file spans of `<!-- … -->`; in plain text those that have a line of their own."""
    if MENTION not in text.content:
        return
    if form == "html":
        yield from _html(text.content, 0, len(text.content))
    elif form == "markdown":
        for start, end in _markup(text.content):
            yield from _html(text.content, start, end)
    else:
        content = text.content.replace("\r", "\n")
        yield from (Span(*hit.span(1)) for hit in _LINE.finditer(content))


def _html(content: str, start: int, end: int) -> Iterator[Span]:
    from newslint.article.readers.html_tokens import tokens

    for token in tokens(content, start, end):
        if token.kind == "other" and content.startswith("<!--", token.start):
            yield Span(token.start, token.end)


def _markup(content: str) -> Iterator[tuple[int, int]]:
    """The stretches of a Markdown text that are HTML: not those in code, where a comment is only shown."""
    from newslint.article.readers.markdown import html_stretches

    yield from html_stretches(content)
