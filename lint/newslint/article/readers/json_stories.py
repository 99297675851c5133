"""The articles of a JSON file as layouts: what all formats in JSON have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newslint.article.layout import LONGEST, overlong
from newslint.article.readers.json_values import Object, Placed, parts_of, whole
from newslint.article.readers.sheet import Sheet, nothing
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newslint.article.layout import Layout
    from newslint.article.readers.draft import Part
    from newslint.article.text import Text

    Find = Callable[[Any], Iterable[Object]]
    Write = Callable[["Page", Object], str]

_DEEPEST: Final = 4  # objects and lists around an article in an answer of a service
_MOST: Final = 1_000  # that are looked through for one


class Page:
    """A sheet on which the strings of a JSON file are written; what is no string, or is empty, is not written."""

    def __init__(self, content: str) -> None:
        self._content = content
        self.sheet = Sheet()

    def parts(self, value: Any) -> list[Part]:
        """A string's text with its places."""
        return list(parts_of(self._content, value)) if isinstance(value, Placed) and value.strip() else []

    def meta(self, name: str, value: Any) -> None:
        """What the article says of itself; of a list, each."""
        for one in value if isinstance(value, list) else [value]:
            self.sheet.meta(name, self.parts(one))

    def block(self, tag: str, value: Any, hint: str = "") -> None:
        """Text in an element of its own."""
        self.sheet.block(tag, self.parts(value), hint)

    def html(self, value: Any) -> None:
        """An article's text in HTML, though it may look like plain text."""
        self.sheet.markup("<div>")
        self.sheet.html(self.parts(value))
        self.sheet.markup("</div>")

    def text(self, value: Any) -> None:
        """Plain text in its paragraphs."""
        self.sheet.paragraphs(self.parts(value))


def stories(text: Text, find: Find, write: Write) -> Iterator[Layout]:
    """The layouts of the objects that `find` takes for articles out of a file's value; at least one.

    `write` puts one on a page and returns its language (empty: unknown).
    """
    value, problem = whole(text.content)
    none = True
    for story in find(value):
        none = False
        if story.end - story.start > LONGEST:
            yield overlong(story.start)
            continue
        page = Page(text.content)
        language = write(page, story)
        yield page.sheet.layout(Span(story.start, story.end), text.content, language=language)
    if none:
        yield nothing(text.content, problem)


def objects(value: Any, fits: Callable[[Object], bool]) -> Iterator[Object]:
    """The outermost objects in a value that fit: itself, or what an answer of a service wraps."""
    waiting = [(value, 0)]
    seen = 0
    while waiting:
        one, depth = waiting.pop()
        if isinstance(one, Object) and fits(one):
            yield one
        elif depth < _DEEPEST and isinstance(one, (list, Object)) and seen < _MOST:
            seen += isinstance(one, Object)
            inner = one if isinstance(one, list) else list(one.values())
            waiting += [(each, depth + 1) for each in reversed(inner)]


def those(value: Any) -> list[Object]:
    """The objects among a list, or the values of an object, or nothing."""
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in held if isinstance(one, Object)]
