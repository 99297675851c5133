"""Drafts: blocks of prose under way, built part by part from a marked-up file, then joined into one view."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.article.layout import Field
from newslint.article.segment import Block
from newslint.article.text import Piece, View
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.segment import Kind

# Stands for what is on the page but is not prose (inline code): one letter of no script, so that no phrase crosses it.
OBJECT: Final = "\ufffc"
# What masked tags are made of (see `readers.templates`): noncharacters, which no text may hold.
GONE: Final = "\ufdd0"  # of a tag that shows nothing
SHOWN: Final = "\ufdd1"  # of a tag that shows what the file does not say
_MASKS = lazy("<!--\ufdd0+-->|\ufdd0+|\ufdd1+")
_MARKUP_BLANKS: Final = " \t\n\r\f"  # a no-break space is not among them: markup does not collapse it
_COLLAPSED = lazy(r"[ \t\n\r\f\ufdd0]{2,}|[\t\n\r\f\ufdd0]")
_LEADING = lazy(r"[ \t\n\r\f\ufdd0]*")
_HEADING = lazy("##")
_SEPARATOR: Final = "\n\n"


class Part(NamedTuple):
    """`shown` is what the reader sees of [start, end) of the file; linear if letter by letter."""

    shown: str
    start: int
    end: int
    linear: bool = False


class Draft:
    """One block. `kind` is what markup says, None where it says only that there is a block.

    `main` and `article` tell in which part of a page it stands (see `readers.html`).
    """

    __slots__ = ("article", "blank", "kind", "language", "main", "parts")

    def __init__(self, kind: Kind | None = None, language: str = "", *, main: bool = False, article: int = 0) -> None:
        self.kind, self.language, self.main, self.article = kind, language, main, article
        self.parts: list[Part] = []
        self.blank = True  # whether a space that follows would be invisible

    def copy(self, content: str, start: int, end: int) -> None:
        """Prose of the file, with runs of whitespace collapsed as browsers do."""
        if self.blank:
            hit = _LEADING.match(content, start, end)
            start = hit.end() if hit else start
        if start >= end:
            return
        at = start
        for hit in _COLLAPSED.finditer(content, start, end):
            if hit.start() > at:
                self.parts.append(Part(content[at : hit.start()], at, hit.start(), True))
                self.blank = False
            if hit[0].strip(GONE) and not self.blank:
                self.parts.append(Part(" ", hit.start(), hit.end()))
                self.blank = True
            at = hit.end()
        if at < end:
            self.parts.append(Part(content[at:end], at, end, True))
            self.blank = content[end - 1] in _MARKUP_BLANKS

    def put(self, shown: str, start: int, end: int) -> None:
        """Something that represents [start, end) as a whole: an entity, a line break, an object."""
        if shown:
            self.parts.append(Part(shown, start, end))
            self.blank = shown in _MARKUP_BLANKS

    def cut(self, length: int) -> None:
        """Keeps the first `length` code points of what is shown."""
        parts, self.parts = self.parts, []
        for part in parts:
            if length <= 0:
                return
            fits = not part.linear or len(part.shown) <= length
            self.parts.append(part if fits else Part(part.shown[:length], part.start, part.start + length, True))
            length -= len(part.shown)

    @property
    def text(self) -> str:
        """What is shown, untrimmed."""
        return "".join(part.shown for part in self.parts)

    @property
    def size(self) -> int:
        """The length of what is shown."""
        return sum(len(part.shown) for part in self.parts)


def join(drafts: Iterable[Draft]) -> tuple[View, list[Block]]:
    """The prose of all drafts that show more than spaces and objects, and the (trimmed) blocks in it."""
    shown: list[str] = []
    pieces: list[Piece] = []
    blocks: list[Block] = []
    length = 0
    for draft in drafts:
        parts = list(_unmasked(draft.parts))
        text = "".join(part.shown for part in parts)
        if not text.strip(_INVISIBLE).strip():
            continue
        start = length + len(text) - len(text.lstrip())
        blocks.append(Block(start, length + len(text.rstrip()), draft.kind, draft.language))
        length = _append(parts, shown, pieces, length)
        length = _append([Part(_SEPARATOR, draft.parts[-1].end, draft.parts[-1].end)], shown, pieces, length)
    return View("".join(shown), pieces), blocks


_INVISIBLE: Final = OBJECT + _MARKUP_BLANKS


def _unmasked(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts with objects and nothing in place of masked tags."""
    for part in parts:
        if GONE not in part.shown and SHOWN not in part.shown:
            yield part
            continue
        at = 0
        for hit in _MASKS.finditer(part.shown):
            if hit.start() > at:
                yield _slice(part, at, hit.start())
            if hit[0][0] == SHOWN:
                yield _slice(part, hit.start(), hit.end())._replace(shown=OBJECT, linear=False)
            at = hit.end()
        if at < len(part.shown):
            yield _slice(part, at, len(part.shown))


def unsigned(parts: Iterable[Part], content: str) -> Iterator[Part]:
    """The parts without the signs of a heading that a mask made where none could begin, as in a block of HTML."""
    for part in parts:
        at = 0
        for hit in _HEADING.finditer(part.shown) if part.linear and "##" in part.shown else ():
            if not content.startswith("##", part.start + hit.start()):
                yield _slice(part, at, hit.start())
                at = hit.end()
        yield _slice(part, at, len(part.shown)) if at else part


def _slice(part: Part, first: int, stop: int) -> Part:
    shown = part.shown[first:stop]
    return Part(shown, part.start + first, part.start + stop, True) if part.linear else part._replace(shown=shown)


def _append(parts: Iterable[Part], shown: list[str], pieces: list[Piece], length: int) -> int:
    for part in parts:
        shown.append(part.shown)
        pieces.append(Piece(length, part.start, part.end, part.linear))
        length += len(part.shown)
    return length


class Lines:
    """A view with one line per value: links, attributes or metadata."""

    def __init__(self) -> None:
        self._shown: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self.fields: list[Field] = []
        self.first: dict[str, list[Part]] = {}  # a field's name → the parts of its first value

    def add(self, parts: Iterable[Part]) -> tuple[int, int]:
        """Appends a value and its newline; returns its place in the view."""
        start = self._length
        flat = list(_flat(_unmasked(parts)))
        if not flat:
            return start, start
        end = self._length = _append(flat, self._shown, self._pieces, start)
        self._length = _append([Part("\n", flat[-1].end, flat[-1].end)], self._shown, self._pieces, end)
        return start, end

    def add_field(self, name: str, parts: Iterable[Part]) -> None:
        """Appends a metadata value unless it is blank."""
        held = list(_unmasked(parts))
        value = "".join(part.shown for part in held)
        if value.strip():
            self.fields.append(Field(name, value, *self.add(held)))
            self.first.setdefault(name, held)

    def view(self) -> View:
        """All values so far."""
        return View("".join(self._shown), self._pieces)


_NEWLINES = lazy(r"[\r\n]")


def _flat(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts with spaces for newlines, so that a value is one line."""
    for part in parts:
        if not part.shown:
            continue
        at = 0
        for hit in _NEWLINES.finditer(part.shown) if part.linear else ():
            if hit.start() > at:
                yield Part(part.shown[at : hit.start()], part.start + at, part.start + hit.start(), True)
            yield Part(" ", part.start + hit.start(), part.start + hit.end())
            at = hit.end()
        if not part.linear:
            yield part._replace(shown=_NEWLINES.sub(" ", part.shown))
        elif at < len(part.shown):
            yield Part(part.shown[at:], part.start + at, part.end, True)


def clipped(parts: Iterable[Part], start: int, end: int) -> Iterator[Part]:
    """[start, end) of what the parts show."""
    at = 0
    for part in parts:
        first, stop = max(start - at, 0), min(end - at, len(part.shown))
        if first < stop:
            yield _slice(part, first, stop)
        at += len(part.shown)


def exactly(content: str, start: int, end: int, value: str) -> list[Part]:
    """A decoded value of [start, end): letter by letter where nothing was decoded, word by word where
    only whitespace changed, else as a whole.
    """
    raw = content[start:end]
    if raw == value:
        return [Part(value, start, end, True)]
    words = value.split()
    if raw.split() != words:
        return [Part(value, start, end)]
    return list(_by_words(raw, start, value))


def _by_words(raw: str, start: int, value: str) -> Iterator[Part]:
    """The raw text and the value have the same words; the whitespace between them corresponds."""
    theirs = [hit.span() for hit in re.finditer(r"\S+", raw)]
    word, at = 0, 0
    for hit in re.finditer(r"\S+|\s+", value):
        if hit[0].isspace():
            following = theirs[word][0] if word < len(theirs) else len(raw)
            yield Part(hit[0], start + at, start + following)
        else:
            yield Part(hit[0], start + theirs[word][0], start + theirs[word][1], True)
            at, word = theirs[word][1], word + 1
