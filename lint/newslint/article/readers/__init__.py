"""Readers: Text → Layout, one file per format, by parsers that give exact source ranges."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from newslint.article.decoding import decode
from newslint.article.document import Document
from newslint.article.layout import LONGEST, overlong
from newslint.article.readers.recognise import is_shared, recognised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Settings
    from newslint.article.layout import Layout
    from newslint.article.text import Text


class Format(NamedTuple):
    """One format. `name` is what rules' examples call it, `title` what people do.

    `suffixes` are lower case, each with its dot. `tag` is what pre-commit calls such files (empty: it has no name for
    them). `module` has `read(text) -> Layout`; it is imported only when a file of the format is met. `exchanged`:
    programs write such files, for other programs; the module has `articles(text) -> Iterator[Layout]`, because they may
    hold several articles, and nothing in them is changed.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    tag: str
    module: str
    exchanged: bool = False

    def decode(self, data: bytes, path: str = "") -> Text:
        """The text of a file in this format, which a module may take out of it in its own way. FileError if there is none."""
        taken = getattr(import_module(self.module), "decode", decode) if self.exchanged else decode
        return taken(data, path)


# The first is the format of a file whose name says nothing.
READERS: Final[tuple[Format, ...]] = (
    Format("plain", "plain text", (".txt", ".text"), "plain-text", "newslint.article.readers.plain"),
    Format("markdown", "Markdown", (".md", ".markdown", ".mdown"), "markdown", "newslint.article.readers.markdown"),
    Format("mdx", "MDX", (".mdx",), "mdx", "newslint.article.readers.mdx"),
    Format("html", "HTML", (".html", ".htm", ".xhtml"), "html", "newslint.article.readers.html"),
    Format("nitf", "NITF", (".nitf",), "xml", "newslint.article.readers.nitf", exchanged=True),
    Format("newsml", "NewsML", (".newsml",), "xml", "newslint.article.readers.newsml", exchanged=True),
    Format("rss", "RSS", (".rss",), "xml", "newslint.article.readers.rss", exchanged=True),
    Format("atom", "Atom", (".atom",), "xml", "newslint.article.readers.atom", exchanged=True),
    Format("wxr", "WordPress export (WXR)", (".wxr",), "xml", "newslint.article.readers.wxr", exchanged=True),
    Format("ninjs", "ninjs", (".ninjs",), "json", "newslint.article.readers.ninjs", exchanged=True),
    Format("jsonfeed", "JSON Feed", (".jsonfeed",), "json", "newslint.article.readers.jsonfeed", exchanged=True),
    Format("ghost", "Ghost export", (".ghost",), "json", "newslint.article.readers.ghost", exchanged=True),
    Format("docx", "Word", (".docx",), "", "newslint.article.readers.docx", exchanged=True),
)
PLAIN: Final = READERS[0].name
WHOLE: Final = 1_000_000  # code points of the longest plain text that is read at once
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


class Exchange(Protocol):
    """Text → Layouts, of a format that may hold several articles; an empty one where it holds none."""

    def articles(self, text: Text) -> Iterator[Layout]:
        """The articles in the order of the file, each with its `part`."""


def format_of(path: str, head: bytes | str = b"") -> str:
    """The name of the format that a file's name implies, or what it begins with; plain text where neither says it."""
    if head and is_shared(path) and (name := recognised(head, frozenset(FORMATS))):
        return name
    return SUFFIXES.get(PurePosixPath(path).suffix.lower(), PLAIN)


def suffix_of(language: str) -> str:
    """The first suffix of the format that an editor calls by a name such as `plaintext`; empty for one that is not read."""
    form = FORMATS.get(_LANGUAGES.get(language, language))
    return form.suffixes[0] if form else ""


def titles() -> str:
    """What newslint reads, in words: `plain text, Markdown and HTML`."""
    *most, last = (form.title for form in READERS)
    return f"{', '.join(most)} and {last}"


def layouts(text: Text, form: str) -> Iterator[Layout]:
    """The layouts of the articles of a text in one of FORMATS; at least one."""
    if FORMATS[form].exchanged:
        exchange: Exchange = import_module(FORMATS[form].module)
        yield from exchange.articles(text)
        return
    if in_parts(text, form):
        from newslint.article.readers import instalments

        yield from instalments.read_in_parts(text)
        return
    yield _whole(text, form)


def _whole(text: Text, form: str) -> Layout:
    """A text in a format that holds one article, read at once."""
    if len(text.content) > LONGEST:
        return overlong(0)
    reader: Reader = import_module(FORMATS[form].module)
    return reader.read(text)


def in_parts(text: Text, form: str) -> bool:
    """Whether a text in one of FORMATS is too long to be read at once, and is read in parts as if these were articles."""
    return form == PLAIN and len(text.content) > WHOLE


def read(text: Text, form: str) -> Layout:
    """The layout of a text in one of FORMATS: of several articles, the first; of what is read in parts elsewhere, the whole."""
    return next(layouts(text, form)) if FORMATS[form].exchanged else _whole(text, form)


def documents_of(text: Text, settings: Settings, form: str = PLAIN) -> Iterator[Document]:
    """The articles that a decoded file in one of FORMATS holds, one after the other."""
    text.templated = settings.templated
    return (Document(text, layout, settings) for layout in layouts(text, form))


def document_of(text: Text, settings: Settings, form: str = PLAIN, sources: tuple[Document, ...] = ()) -> Document:
    """The (first) article that a decoded file in one of FORMATS holds; `sources` are the texts that it was written from."""
    text.templated = settings.templated
    return Document(text, read(text, form), settings, sources)


def opened(data: bytes, path: str, settings: Settings) -> Iterator[Document]:
    """The articles in a file's bytes; the format comes from `path`, which is also what reports call the file.

    FileError if the bytes cannot be a text.
    """
    form = FORMATS[format_of(path, data)]
    return documents_of(form.decode(data, path), settings, form.name)
