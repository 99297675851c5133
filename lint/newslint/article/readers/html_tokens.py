"""HTML tokens with exact ranges: an adapter to turbohtml's WHATWG tokenizer, which counts lines and columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from turbohtml import TokenType, parse_fragment, tokenize

from newslint.article.layout import MENTION
from newslint.article.readers.draft import Part
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from turbohtml import Token as Raw

Kind = Literal["text", "entity", "open", "close", "other"]
_BY_TYPE: Final[dict[TokenType, Kind]] = {
    TokenType.TEXT: "text",
    TokenType.CHARACTER_REFERENCE: "entity",
    TokenType.START_TAG: "open",
    TokenType.END_TAG: "close",
}
# As a table by number: to hash turbohtml's enumeration would cost more than the token.
_KINDS: Final[tuple[Kind, ...]] = tuple(_BY_TYPE.get(number, "other") for number in TokenType)
_NEWLINE = re.compile(r"\r\n|\n|\r")
_SURROGATES = re.compile("[\ud800-\udfff]")
_REFERENCE = re.compile(r"&[^&]*")
_KEPT: Final = 60  # the longest entity name has 33 letters


class Token(NamedTuple):
    """`data` is a tag's name or the text, decoded, shown for [start, end) of the file."""

    kind: Kind
    data: str
    start: int
    end: int
    attributes: dict[str, str]


class Lines:
    """Offsets of the (line, column) pairs that turbohtml gives for a stretch of the file from `start` on."""

    def __init__(self, content: str, start: int = 0) -> None:
        self._starts = [start, *(start + hit.end() for hit in _NEWLINE.finditer(content))]

    def offset(self, line: int, column: int) -> int:
        """Of a 1-based line and a 0-based column in code points."""
        return self._starts[line - 1] + column


_NO_ATTRIBUTES: Final[dict[str, str]] = {}


def tokens(content: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of [start, end) of a file; they tile it, but for a tag that is never closed at its end."""
    piece = content[start:end] if start or end is not None else content
    lines = Lines(piece, start)
    at, held = start, None
    for token in tokenize(_SURROGATES.sub("\ufffd", piece), resolve_references=False):
        following = lines.offset(token.line, token.col)
        if held is not None:
            yield _token(held, at, following)
        at, held = following, token
    if held is not None:
        last = start + len(piece)
        if held.type == TokenType.TEXT:  # an unclosed tag may follow, of which there is no token
            last = _end(content[at:last], at, len(held.data or ""))
        yield _token(held, at, last)


def comments(content: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The half-open file spans of the comments in [start, end) that mention newslint."""
    for token in tokens(content, start, end):
        if token.kind == "other" and content.startswith("<!--", token.start) and MENTION in token.data:
            yield Span(token.start, token.end)


def _token(token: Raw, start: int, end: int) -> Token:
    attributes = token.attrs
    return Token(
        _KINDS[token.type],
        token.tag or token.data or "",
        start,
        end,
        dict(reversed(attributes)) if attributes else _NO_ATTRIBUTES,  # of two of one name the first counts
    )


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
    probe = "<a" + source[len(token.data) + 1 :]  # under this name, any element may be in a fragment
    element: Any = parse_fragment(probe, source_locations=True).children[0]
    span = element.source_location.attrs[name]
    lines = Lines(probe)
    shift = token.start + len(source) - len(probe)
    start, end = lines.offset(span.start_line, span.start_col), lines.offset(span.end_line, span.end_col)
    left, right = _value(probe, start, end, len(name))
    return list(_decoded(probe[left:right], shift + left, token.attributes[name]))


def _value(probe: str, start: int, end: int, name: int) -> tuple[int, int]:
    """The value within `name = "value"`."""
    equals = probe.find("=", start + name, end)
    if equals < 0:
        return end, end
    left = equals + 1
    while left < end and probe[left].isspace():
        left += 1
    if left < end and probe[left] in "\"'":
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


def references(raw: str, start: int) -> Iterator[Part]:
    """A stretch of the file that begins at `start`, its entities decoded, each as a whole."""
    from html import unescape

    first = raw.find("&")
    head = len(raw) if first < 0 else first
    if head:
        yield Part(raw[:head], start, start + head, True)
    for hit in _REFERENCE.finditer(raw, head):
        shown = unescape(hit[0])
        stop = hit[0].find(";", 0, _KEPT) + 1
        tail = hit[0][stop:] if stop and shown.endswith(hit[0][stop:]) else ""
        edge = hit.end() - len(tail)
        yield Part(shown[: len(shown) - len(tail)], start + hit.start(), start + edge)
        if tail:
            yield Part(tail, start + edge, start + hit.end(), True)
