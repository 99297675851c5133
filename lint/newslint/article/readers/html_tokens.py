"""HTML tokens with exact ranges, from turbohtml where it is installed, else from the standard library's parser.

turbohtml has no wheel for Intel Macs; on all other systems it is a dependency.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newslint.article.layout import MENTION
from newslint.article.readers.draft import Part
from newslint.article.readers.html_scan import references
from newslint.finding import Span
from newslint.patterns import lazy

try:
    from newslint.article.readers import html_turbo as scanner
except ImportError:
    from newslint.article.readers import html_standard as scanner  # type: ignore[no-redef]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.readers.html_scan import Kind, Raw

_SURROGATES = lazy("[\ud800-\udfff]")


class Token(NamedTuple):
    """`data` is a tag's name or the text, decoded, shown for [start, end) of the file."""

    kind: Kind
    data: str
    start: int
    end: int
    attributes: dict[str, str]


def tokens(content: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of [start, end) of a file; they tile it, but for a tag that is never closed at its end."""
    piece = content[start:end] if start or end is not None else content
    held: Raw | None = None
    for raw in scanner.scan(_SURROGATES.sub("\ufffd", piece)):
        if held is not None:
            yield _token(held, start, start + raw.start)
        held = raw
    if held is not None:
        last = len(piece)
        if held.kind == "text":  # an unclosed tag may follow, of which there is no token
            last = _end(piece[held.start :], held.start, len(held.data))
        yield _token(held, start, start + last)


def _token(raw: Raw, base: int, end: int) -> Token:
    return Token(raw.kind, raw.data, base + raw.start, end, raw.attributes)


def comments(content: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The half-open file spans of the comments in [start, end) that mention newslint."""
    for token in tokens(content, start, end):
        if token.kind == "other" and content.startswith("<!--", token.start) and MENTION in token.data:
            yield Span(token.start, token.end)


def _end(raw: str, start: int, shown: int) -> int:
    """Where the first `shown` code points of a stretch end if CRLF counts as one."""
    for line in raw.split("\r\n"):
        if shown <= len(line):
            break
        start += len(line) + 2
        shown -= len(line) + 1
    return start + shown


def value_of(content: str, token: Token, name: str) -> list[Part]:
    """An attribute of a start tag: its decoded value, part by part, with the places in the file."""
    source = content[token.start : token.end]
    start, end = scanner.attribute(source, token.data, name)
    left, right = _value(source, start, end, len(name))
    return list(_decoded(source[left:right], token.start + left, token.attributes[name]))


def _value(source: str, start: int, end: int, name: int) -> tuple[int, int]:
    """The value within `name = "value"`."""
    equals = source.find("=", start + name, end)
    if equals < 0:
        return end, end
    left = equals + 1
    while left < end and source[left].isspace():
        left += 1
    if left < end and source[left] in "\"'":
        return left + 1, max(end - 1, left + 1)
    return left, end


def _decoded(raw: str, start: int, value: str) -> Iterator[Part]:
    """Letter by letter between entities; as a whole if the standard library decodes one differently."""
    if raw == value:
        yield Part(value, start, start + len(raw), True)
        return
    parts = list(references(raw, start))
    if "".join(part.shown for part in parts) == value:
        yield from parts
    else:
        yield Part(value, start, start + len(raw))
