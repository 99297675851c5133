"""Word documents made for tests: parts and their content → the bytes of a .docx file."""

from __future__ import annotations

import io
import zipfile

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = """<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Haus"><w:name w:val="House head"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:styleId="Stufe"><w:name w:val="Level"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Code"><w:name w:val="HTML Preformatted"/></w:style>
<w:style w:styleId="Liste"><w:name w:val="List Paragraph"/></w:style>
<w:style w:styleId="Kreis"><w:name w:val="circle"/><w:basedOn w:val="Kreis"/></w:style>"""


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph: text, or runs."""
    inside = inside if inside.startswith("<") else run(inside)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def document(body: str, *, relations: str = "", notes: str = "", core: str = "", **others: str) -> bytes:
    """A document with that body, the links and notes beside it, and other parts by their names (`__` for `/`)."""
    parts = {
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<?xml version='1.0'?><w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {_NAMESPACES}>{STYLES}</w:styles>",
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        "word/footnotes.xml": f"<w:footnotes {_NAMESPACES}>{notes}</w:footnotes>",
        "docProps/core.xml": f"<cp:coreProperties xmlns:dc='d' xmlns:cp='c' xmlns:dcterms='t'>{core}</cp:coreProperties>",
    }
    return packed(parts | {name.replace("__", "/"): content for name, content in others.items()})


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()
