"""Atom: each entry is an article; text, HTML and XHTML as its parts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.article.readers.xml_markup import Writer
from newslint.article.readers.xml_stories import stories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Layout
    from newslint.article.readers.sheet import Sheet
    from newslint.article.readers.xml_tree import Node
    from newslint.article.text import Text

_TEXT, _HTML, _XHTML = frozenset({"", "text", "text/plain"}), frozenset({"html", "text/html"}), frozenset({"xhtml"})
_FIELDS = ((("published",), "date"), (("updated",), "article:modified_time"), (("author", "name"), "author"))


def articles(text: Text) -> Iterator[Layout]:
    """The entries of a feed."""
    return stories(text, frozenset({"entry"}), _write)


def _write(sheet: Sheet, content: str, entry: Node, around: list[Node]) -> str:
    _metadata(sheet, content, entry, around[-1:])
    full, summary = entry.first("content"), entry.first("summary")
    if full is None or not full.text:
        full, summary = summary, None
    for tag, node in (("h1", entry.first("title")), ('p class="dek"', summary), ("div", full)):
        if node is not None:
            _construct(sheet, content, tag, node)
    return next((said for node in (entry, *reversed(around)) if (said := node.get("xml:lang"))), "")


def _metadata(sheet: Sheet, content: str, entry: Node, feeds: list[Node]) -> None:
    for path, name in _FIELDS:
        for node in entry.every(*path):
            sheet.meta(name, node.parts)
    for link in entry.every("link"):
        if link.get("rel") in ("", "alternate"):
            sheet.meta("og:url", link.value(content, "href"))
    for feed in feeds:
        for title in feed.every("title"):
            sheet.meta("og:site_name", title.parts)
        for author in () if entry.first("author", "name") else feed.every("author", "name"):
            sheet.meta("author", author.parts)


def _construct(sheet: Sheet, content: str, tag: str, node: Node) -> None:
    """What Atom calls a text construct, in an element of the page; nothing where it is of another type."""
    kind = node.get("type").lower()
    if not node.text:
        return
    sheet.markup(f"<{tag}>", node.inner)
    if kind in _XHTML:
        Writer(sheet, content).inside(node)
    elif kind in _HTML:
        sheet.html(node.parts)
    elif kind in _TEXT:
        sheet.text(node.parts)
    sheet.markup(f"</{tag.partition(' ')[0]}>")
