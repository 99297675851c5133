"""JSON Feed 1.x: each item is an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.article.readers.json_stories import stories, those
from newslint.article.readers.json_values import Object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Layout
    from newslint.article.readers.json_stories import Page
    from newslint.article.text import Text


def articles(text: Text) -> Iterator[Layout]:
    """The items of a feed."""
    found: list[Any] = []

    def items(value: Any) -> list[Object]:
        found.append(value)
        return those(value.get("items")) if isinstance(value, Object) else []

    return stories(text, items, lambda page, item: _write(page, item, found[0]))


def _write(page: Page, item: Object, feed: Object) -> str:
    page.meta("date", item.get("date_published"))
    page.meta("article:modified_time", item.get("date_modified"))
    page.meta("og:url", item.get("url"))
    page.meta("og:site_name", feed.get("title"))
    for author in _authors(item) or _authors(feed):
        page.meta("author", author.get("name"))
    page.block("h1", item.get("title"))
    full = item.get("content_html") or item.get("content_text")
    if full:
        page.block("p", item.get("summary"), "dek")
    if item.get("content_html"):
        page.html(item["content_html"])
    else:
        page.text(full or item.get("summary"))
    return str(item.get("language") or feed.get("language") or "")


def _authors(one: Object) -> list[Object]:
    return those(one.get("authors")) or those([one.get("author")])
