"""The paragraphs of a Word document as its readers see them: changes accepted, comments and hidden text left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.article.readers.draft import OBJECT
from newslint.article.readers.xml_tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.readers.docx_styles import Styles
    from newslint.article.segment import Kind

# fmt: off
_GONE: Final = frozenset({
    "del", "moveFrom", "Fallback", "rt", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr",
    "trPr", "tcPr", "tblGrid", "sectPr", "commentReference", "annotationRef", "footnoteRef", "endnoteRef", "separator",
    "continuationSeparator",
})
# fmt: on
_SIGNS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "‑",
    "softHyphen": "",
    "sym": OBJECT,
}
_MATH: Final = frozenset({"oMath", "oMathPara"})
_UNSEEN: Final = ("w:vanish", "w:webHidden", "w:strike", "w:dstrike")
_OFF: Final = frozenset({"0", "false", "off", "none"})


class Paragraph(NamedTuple):
    """One paragraph: what is shown (a line break is a line feed), what it is, and the addresses and pictures in it.

    `joins`: its end was deleted, so that the next one goes on in it.
    """

    text: str
    kind: Kind | None = None
    links: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    joins: bool = False


class Reading:
    """Reads paragraphs and tables under a document's styles and links."""

    def __init__(self, styles: Styles, links: dict[str, str]) -> None:
        self._styles, self._addresses = styles, links

    def paragraphs(self, node: Node, kind: Kind | None = None) -> Iterator[Paragraph]:
        """The paragraphs in an element, in order; `kind` is what they are if their own style says nothing."""
        if node.local == "p":
            yield from self._paragraph(node, kind)
        elif node.local == "tr" and _is_set(node.first("w:trPr"), "w:del"):
            return
        elif node.local not in _GONE:
            for child in node.nodes:
                yield from self.paragraphs(child, "list-item" if node.local == "tc" else kind)

    def _paragraph(self, node: Node, kind: Kind | None) -> Iterator[Paragraph]:
        properties = node.first("w:pPr")
        style = properties.first("w:pStyle") if properties else None
        name = style.get("w:val") if style else ""
        inside = _Inside(self._addresses)
        inside.read(node)
        if not (name and self._styles.is_code(name)):
            own = self._styles.kind(name) or _listed(properties) or kind
            marks = properties.first("w:rPr") if properties else None
            joins = _is_set(marks, "w:del") or _is_set(marks, "w:moveFrom")
            yield Paragraph("".join(inside.shown), own, tuple(inside.links), tuple(inside.pictures), joins)
        for box in inside.boxes:
            for child in box.nodes:
                yield from self.paragraphs(child, kind)


def _listed(properties: Node | None) -> Kind | None:
    """`list-item` for a paragraph with a number or a bullet of its own; a heading by its level."""
    if properties is None:
        return None
    number, level = properties.first("w:numPr", "w:numId"), properties.first("w:outlineLvl")
    if level is not None and level.get("w:val") in tuple("012345678"):
        return "subhead"
    return "list-item" if number is not None and number.get("w:val") != "0" else None


def _is_set(properties: Node | None, name: str) -> bool:
    """Whether a property is there and not switched off."""
    found = properties.first(name) if properties else None
    return found is not None and found.get("w:val").lower() not in _OFF


class _Inside:
    """What the runs of a paragraph show; text boxes in it are left for later."""

    def __init__(self, addresses: dict[str, str]) -> None:
        self._addresses = addresses
        self.shown: list[str] = []
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.boxes: list[Node] = []

    def read(self, node: Node) -> None:
        """An element and all in it."""
        for child in node.nodes:
            name = child.local
            if name in _GONE or (name == "r" and any(_is_set(child.first("w:rPr"), unseen) for unseen in _UNSEEN)):
                continue
            if name == "t":
                text = "".join(part.shown for part in child.parts)
                self.shown.append(text if child.get("xml:space") == "preserve" else text.strip())
            elif name in _SIGNS:
                self.shown.append(_SIGNS[name])
            elif name in _MATH:
                self.shown.append(OBJECT)
            elif name == "txbxContent":
                self.boxes.append(child)
            else:
                self._note(child)
                self.read(child)

    def _note(self, node: Node) -> None:
        if node.local == "hyperlink" and (address := self._addresses.get(node.get("r:id"))):
            self.links.append(address)
        elif node.local == "docPr" and (seen := node.get("descr")):
            self.pictures.append(seen)
