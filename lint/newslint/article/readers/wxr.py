"""WXR, the export of WordPress: each post or page is an article, drafts among them; comments are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.article.readers import rss
from newslint.article.readers.xml_stories import stories
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Layout
    from newslint.article.readers.draft import Part
    from newslint.article.readers.sheet import Sheet
    from newslint.article.readers.xml_tree import Node
    from newslint.article.text import Text

# What else WordPress keeps as a post: menus, styles, revisions, forms.
_OTHERS = lazy(
    r"attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|(?:wp|acf|wpcf7|elementor)[\w-]*"
)
_GONE: Final = frozenset({"trash", "auto-draft", "inherit"})
_NO_DATE: Final = "0000"
_BLOCKS: Final = "<!-- wp:"


def articles(text: Text) -> Iterator[Layout]:
    """The posts and pages of an export."""
    return stories(text, frozenset({"item"}), _write, shortcodes=True)


def _write(sheet: Sheet, content: str, item: Node, around: list[Node]) -> str | None:
    if _OTHERS.fullmatch(_said(item, "wp:post_type")) or _said(item, "wp:status") in _GONE:
        return None
    for date in item.every("wp:post_date"):
        if not date.text.startswith(_NO_DATE):
            sheet.meta("date", date.parts)
    rss.metadata(sheet, item)
    for excerpt in item.every("excerpt:encoded"):
        sheet.meta("description", excerpt.parts)
    rss.headline(sheet, item)
    for body in item.every("content:encoded"):
        sheet.markup("<div>", body.inner)
        if _BLOCKS in body.text:
            sheet.html(body.parts)
        else:
            _paragraphs(sheet, body.parts)
        sheet.markup("</div>")
    return rss.language(item, around)


def _said(item: Node, name: str) -> str:
    node = item.first(name)
    return node.text if node else ""


def _paragraphs(sheet: Sheet, parts: list[Part]) -> None:
    """Text as WordPress shows it where no block says otherwise: an empty line begins a paragraph."""
    breaks = 0
    for part in parts:
        if part.shown == "\n":
            breaks += 1
        elif part.shown.strip():
            if breaks > 1:
                sheet.markup("<p>")
            breaks = 0
        sheet.html([part])
