"""What the styles of a Word document say of its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newslint.article.readers.xml_tree import Node
    from newslint.article.segment import Kind

_NAMES: Final[dict[str, Kind]] = {
    **dict.fromkeys(("title", "headline"), "headline"),
    **dict.fromkeys(("subtitle", "dek", "standfirst"), "dek"),
    **dict.fromkeys(("quote", "intense quote", "block text"), "block-quote"),
    **dict.fromkeys(("byline", "author"), "byline"),
    **dict.fromkeys(("dateline", "date"), "dateline"),
    **dict.fromkeys(("toc heading", "header", "footer"), "boilerplate"),
    "caption": "caption",
    "credit": "credit",
}
_STARTS: Final[tuple[tuple[str, Kind], ...]] = (
    ("heading", "subhead"),
    ("list", "list-item"),
    ("toc ", "boilerplate"),
    ("index ", "boilerplate"),
    ("table of ", "boilerplate"),
)
_LIST_PARAGRAPH: Final = "list paragraph"  # also what is merely indented
_CODE: Final = lazy(r"html (?:preformatted|code)|macro text|(?:source )?code\b.*")
_MOST_BASES: Final = 20


class Style(NamedTuple):
    """A style's name in lower case, the style that it is made of, and what is set in it."""

    name: str
    base: str
    listed: bool
    heading: bool


class Styles:
    """The styles of a document by their ids, which are not in English everywhere; the names of built-in ones are."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._styles = {node.get("w:styleId"): _style(node) for node in nodes}

    def kind(self, name: str) -> Kind | None:
        """What a paragraph in a style is; None for one of the text."""
        for style in self._bases(name):
            known = _NAMES.get(style.name) or next(
                (kind for start, kind in _STARTS if style.name.startswith(start)), None
            )
            if known and style.name != _LIST_PARAGRAPH:
                return known
            if style.heading:
                return "subhead"
            if style.listed:
                return "list-item"
        return None

    def is_code(self, name: str) -> bool:
        """Whether a style is for listings."""
        return any(_CODE.fullmatch(style.name) for style in self._bases(name))

    def _bases(self, name: str) -> list[Style]:
        """A style and those that it is made of."""
        found: list[Style] = []
        while name and len(found) < _MOST_BASES:
            style = self._styles.get(name) or Style(name.lower(), "", listed=False, heading=False)
            found.append(style)
            name = style.base
        return found


def _style(node: Node) -> Style:
    name, base = node.first("w:name"), node.first("w:basedOn")
    level = node.first("w:pPr", "w:outlineLvl")
    return Style(
        name.get("w:val").lower() if name else "",
        base.get("w:val") if base else "",
        listed=node.first("w:pPr", "w:numPr") is not None,
        heading=level is not None and level.get("w:val") != _BODY_LEVEL,
    )


_BODY_LEVEL: Final = "9"
