"""The elements of an article in XML, written down as HTML: XHTML as it is, other vocabularies by a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.article.readers.draft import Part
from newslint.article.readers.html_names import BLOCKS, SKIPPED, VOID
from newslint.article.readers.xml_tree import Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newslint.article.readers.sheet import Sheet
    from newslint.article.readers.xml_events import Event

# fmt: off
_INLINE: Final = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark",
    "q", "ruby", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
})
_KNOWN: Final = BLOCKS | SKIPPED | VOID | _INLINE
_READ: Final = (
    "alt", "aria-hidden", "class", "datetime", "hidden", "href", "itemprop", "lang", "rel", "role", "src", "style", "title",
    "xml:lang",
)
# fmt: on
NOTHING: Final = ""  # in a table: neither the element nor what is in it is read


class Writer:
    """Writes elements on a sheet. `names`: local name → an HTML start tag without its brackets, or NOTHING.

    Other elements are HTML's own, or leave no trace but their text. `skipped` are elements that something else has read.
    """

    def __init__(
        self, sheet: Sheet, content: str, names: Mapping[str, str] | None = None, skipped: frozenset[int] = frozenset()
    ) -> None:
        self._sheet, self._content, self._names, self._skipped = sheet, content, names or {}, skipped

    def write(self, root: Node) -> None:
        """An element and all that is in it."""
        waiting: list[Node | Part | Event | str] = [root]
        while waiting:
            item = waiting.pop()
            if isinstance(item, Node):
                waiting += reversed(self._opened(item))
            elif isinstance(item, Part):
                self._sheet.text([item])
            elif isinstance(item, str):
                self._sheet.markup(item)

    def inside(self, root: Node) -> None:
        """What is in an element."""
        for child in root.children:
            if isinstance(child, Node):
                self.write(child)
            elif isinstance(child, Part):
                self._sheet.text([child])

    def _opened(self, node: Node) -> list[Node | Part | Event | str]:
        """Writes a start tag; what is left to write of the element, in order."""
        tag = self._names.get(node.local)
        if tag == NOTHING or id(node) in self._skipped:
            return []
        name = node.local.lower()
        if tag is None:
            tag = name if name in _KNOWN else None
        if tag is None:
            return list(node.children)
        name = tag.partition(" ")[0]
        self._start(node, tag)
        if name in VOID:
            return []
        return [*(() if name in SKIPPED else node.children), f"</{name}>"]

    def _start(self, node: Node, tag: str) -> None:
        self._sheet.markup(f"<{tag}", node.start)
        for name in _READ if node.attributes else ():
            if name in node.attributes and f" {name}=" not in tag:
                self._sheet.markup(f' {name.removeprefix("xml:")}="')
                self._sheet.text(node.value(self._content, name))
                self._sheet.markup('"')
        self._sheet.markup(">", node.inner)
