"""Layout: the result of reading a Text: its views, their segments, and the article's metadata."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct

from newslint.article.excerpts import excerpts
from newslint.article.text import View
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.article.segment import Segment

MENTION: Final = "newslint-"  # what every comment for newslint holds; without it no reader looks for comments

# Fields whose value only names an element of the page that holds the author or the date.
SIGNED: Final = "author-element"
DATED: Final = "date-element"
_SUMMARIES: Final = frozenset({"headline", "alternative-headline", "page-title", "dek"})


class Field(Struct, frozen=True):
    """One metadata value and its place: [start, end) of the metadata view.

    `name` is normalised over formats: headline, dek, byline, published, modified, language, source, credit,
    correction, url, section; anything else keeps its own name. `value` is decoded (entities, JSON escapes).
    """

    name: str
    value: str
    start: int
    end: int


class Problem(NamedTuple):
    """Markup that could not be read, at an offset of the file: which of PROBLEMS, and a parser's own words."""

    offset: int
    case: str
    said: str = ""


PROBLEMS: Final = (
    *("open-tag", "open-front-matter", "front-matter", "no-mapping", "toml"),
    *("xml", "entities", "too-deep", "json", "office"),
)
UNREAD: Final = ("template", "redirect", "mail", "listing", "dump", "overlong")  # what a file may be that is no article


# Code points of the longest article that is read: more than novels have, and each costs 600 bytes of memory.
LONGEST: Final = 2_000_000


class Layout:
    """A document's views. `prose` is what a reader reads, blocks separated by a newline or more.

    `segments` are those of the prose, in order, not overlapping. `links` and `attributes` have one line per value;
    the metadata view one line per field, in the order of `fields`. `language` is what markup or metadata declares.
    `comments` are the half-open file spans of the `<!-- newslint-… -->` comments, in order; `comments_shown` says
    whether readers of the article would see them, because the format has no comments of its own.
    `problem` says what is broken in the markup. `unread` says which of UNREAD the file is, if it is
    no article and was therefore left out. `indents` says that its block quotes are there for their looks.
    `part` is the half-open span of the file that the article takes where a file may hold several, else None.
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
        comments: Iterable[Span] = (),
        comments_shown: bool = False,
        problem: Problem | None = None,
        unread: str = "",
        indents: bool = False,
        part: Span | None = None,
    ) -> None:
        self.prose, self.segments = prose, segments
        self.links, self.attributes = links or View("", []), attributes or View("", [])
        self.metadata, self.fields = metadata or View("", []), fields
        self.language, self.problem, self.unread = language, problem, unread
        self.comments, self.comments_shown = tuple(comments), comments_shown
        self.indents, self.part = indents, part

    @cached_property
    def summaries(self) -> View:
        """The titles and descriptions among the metadata, one a line."""
        return excerpts(self.metadata, [(field.start, field.end) for field in self.fields if field.name in _SUMMARIES])


def overlong(start: int) -> Layout:
    """The layout of what is longer than LONGEST, from a place of the file on: it is not read."""
    return Layout(View("", []), [], unread="overlong", part=Span(start, start + 1))
