"""Sentences with every quantity as one token (`@c3@`), so that a pattern sees what ties figures together and not the figures.

The letter is the quantity's kind, the number its place in `Shape.quantities`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts.quantities import quantities
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.text import View
    from newslint.knowledge.facts.quantities import Kind, Quantity

LETTERS: Final[dict[Kind, str]] = {
    "count": "c",
    "money": "m",
    "percent": "p",
    "points": "o",
    "share": "s",
    "factor": "f",
    "ordinal": "r",
    "duration": "d",
    "measure": "u",
    "year": "y",
    "score": "z",
    "age": "a",
}
HEDGES: Final = (
    r"(?:(?:just|only|nearly|about|around|more than|less than|fewer than|over|under|almost|roughly|approximately|some|"
    r"an estimated|estimated|a little|slightly|exactly|precisely|a record|the|another|as many as|as much "
    r"as|at least|up to|"
    r"a total of|well|close to|an average of|a further|fully|a whopping|a mere|barely) )*"
)


def token(kinds: str, name: str = "") -> str:
    """The pattern of one quantity of the kinds with these letters, as a group of that name."""
    body = rf"@[{kinds}]\d+@"
    return f"(?P<{name}>{body})" if name else body


def words(most: int, not_: str = "and|but|while") -> str:
    """The pattern of up to so many words, years or durations, none of which is one of those, each after a space."""
    return rf"(?: (?!(?:{not_})\b)(?:[^\W_\d@][^\s@,;:()—–]*|\d+s|['\"“][^\s@,;:()—–]*|@[yd]\d+@)){{0,{most}}}?"


class Shape(Struct, frozen=True):
    """One sentence: its folded text with tokens, its quantities, and the shape of the sentence before in the same block."""

    text: str
    quantities: tuple[Quantity, ...]
    before: Shape | None = None

    def has(self, *parts: str) -> bool:
        """Whether one of some literals is in the text: cheaper than a pattern that needs it."""
        return any(map(self.text.__contains__, parts))

    def at(self, written: str) -> Quantity:
        """The quantity that a token names."""
        return self.quantities[int(written.strip("@")[1:])]

    def pair(self, hit: re.Match[str], one: str, other: str) -> tuple[Quantity, Quantity]:
        """The quantities of two groups of a match."""
        return self.at(hit[one]), self.at(hit[other])

    def all_of(self, part: str) -> list[Quantity]:
        """The quantities of a part of the text."""
        return [self.at(written) for written in TOKEN.findall(part)]


TOKEN: Final = lazy(r"@[a-z]\d+@")


def shapes(document: Document) -> tuple[Shape, ...]:
    """The shapes of all sentences with a quantity, and of those right before one, in order; use `document.derived(shapes)`."""
    found = document.derived(quantities)
    return tuple(_shapes(document, found)) if found else ()


def _shapes(document: Document, found: tuple[Quantity, ...]) -> Iterator[Shape]:
    view, at = document.folded(), 0
    for segment in document.segments:
        before: Shape | None = None
        while at < len(found) and found[at].start < segment.start:
            at += 1
        if at == len(found) or found[at].start >= segment.end or segment.kind == "boilerplate":
            continue
        for sentence in document.sentences_in(segment.start, segment.end):
            first = at
            while at < len(found) and found[at].start < sentence.end:
                at += 1
            before = _shape(view, sentence.start, sentence.end, found[first:at], before)
            if before.quantities:
                yield before


def _shape(view: View, start: int, end: int, found: tuple[Quantity, ...], before: Shape | None) -> Shape:
    parts, last = [], view.locate(start)
    for index, one in enumerate(found):
        parts += [view.text[last : view.locate(one.start)], f"@{LETTERS[one.kind]}{index}@"]
        last = view.locate(one.end)
        if view.text[last - 1] == " ":
            parts.append(" ")
    return Shape("".join([*parts, view.text[last : view.locate(end)]]), found, before)
