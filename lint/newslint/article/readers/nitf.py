"""NITF: the News Industry Text Format of the IPTC, versions 3.x, as a page of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.article.readers.sheet import Sheet
from newslint.article.readers.xml_markup import NOTHING, Writer
from newslint.article.readers.xml_stories import stories
from newslint.article.readers.xml_tree import Trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.layout import Layout
    from newslint.article.readers.draft import Part
    from newslint.article.readers.xml_tree import Node
    from newslint.article.text import Text

# Element → what it is in HTML. Inline elements that mark up names, places or sums (`person`, `money` …) leave no trace.
_NAMES: Final = {
    "head": NOTHING,
    "nitf": "div",
    "body": "div",
    "body.head": "div",
    "body.content": "div",
    "body.end": "div",
    "block": "div",
    "hedline": "div",
    "hl1": "h1",
    "hl2": 'p class="dek"',
    "byline": 'p class="byline"',
    "byttl": 'p class="byline"',
    "dateline": 'p class="dateline"',
    "abstract": 'div class="dek"',
    "tagline": 'p class="credit"',
    "bq": "blockquote",
    "credit": 'p class="credit"',
    "fn": 'div class="note"',
    "media": "figure",
    "media-caption": "figcaption",
    "media-producer": 'p class="credit"',
    "nitf-table": "div",
    **dict.fromkeys(("note", "rights"), "aside"),
    **dict.fromkeys(("distributor", "series", "bibliography", "nitf-table-metadata", "datasource"), NOTHING),
    **dict.fromkeys(("media-reference", "media-metadata", "media-object", "nitf-col", "nitf-colgroup"), NOTHING),
}
_IN_TEXT: Final = {"hl2": "h2", "byttl": "span"}  # in the text a second headline is a subhead


def articles(text: Text) -> Iterator[Layout]:
    """The article of a file, or of each of its `nitf` elements."""
    return stories(text, frozenset({"nitf"}), _write)


def _write(sheet: Sheet, content: str, node: Node, _around: list[Node]) -> str:
    write(sheet, content, node)
    return language(node)


def embed(sheet: Sheet, parts: list[Part]) -> None:
    """Writes NITF that is itself a text on a sheet; what is broken in it ends it."""
    content = "".join(part.shown for part in parts)
    found = next(Trees(content, frozenset({"nitf"})).read())
    if found.node is not None:
        inner = Sheet()
        write(inner, content, found.node)
        sheet.embed(inner, parts)


def language(node: Node) -> str:
    """What an `nitf` element says of its language."""
    return node.get("xml:lang") or node.get("baselang")


def has_headline(node: Node) -> bool:
    """Whether an `nitf` element has a headline of its own."""
    line = node.first("body", "body.head", "hedline", "hl1")
    return line is not None and bool(line.text)


def write(sheet: Sheet, content: str, node: Node) -> None:
    """Writes an `nitf` element on a sheet."""
    for name, parts in _metadata(content, node):
        sheet.meta(name, parts)
    title = node.first("head", "title")
    if title is not None and not has_headline(node):
        sheet.block("h1", title.parts)
    body, skipped = node.first("body") or node, frozenset(map(id, _repeated(node)))
    for part in body.nodes:
        inside = part.local == "body.content"
        Writer(sheet, content, {**_NAMES, **_IN_TEXT} if inside else _NAMES, skipped).write(part)


def _repeated(node: Node) -> Iterator[Node]:
    """Second headlines and abstracts that only say again what the headline or the first paragraph says."""
    said = [line.text for line in node.every("body", "body.head", "hedline", "hl1")]
    begins = next((part for part in node.every("body", "body.content")), None)
    said += [] if begins is None else [begins.text]
    for path in (("body", "body.head", "hedline", "hl2"), ("body", "body.head", "abstract")):
        yield from (line for line in node.every(*path) if any(text.startswith(line.text) for text in said))


def _metadata(content: str, node: Node) -> Iterator[tuple[str, list[Part]]]:
    """What the article says of itself, under the names that pages of HTML use."""
    for path, attribute, name in _FIELDS:
        for found in node.every("head", *path):
            yield name, found.value(content, attribute)
    for found in node.every("body", "body.head", "distributor"):
        yield "og:site_name", found.parts


_FIELDS: Final[tuple[tuple[tuple[str, ...], str, str], ...]] = (
    (("pubdata",), "date.publication", "date"),
    (("docdata", "date.release"), "norm", "date"),
    (("docdata", "date.issue"), "norm", "date"),
    (("revision-history",), "norm", "article:modified_time"),
    (("pubdata",), "name", "og:site_name"),
    (("pubdata",), "position.section", "article:section"),
    (("docdata", "doc.copyright"), "holder", "og:site_name"),
    (("docdata", "correction"), "info", "correction"),
)
