"""Readers: Text → Layout, one file per format, by parsers that give exact source ranges."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from newslint.article.decoding import decode
from newslint.article.document import Document

if TYPE_CHECKING:
    from newslint.article.document import Settings
    from newslint.article.layout import Layout
    from newslint.article.text import Text


class Format(NamedTuple):
    """One format. `name` is what rules' examples call it, `title` what people do.

    `suffixes` are lower case, each with its dot. `tag` is what pre-commit calls such files. `module` has
    `read(text) -> Layout`; it is imported only when a file of the format is met.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    tag: str
    module: str


# The first is the format of a file whose name says nothing.
READERS: Final[tuple[Format, ...]] = (
    Format("plain", "plain text", (".txt", ".text"), "plain-text", "newslint.article.readers.plain"),
    Format("markdown", "Markdown", (".md", ".markdown", ".mdown"), "markdown", "newslint.article.readers.markdown"),
    Format("mdx", "MDX", (".mdx",), "mdx", "newslint.article.readers.mdx"),
    Format("html", "HTML", (".html", ".htm", ".xhtml"), "html", "newslint.article.readers.html"),
)
PLAIN: Final = READERS[0].name
FORMATS: Final[dict[str, Format]] = {form.name: form for form in READERS}
_LANGUAGES: Final = {
    "plaintext": "plain",
    "text": "plain",
    "xhtml": "html",
}  # what editors call them, where that differs
SUFFIXES: Final[dict[str, str]] = {suffix: form.name for form in READERS for suffix in form.suffixes}


class Reader(Protocol):
    """Text → Layout. Any text must give a layout: a reader never raises on what an article holds."""

    def read(self, text: Text) -> Layout:
        """The article's views, segments, metadata and comments."""


def format_of(path: str) -> str:
    """The name of the format that a file's name implies; plain text where it implies none."""
    return SUFFIXES.get(PurePosixPath(path).suffix.lower(), PLAIN)


def suffix_of(language: str) -> str:
    """The first suffix of the format that an editor calls by a name such as `plaintext`; empty for one that is not read."""
    form = FORMATS.get(_LANGUAGES.get(language, language))
    return form.suffixes[0] if form else ""


def titles() -> str:
    """What newslint reads, in words: `plain text, Markdown and HTML`."""
    *most, last = (form.title for form in READERS)
    return f"{', '.join(most)} and {last}"


def read(text: Text, form: str) -> Layout:
    """The layout of a text in one of FORMATS."""
    reader: Reader = import_module(FORMATS[form].module)
    return reader.read(text)


def document_of(text: Text, settings: Settings, form: str = PLAIN, sources: tuple[Document, ...] = ()) -> Document:
    """The article that a decoded file in one of FORMATS holds; `sources` are the texts that it was written from."""
    text.templated = settings.templated
    return Document(text, read(text, form), settings, sources)


def opened(data: bytes, path: str, settings: Settings) -> Document:
    """The article in a file's bytes; its format comes from `path`, which is also what reports call the file.

    FileError if the bytes cannot be a text.
    """
    return document_of(decode(data, path), settings, format_of(path))
