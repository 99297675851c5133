"""NewsML-G2 and NewsML 1: each news item is an article, with the NITF, XHTML or plain text in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.article.readers import newsml_1, nitf
from newslint.article.readers.xml_markup import NOTHING, Writer
from newslint.article.readers.xml_stories import stories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Layout
    from newslint.article.readers.sheet import Sheet
    from newslint.article.readers.xml_tree import Node
    from newslint.article.text import Text

_XHTML: Final = {"html": "div", "head": NOTHING, "body": "div"}
_HEADLINES: Final = frozenset({"hl1", "h1"})
_CONTENT: Final = frozenset({"inlineXML", "inlineData"})
_LOOKED_FOR: Final = _HEADLINES | _CONTENT | {"byline", "dateline"}
_SUMMARIES: Final = ("summary", "abstract", "teaser")
_FIELDS: Final = (
    (("itemMeta", "versionCreated"), "date"),
    (("itemMeta", "provider", "name"), "og:site_name"),
    (("contentMeta", "infoSource", "name"), "og:site_name"),
    (("contentMeta", "creator", "name"), "author"),
    (("contentMeta", "creditline"), "credit"),
)


def articles(text: Text) -> Iterator[Layout]:
    """The news items of a file or a message; packages hold only references."""
    return stories(text, frozenset({"newsItem", "NewsItem"}), _write)


def _write(sheet: Sheet, content: str, item: Node, around: list[Node]) -> str | None:
    if item.local == "NewsItem":
        return newsml_1.write(sheet, content, item)
    for path, name in _FIELDS:
        for node in item.every(*path):
            sheet.meta(name, node.parts)
    for provider in item.every("itemMeta", "provider"):
        sheet.meta("og:site_name", provider.value(content, "literal"))
    inside = item.first("contentSet")
    story = next((node for node in inside.walk() if node.local == "nitf"), None) if inside else None
    _lines(sheet, item, inside)
    if story is not None:
        nitf.write(sheet, content, story)
    elif inside is not None:
        _body(sheet, content, inside)
    return _language(item, story, around)


def _lines(sheet: Sheet, item: Node, inside: Node | None) -> None:
    """Headline, dek, byline, dateline or caption out of the item's metadata, where what is inside has none of its own."""
    given = _given(inside) if inside is not None else set()
    lines = list(item.every("contentMeta", "headline"))
    heads = [] if given & _HEADLINES else [line for line in lines if not _role(line).startswith("sub")][:1]
    for line in heads:
        sheet.block("h1", line.parts)
    for line in lines if heads else ():
        if _role(line).startswith("sub") and line.text != heads[0].text:
            sheet.block("p", line.parts, "dek")
    for name, hint in (("by", "byline"), ("dateline", "dateline")) if heads else ():
        for line in () if hint in given else item.every("contentMeta", name):
            sheet.block("p", line.parts, hint)
    for line in item.every("contentMeta", "description"):
        if not given & _CONTENT:
            sheet.block("p", line.parts, "caption")
        elif _role(line) in _SUMMARIES and inside is not None and not inside.text.startswith(line.text):
            sheet.block("div", line.parts, "dek")


def _given(inside: Node) -> set[str]:
    """Which of the lines and contents that matter here have text inside."""
    found: set[str] = set()
    for node in inside.walk():
        if node.local in _LOOKED_FOR and node.local not in found and node.text:
            found.add(node.local)
    return found


def _role(node: Node) -> str:
    """`summary` of `drol:summary`."""
    return node.get("role").rpartition(":")[2].lower()


def _body(sheet: Sheet, content: str, inside: Node) -> None:
    for node in inside.nodes:
        if node.local == "inlineXML":
            Writer(sheet, content, _XHTML).inside(node)
        elif node.local == "inlineData":
            sheet.body(node.parts)


def _language(item: Node, story: Node | None, around: list[Node]) -> str:
    inside = nitf.language(story) if story is not None else ""
    tags = (node.get("tag") for node in item.every("contentMeta", "language"))
    return (
        inside or next(tags, "") or next((lang for n in (item, *reversed(around)) if (lang := n.get("xml:lang"))), "")
    )
