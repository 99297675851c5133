"""Indented: whole JSON and XML documents as reporters write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def json_text(value: Any) -> str:
    """A JSON document of plain data or structs, with its newline."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def xml_text(root: Element) -> str:
    """An XML document with its declaration and its newline; the tree is indented in place."""
    from xml.etree import ElementTree as ET

    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
