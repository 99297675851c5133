"""The scanner of HTML where turbohtml has no wheel: the standard library's parser, slower and almost as exact."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from newslint.article.readers.draft import Part
from newslint.article.readers.html_scan import NO_ATTRIBUTES, Kind, Raw, references
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATTRIBUTE = lazy(r"(?P<name>[^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?")
_OPEN_TAG: Final = lazy(r"</?[A-Za-z]")
# In these a browser reads no tags, in the last two references only.
_NO_TAGS: Final = ("script", "style", "noscript", "iframe", "noembed", "noframes", "xmp", "title", "textarea")


class _Parser(HTMLParser):
    """Notes every token with its offset. The standard library counts lines by line feeds only."""

    CDATA_CONTENT_ELEMENTS = _NO_TAGS  # type: ignore[misc]
    RCDATA_CONTENT_ELEMENTS = ()  # type: ignore[misc]  # newer versions of Python would read references in these

    def __init__(self, piece: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Raw] = []
        self._piece = piece
        self._starts = [0, *(hit.end() for hit in re.finditer("\n", piece))]
        self.feed(piece)
        if _OPEN_TAG.match(self.rawdata) is None:  # of a tag that is never closed there is no token
            self.close()

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _note(self, kind: Kind, data: str, attributes: dict[str, str] | None = None) -> None:
        self.found.append(Raw(kind, data, self._at(), attributes or NO_ATTRIBUTES))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Of two attributes of one name the first counts."""
        self._note("open", tag, {name: value or "" for name, value in reversed(attrs)})

    def handle_endtag(self, tag: str) -> None:
        """A closing tag; the parser also calls this for a tag that closes itself."""
        if not self.found or self.found[-1].start != self._at():
            self._note("close", tag)

    def handle_data(self, data: str) -> None:
        """Text, line endings as HTML has them."""
        at = self._at()
        if self.found and self.found[-1].start == at:
            return
        parts = references(data, at) if self.cdata_elem in _NO_TAGS[-2:] else [Part(data, at, at + len(data), True)]
        for part in parts:
            kind: Kind = "text" if part.linear else "entity"
            self.found.append(
                Raw(kind, part.shown.replace("\r\n", "\n").replace("\r", "\n"), part.start, NO_ATTRIBUTES)
            )

    def handle_entityref(self, name: str) -> None:
        """A named reference; text if there is none of that name."""
        raw = f"&{name}"
        if self._piece.startswith(";", self._at() + len(raw)):
            raw += ";"
        shown = unescape(raw)
        self._note("text" if shown == raw else "entity", shown)

    def handle_charref(self, name: str) -> None:
        """A numeric reference."""
        self._note("entity", unescape(f"&#{name};"))

    def handle_comment(self, data: str) -> None:
        """A comment."""
        self._note("other", data)

    def handle_decl(self, decl: str) -> None:
        """A document type."""
        self._note("other", decl)

    def unknown_decl(self, data: str) -> None:
        """A marked section."""
        self._note("other", data)

    def handle_pi(self, data: str) -> None:
        """A processing instruction."""
        self._note("other", data)


def scan(piece: str) -> Iterator[Raw]:
    """The tokens of a piece of a file, in order."""
    yield from _Parser(piece).found


def attribute(source: str, tag: str, name: str) -> tuple[int, int]:
    """Where an attribute of a start tag is: [start, end) of the tag's source."""
    for hit in _ATTRIBUTE.finditer(source, len(tag) + 1):
        if hit["name"].lower() == name:
            return hit.span()
    return len(source), len(source)
