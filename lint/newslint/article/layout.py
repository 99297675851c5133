"""Layout: the result of reading a Text: its views, their segments, and the article's metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from newslint.article.text import View

if TYPE_CHECKING:
    from newslint.article.segment import Segment


class Field(Struct, frozen=True):
    """One metadata value and its place: [start, end) of the metadata view.

    `name` is normalised over formats: headline, dek, byline, published, modified, language, source, credit,
    correction, url, section; anything else keeps its own name. `value` is decoded (entities, JSON escapes).
    """

    name: str
    value: str
    start: int
    end: int


class Layout:
    """A document's views. `prose` is what a reader reads, blocks separated by a newline or more.

    `segments` are those of the prose, in order, not overlapping. `links` and `attributes` have one line per value;
    the metadata view one line per field, in the order of `fields`. `language` is what markup or metadata declares.
    `problem` says what is broken in the markup (such as front matter): (file offset, message).
    """

    def __init__(
        self,
        prose: View,
        segments: list[Segment],
        *,
        links: View | None = None,
        attributes: View | None = None,
        metadata: View | None = None,
        fields: tuple[Field, ...] = (),
        language: str = "",
        problem: tuple[int, str] | None = None,
    ) -> None:
        self.prose, self.segments = prose, segments
        self.links, self.attributes = links or View("", []), attributes or View("", [])
        self.metadata, self.fields = metadata or View("", []), fields
        self.language, self.problem = language, problem
