"""Word documents (.docx). Their text has no lines: each paragraph with text is given as a line of its own."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from newslint.article.labels import label
from newslint.article.layout import LONGEST, Layout, Problem, overlong
from newslint.article.readers.docx_package import Package
from newslint.article.readers.docx_styles import Styles
from newslint.article.readers.docx_text import Paragraph, Reading
from newslint.article.readers.draft import Draft, Lines, Part, join
from newslint.article.text import Text
from newslint.finding import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.article.readers.xml_tree import Found

_CORE: Final = "docProps/core.xml"
_FIELDS: Final = (("dc:title", "page-title"), ("dc:creator", "byline"), ("dcterms:created", "created"))
_NOTES: Final = (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote"))


class Extract(Text):
    """The text of a document, a line for each paragraph, and what the document says of it."""

    paragraphs: tuple[Paragraph, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    language: str = ""
    problem: Problem | None = None


def decode(data: bytes, path: str = "") -> Text:
    """The text of a document in a file's bytes. FileError if they are none, or if it is protected, broken or a trap."""
    package = Package(data, path)
    found: list[Found] = []
    paragraphs = tuple(_joined(chain(_body(package, found), _notes(package))))
    text = Extract("\n".join(_line(one.text) for one in paragraphs), path)
    text.paragraphs = paragraphs
    text.fields = tuple(_said(package))
    text.language = next((value for name, value in text.fields if name == "language"), "")
    broken = next((one.problem for one in found if one.problem), None)
    if broken is not None:
        text.problem = Problem(len(text.content), "office", broken.said or broken.case)
    return text


def _body(package: Package, found: list[Found]) -> Iterator[Paragraph]:
    reading = Reading(Styles(package.nodes(package.beside("styles.xml"), "style")), package.links)
    for one in package.trees(package.document, "p", "tbl"):
        found.append(one._replace(node=None, around=[]))
        if one.node is not None and not any(node.local in ("del", "moveFrom") for node in one.around):
            yield from reading.paragraphs(one.node)


def _notes(package: Package) -> Iterator[Paragraph]:
    """Footnotes and endnotes; those without text draw the lines above them."""
    reading = Reading(Styles(()), {})
    for name, element in _NOTES:
        for note in package.nodes(package.beside(name), element):
            yield from reading.paragraphs(note, "list-item")


def _joined(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs that have text, those as one between which the break was deleted."""
    held: Paragraph | None = None
    for one in paragraphs:
        whole = one if held is None else _both(held, one)
        held = whole if one.joins else None
        if held is None and whole.text.strip():
            yield whole
    if held is not None and held.text.strip():
        yield held


def _both(first: Paragraph, second: Paragraph) -> Paragraph:
    """One paragraph of two; Word keeps the form of the second."""
    links, pictures = first.links + second.links, first.pictures + second.pictures
    return Paragraph(first.text + second.text, second.kind, links, pictures, second.joins)


def _line(text: str) -> str:
    """A paragraph as a line."""
    return text.replace("\n", " ").replace("\r", " ")


def _said(package: Package) -> Iterator[tuple[str, str]]:
    """What the properties of the document say."""
    for core in package.nodes(_CORE, "coreProperties"):
        for path, name in (*_FIELDS, ("dc:language", "language")):
            for node in core.every(path):
                yield name, node.text


def articles(text: Text) -> Iterator[Layout]:
    """The article of a document; a text that is none is read line by line."""
    if len(text.content) > LONGEST:
        yield overlong(0)
        return
    document = text if isinstance(text, Extract) else _plain(text)
    drafts: list[Draft] = []
    links, attributes, metadata = Lines(), Lines(), Lines()
    for paragraph, start in zip(document.paragraphs, document.line_starts, strict=False):
        drafts.append(_draft(paragraph, start))
        for address in paragraph.links:
            links.add([Part(address, start, start)])
        for seen in paragraph.pictures:
            attributes.add([Part(seen, start, start)])
    for name, value in document.fields:
        metadata.add_field(name, [Part(value, 0, 0)])
    prose, blocks = join(_headed(drafts))
    yield Layout(
        prose,
        label(prose.text, blocks),
        links=links.view(),
        attributes=attributes.view(),
        metadata=metadata.view(),
        fields=tuple(metadata.fields),
        language=document.language,
        comments_shown=True,
        problem=document.problem,
        part=Span(0, len(text.content)),
    )


def _plain(text: Text) -> Extract:
    document = Extract(text.content, text.path)
    starts = [*text.line_starts, len(text.content)]
    document.paragraphs = tuple(Paragraph(text.content[start:end].rstrip("\r\n")) for start, end in pairwise(starts))
    return document


def _draft(paragraph: Paragraph, start: int) -> Draft:
    draft = Draft(paragraph.kind)
    at = start
    for number, line in enumerate(paragraph.text.split("\n")):
        if number:
            draft.put("\n", at, at + 1)
            at += 1
        if line:
            draft.parts.append(Part(line, at, at + len(line), True))
        at += len(line)
    return draft


def _headed(drafts: list[Draft]) -> list[Draft]:
    """The drafts; without a title the first is the headline if it is a heading."""
    if drafts and drafts[0].kind == "subhead" and not any(draft.kind == "headline" for draft in drafts):
        drafts[0].kind = "headline"
    return drafts
