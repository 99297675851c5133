"""A news item of NewsML 1.x: the lines of its first component, and all text in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.article.readers import nitf
from newslint.article.readers.xml_markup import NOTHING, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.readers.sheet import Sheet
    from newslint.article.readers.xml_tree import Node

_NAMES: Final = {
    "html": "div",
    "head": NOTHING,
    "body": "div",
    "body.head": NOTHING,
    "body.content": "div",
    "media-caption": "figcaption",
    "nitf": "div",
}
_LINES: Final = (
    ("HeadLine", "h1", ""),
    ("SubHeadLine", "p", "dek"),
    ("ByLine", "p", "byline"),
    ("DateLine", "p", "dateline"),
)
_DATES: Final = (("NewsManagement", "ThisRevisionCreated"), ("NewsManagement", "FirstCreated"))


def write(sheet: Sheet, content: str, item: Node) -> str:
    """Writes an item on a sheet; its language."""
    for path in _DATES:
        for node in item.every(*path):
            sheet.meta("date", node.parts)
    components = [node for node in item.walk() if node.local == "NewsComponent"]
    for party in (node for one in components for node in one.every("AdministrativeMetadata", "Provider", "Party")):
        sheet.meta("og:site_name", party.value(content, "FormalName"))
    headed = next((one for one in components if one.first("NewsLines", "HeadLine")), None)
    texts = [text for one in components for text in _texts(one)]
    story = next((node for text in texts for node in text.walk() if node.local == "nitf"), None)
    if story is None or not nitf.has_headline(story):
        for name, tag, hint in _LINES if headed else ():
            for line in headed.every("NewsLines", name) if headed else ():
                sheet.block(tag, line.parts, hint)
    for text in texts:
        _text(sheet, content, text, story)
    languages = (node.get("FormalName") for one in components for node in one.every("DescriptiveMetadata", "Language"))
    return item.get("xml:lang") or next(languages, "")


def _texts(component: Node) -> Iterator[Node]:
    """The text directly in a component."""
    for item in component.every("ContentItem"):
        if all(kind.get("FormalName").lower() == "text" for kind in item.every("MediaType")):
            yield from item.every("DataContent")


def _text(sheet: Sheet, content: str, text: Node, story: Node | None) -> None:
    if story is not None and any(node is story for node in text.walk()):
        nitf.write(sheet, content, story)
    elif any(True for _ in text.nodes):
        Writer(sheet, content, _NAMES).inside(text)
    else:
        sheet.body(text.parts)
