"""The articles of an XML file as layouts: what all formats in XML have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.article.layout import MENTION, Layout, overlong
from newslint.article.readers.draft import Part
from newslint.article.readers.recognise import is_unwritten
from newslint.article.readers.sheet import Sheet, nothing
from newslint.article.readers.xml_tree import Node, Trees
from newslint.article.text import View
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.article.readers.xml_events import Event
    from newslint.article.readers.xml_tree import Found
    from newslint.article.text import Text

    Write = Callable[[Sheet, str, Node, list[Node]], str | None]


def stories(
    text: Text,
    names: frozenset[str],
    write: Write,
    *,
    shortcodes: bool = False,
) -> Iterator[Layout]:
    """The layouts of the outermost elements with one of the (local) names; at least one, with nothing in it if need be.

    `write` puts an article on a sheet, given the file's content, the element and those around it, and returns its language
    (empty: unknown), or None where the element holds no article. The template of a file in XML has none.
    """
    if is_unwritten(text.content):
        yield Layout(View("", []), [], unread="template")
        return
    none = True
    for found in Trees(text.content, names).read():
        made = _layout(text.content, found, write, shortcodes=shortcodes)
        if made is not None:
            none = False
            yield made
    if none:
        yield nothing(text.content)


def _layout(
    content: str,
    found: Found,
    write: Write,
    *,
    shortcodes: bool,
) -> Layout | None:
    if found.node is None:
        return nothing(content, found.problem)
    if found.overlong:
        return overlong(found.part.start)
    sheet = Sheet()
    language = write(sheet, content, found.node, found.around)
    if language is None and found.problem is None:
        return None
    made = list(_comments(found.node))
    found.node.children.clear()  # all is on the sheet, which takes as much memory again
    return sheet.layout(
        found.part, content, language=language or "", problem=found.problem, comments=made, shortcodes=shortcodes
    )


def _comments(root: Node) -> Iterator[Span]:
    """The comments for newslint in an element."""
    waiting: list[Node | Part | Event] = [root]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Node):
            waiting += reversed(item.children)
        elif not isinstance(item, Part) and MENTION in item.data:
            yield Span(item.start, item.end)
