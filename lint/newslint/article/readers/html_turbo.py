"""The usual scanner of HTML: an adapter to turbohtml's WHATWG tokenizer in C, which counts lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from turbohtml import TokenType, parse_fragment, tokenize

from newslint.article.readers.html_scan import NO_ATTRIBUTES, Kind, Raw
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_BY_TYPE: Final[dict[TokenType, Kind]] = {
    TokenType.TEXT: "text",
    TokenType.CHARACTER_REFERENCE: "entity",
    TokenType.START_TAG: "open",
    TokenType.END_TAG: "close",
}
# As a table by number: to hash turbohtml's enumeration would cost more than the token.
_KINDS: Final[tuple[Kind, ...]] = tuple(_BY_TYPE.get(number, "other") for number in TokenType)
_NEWLINE = lazy(r"\r\n|\n|\r")


class _Lines:
    """Offsets of the (line, column) pairs that turbohtml gives."""

    def __init__(self, content: str) -> None:
        self._starts = [0, *(hit.end() for hit in _NEWLINE.finditer(content))]

    def offset(self, line: int, column: int) -> int:
        """Of a 1-based line and a 0-based column in code points."""
        return self._starts[line - 1] + column


def scan(piece: str) -> Iterator[Raw]:
    """The tokens of a piece of a file, in order."""
    lines = _Lines(piece)
    for token in tokenize(piece, resolve_references=False):
        attributes = token.attrs
        yield Raw(
            _KINDS[token.type],
            token.tag or token.data or "",
            lines.offset(token.line, token.col),
            dict(reversed(attributes)) if attributes else NO_ATTRIBUTES,  # of two of one name the first counts
        )


def attribute(source: str, tag: str, name: str) -> tuple[int, int]:
    """Where an attribute of a start tag is: [start, end) of the tag's source."""
    probe = "<a" + source[len(tag) + 1 :]  # under this name, any element may be in a fragment
    element: Any = parse_fragment(probe, source_locations=True).children[0]
    span, lines, shift = element.source_location.attrs[name], _Lines(probe), len(source) - len(probe)
    return shift + lines.offset(span.start_line, span.start_col), shift + lines.offset(span.end_line, span.end_col)
