"""What the tests of all exchange formats share: the articles of a file as lists, and the source of a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newslint.article.readers import layouts
from newslint.article.text import Text

if TYPE_CHECKING:
    from newslint.article.layout import Layout


class Article(NamedTuple):
    """One article of a file as (kind, text) pairs and a table of fields."""

    layout: Layout
    content: str

    @property
    def shown(self) -> list[tuple[str, str]]:
        """The segments."""
        text = self.layout.prose.text
        return [(segment.kind, text[segment.start : segment.end]) for segment in self.layout.segments]

    @property
    def fields(self) -> dict[str, str]:
        """The first value of each field; without those that only name an element of the page."""
        found = reversed([(f.name, f.value) for f in self.layout.fields if not f.name.endswith("-element")])
        return dict(found)

    def source(self, phrase: str) -> str:
        """What the file has where the prose has a phrase."""
        at = self.layout.prose.text.index(phrase)
        span = self.layout.prose.span(at, at + len(phrase))
        return self.content[span.start : span.end]


def articles(content: str, form: str) -> list[Article]:
    """All articles of a file."""
    return [Article(layout, content) for layout in layouts(Text(content), form)]
