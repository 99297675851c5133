"""Text: the decoded file with its line starts; View: a text of its own with a piecewise-linear map to the file."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.finding import Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEWLINE = lazy(r"\r\n|\n|\r")
_BLANKS = lazy(r" {2,}")
# Every character that looks like an apostrophe, a hyphen or a space; all are one code point wide.
_TYPOGRAPHY = {
    "'": "‘’ʼʹ＇`´",
    "-": "‐‑‒﹣－",
    " ": "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
}
_JAMO = range(0x1160, 0x1200)  # Hangul vowels and finals: they join the previous letter although they are not marks
_LONGEST_CLUSTER = 64  # a longer run of marks is an attack on the renderer, not a letter


class Place(NamedTuple):
    """A 1-based line and a 1-based column in code points."""

    line: int
    column: int


class Text:
    """A decoded file. `content` has no byte order mark; offsets are its code points.

    `templated`: whether the file belongs to a site, whose generator replaces the template tags in it.
    """

    templated: bool = False

    def __init__(self, content: str, path: str = "", *, encoding: str = "utf-8", fault: Fault | None = None) -> None:
        self.content, self.path, self.encoding, self.fault = content, path, encoding, fault

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; newlines are CRLF, LF and CR only."""
        return [0, *(hit.end() for hit in _NEWLINE.finditer(self.content))]

    def place(self, offset: int) -> Place:
        """The line and column of a code point, or of the end of the file."""
        line = bisect_right(self.line_starts, offset)
        return Place(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a 1-based line, without its newline."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.content)
        return self.content[start:end].rstrip("\r\n")


class Fault(NamedTuple):
    """Bytes that are not what the file claims to be: at `offset` of the decoded text, and which of FAULTS it is.

    `values` are the byte (`0x92`) and the `charset` that the file is read as (of a `family`), where the case has them.
    """

    offset: int
    case: str
    values: dict[str, str] = {}


# What may be wrong with a file's bytes, and the values known of it.
FAULTS: Final[dict[str, frozenset[str]]] = {
    "cut-off": frozenset(),  # the file ends in the middle of a character
    "no-character": frozenset(),  # half of a surrogate pair, or a value that is no character
    "bad-byte": frozenset({"byte"}),  # one that is not UTF-8
    "no-mark": frozenset({"charset", "family"}),  # UTF-16 or UTF-32 without a byte order mark
    "other-encoding": frozenset({"byte", "charset"}),  # not UTF-8 at all
    "escapes": frozenset({"charset"}),  # ISO 2022, which is ASCII between escape sequences
}


class Piece(NamedTuple):
    """`view` is where the piece starts in the view; [start, end) is its source in the file.

    A linear piece is copied letter by letter; any other (an entity, a line break) maps as a whole.
    """

    view: int
    start: int
    end: int
    linear: bool = True


class View:
    """A text that checks read, with a map from its offsets to the file, or to the view that it was folded from."""

    def __init__(self, text: str, pieces: Iterable[Piece] | None = None) -> None:
        self.text = text
        self.pieces = None if pieces is None else list(pieces)

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.view for piece in self.pieces or ()]

    @cached_property
    def _by_source(self) -> list[Piece]:
        """The pieces in the order of the source: a format may say the headline after the body."""
        return sorted(self.pieces or (), key=lambda piece: piece.start)

    def span(self, start: int, end: int) -> Span:
        """The half-open source span of the half-open view span; an empty one stays empty."""
        if self.pieces is None:
            return Span(start, end)
        if not self.pieces:
            return Span(0, 0)
        first = self._origin(start)
        if end <= start:
            return Span(first, first)
        return Span(first, max(first, self._origin_end(end)))

    def _origin(self, offset: int) -> int:
        piece = self._piece(offset)
        if piece.linear:
            return min(piece.start + offset - piece.view, piece.end)
        return piece.end if offset >= len(self.text) else piece.start

    def _origin_end(self, offset: int) -> int:
        piece = self._piece(offset - 1)
        return min(piece.start + offset - piece.view, piece.end) if piece.linear else piece.end

    def _piece(self, offset: int) -> Piece:
        assert self.pieces is not None
        return self.pieces[max(bisect_right(self._starts, offset) - 1, 0)]

    def locate(self, offset: int) -> int:
        """The offset in the view that shows the source's code point at `offset` (the inverse of `span`)."""
        if self.pieces is None:
            return offset
        if not self.pieces:
            return 0
        index = bisect_right(self._by_source, offset, key=lambda piece: piece.start) - 1
        piece = self._by_source[max(index, 0)]
        if not piece.linear:
            return piece.view
        return piece.view + min(max(offset - piece.start, 0), piece.end - piece.start)


def fold_typography(text: str) -> str:
    """One kind of apostrophe, of hyphen and of space; the length stays the same."""
    if text.isascii():
        return text.replace("\t", " ").replace("`", "'")
    for plain, variants in _TYPOGRAPHY.items():
        for variant in variants:  # a chain of replace is 20 times faster than str.translate on news text
            text = text.replace(variant, plain)
    return text


def fold_case(text: str) -> str:
    """Lower case of the same length: `İ` is the one letter whose lower case is longer."""
    return (text.replace("İ", "i") if "İ" in text else text).lower()


def fold_word(text: str) -> str:
    """A phrase or anchor of a rule as it would be in folded text: NFC, lower case, plain, single spaces."""
    return _BLANKS.sub(" ", fold_case(fold_typography(unicodedata.normalize("NFC", text))).replace("\n", " "))


def fold(text: str, segments: Iterable[tuple[int, int]], *, case: bool = True, typography: bool = True) -> View:
    """The text that rules match on, with its map to `text`; single characters keep their places where possible.

    Newlines inside a segment become spaces, and runs of spaces one space, so a phrase may be wrapped over lines;
    newlines between segments stay, so that no phrase crosses them.
    """
    out = _join_lines(text, segments)
    if typography:
        out = fold_typography(out)
    if case:
        out = fold_case(out)
    if "  " not in out and unicodedata.is_normalized("NFC", out):
        return View(out)
    return _contract(out)


def _join_lines(text: str, segments: Iterable[tuple[int, int]]) -> str:
    parts, last, carriage = [], 0, "\r" in text
    for start, end in segments:
        if text.find("\n", start, end) >= 0 or (carriage and text.find("\r", start, end) >= 0):
            parts += [text[last:start], text[start:end].replace("\n", " ").replace("\r", " ")]
            last = end
    return "".join([*parts, text[last:]]) if parts else text


def _contract(text: str) -> View:
    """Contracts runs of spaces and composes letters with their marks, keeping a map."""
    cuts = {0, len(text), *(edge for hit in _BLANKS.finditer(text) for edge in hit.span())}
    if not unicodedata.is_normalized("NFC", text):
        cuts.update(_clusters(text))
    pieces, out, length = [], [], 0
    for start, end in pairwise(sorted(cuts)):
        source = text[start:end]
        shown = " " if source.startswith("  ") else _composed(source)
        pieces.append(Piece(length, start, end, linear=len(shown) == len(source)))
        out.append(shown)
        length += len(shown)
    return View("".join(out), pieces)


def _composed(source: str) -> str:
    """NFC of a cluster or of plain text; a run of marks is left alone, because sorting it takes quadratic time."""
    if len(source) > _LONGEST_CLUSTER and unicodedata.category(source[1])[0] == "M":
        return source
    return unicodedata.normalize("NFC", source)


def _clusters(text: str) -> Iterator[int]:
    """The edges of every run of a letter and the marks that may compose with it, and of letters that decompose."""
    joined = False
    for at, char in enumerate(text):
        joins = char > "\u02ff" and (unicodedata.category(char)[0] == "M" or ord(char) in _JAMO)
        if joins and not joined:
            yield at if text[at - 1 : at] == " " else max(at - 1, 0)
        if joined and not joins:
            yield at
        if not joins and char > "\u02ff" and not unicodedata.is_normalized("NFC", char):
            yield at
            yield at + 1
        joined = joins
