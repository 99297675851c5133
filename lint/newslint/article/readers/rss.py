"""RSS 0.9x, 1.0 and 2.0: each item is an article, in full where the feed has `content:encoded`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.article.readers.draft import clipped
from newslint.article.readers.xml_stories import stories
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Layout
    from newslint.article.readers.draft import Part
    from newslint.article.readers.sheet import Sheet
    from newslint.article.readers.xml_tree import Node
    from newslint.article.text import Text

_MAILED = lazy(r"\s*\S+@\S+\s*\((?P<name>[^()]*)\)\s*\Z")  # ann@brell.example (Ann Lee)
_FIELDS = (
    ("pubDate", "date"),
    ("dc:date", "date"),
    ("dc:creator", "author"),
    ("link", "og:url"),
    ("source", "og:site_name"),
)


def articles(text: Text) -> Iterator[Layout]:
    """The items of a feed."""
    return stories(text, frozenset({"item"}), _write)


def _write(sheet: Sheet, content: str, item: Node, around: list[Node]) -> str:
    metadata(sheet, item)
    for channel in around[-1:]:
        for title in channel.every("title"):
            sheet.meta("og:site_name", title.parts)
    full, summary = item.first("content:encoded"), item.first("description")
    if full is not None and summary is not None and not sheet.marked_up(summary.parts):
        sheet.meta("description", summary.parts)
    headline(sheet, item)
    for caption in item.walk():
        if caption.name in ("media:description", "media:credit"):
            sheet.block("p", caption.parts, "caption" if caption.local == "description" else "credit")
    body = full if full is not None and full.text else summary
    sheet.body(body.parts if body else [])
    return language(item, around)


def metadata(sheet: Sheet, item: Node) -> None:
    """The date, author and address of an item."""
    for name, field in _FIELDS:
        for node in item.every(name):
            sheet.meta(field, node.parts)
    for author in item.every("author"):
        hit = _MAILED.match("".join(part.shown for part in author.parts))
        sheet.meta("author", _named(author.parts, hit) if hit else author.parts)


def _named(parts: list[Part], hit: re.Match[str]) -> list[Part]:
    return list(clipped(parts, *hit.span("name")))


def headline(sheet: Sheet, item: Node) -> None:
    """The title of an item; media have titles of their own."""
    title = next((node for node in item.nodes if node.name == "title"), None)
    sheet.block("h1", title.parts if title else [])


def language(item: Node, around: list[Node]) -> str:
    """What an item or the channel around it says of its language."""
    for node in (item, *reversed(around)):
        said = node.first("language")
        for found in (said.text if said else "", node.get("xml:lang")):
            if found:
                return found
        channel = node.first("channel", "language")  # of RSS 1.0, where items are beside their channel
        if channel is not None:
            return channel.text
    return ""
