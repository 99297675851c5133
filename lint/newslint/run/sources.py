"""Sources: the texts that an article was written from, named on the command line, in its metadata or in its sidecar."""

from __future__ import annotations

import os
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import structs

from newslint.article.document import Document
from newslint.article.readers import FORMATS, SUFFIXES, document_of, format_of
from newslint.article.readers.recognise import HEAD
from newslint.errors import FileError, NewslintError
from newslint.run.discovery import shown
from newslint.run.identity import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Settings
    from newslint.article.text import Text
    from newslint.config.effective import Effective
    from newslint.run.discovery import Target
    from newslint.sources.candidates import Candidates

_FIELD: Final = "sources"


class Joined(NamedTuple):
    """An article with its sources, notices about those that it cannot be compared with, and what was read for that.

    `files` has the digest of each file's bytes, by absolute path.
    """

    document: Document
    notices: tuple[str, ...] = ()
    files: dict[str, bytes] = {}


class Sources:
    """Finds and opens the sources of the articles of one plan; each file is read once for all of them."""

    def __init__(self, effective: Effective) -> None:
        self._given = effective.command.sources
        self._wanted = any(part.compares for rule in effective.rules for part in rule.parts)
        # The day of publication that a command line gives is the article's, and nobody asks for the parse of a source.
        self._settings = structs.replace(effective.settings, date=None, pipeline="", reader="", templated=False)
        self._opened: dict[str, Document] = {}
        self._folder = effective.command.source_dir

    @cached_property
    def _candidates(self) -> Candidates:
        """The texts among which sources are looked for, their index brought up to date."""
        from newslint.sources.candidates import Candidates

        found = Candidates(Path(self._folder), SUFFIXES, self._readable)
        try:
            found.renew()
        except OSError as fault:
            raise FileError(f"cannot index the folder of sources: {fault}", path=shown(self._folder)) from None
        return found

    def ready(self) -> None:
        """Indexes the folder of sources, if there is one: once a run, before its processes ask."""
        if self._wanted and self._folder:
            _ = self._candidates

    def _readable(self, path: str) -> Document | None:
        """A text of the folder; None for what is none."""
        try:
            return _document(_decoded(Path(path).read_bytes(), path), self._settings)
        except (OSError, NewslintError):
            return None

    def joined(self, article: Document, target: Target, beside: Sequence[str]) -> Joined:
        """The article with its sources.

        `beside` are the sources that its sidecar names. FileError for one that cannot be read.
        """
        if not self._wanted:
            return Joined(article)
        folder = os.path.dirname(target.path)  # noqa: PTH120
        named = [
            *_in_metadata(article, folder),
            *(_existing(folder, name, "its sidecar", target.shown) for name in beside),
        ]
        paths = dict.fromkeys(path for path in (*self._given, *named) if path != target.path)
        notices: list[str] = []
        if self._folder and not named:
            likely = self._candidates.best(article, target.path)
            paths |= dict.fromkeys(likely)
            if not likely:
                notices.append(f"{target.shown} was not compared: no text in {shown(self._folder)} is like it")
        told = [_document(text, self._settings) for text in target.sources]
        joined = _beside(article, [*(self._open(path) for path in paths), *told])
        files = {path: _text(path, shown(path))[1] for path in paths}
        return Joined(joined.document, (*notices, *joined.notices), files)

    def given(self, article: Document, texts: Sequence[Text]) -> Joined:
        """The article with texts that are no files; what its metadata names is not looked for."""
        return _beside(article, [_document(text, self._settings) for text in texts])

    def _open(self, path: str) -> Document:
        if path not in self._opened:
            name = shown(path)
            self._opened[path] = _document(_text(path, name)[0], self._settings)
        return self._opened[path]


@lru_cache(maxsize=64)
def _text(path: str, name: str) -> tuple[Text, bytes]:
    """The text of a file, and the digest of its bytes."""
    try:
        data = Path(path).read_bytes()
    except OSError as fault:
        raise FileError(f"cannot read the source: {fault.strerror or fault}", path=name) from None
    return _decoded(data, name), digest(data)


def text_of(path: str) -> Text:
    """The text of a source at an absolute path. FileError if it cannot be read."""
    return _text(path, shown(path))[0]


def _decoded(data: bytes, name: str) -> Text:
    return FORMATS[format_of(name, data)].decode(data, name)


def _document(text: Text, settings: Settings) -> Document:
    """The (first) article of a decoded file."""
    return document_of(text, settings, format_of(text.path, text.content[:HEAD]))


def forget() -> None:
    """Lets go of the texts, so that changes of them count."""
    _text.cache_clear()


def _beside(article: Document, sources: Sequence[Document]) -> Joined:
    """The article with those of some sources that it can be compared with."""
    faults = {source.text.path: _unusable(article, source) for source in sources}
    usable = tuple(source for source in sources if not faults[source.text.path])
    told = (f"{article.text.path} was not compared with {path}: {fault}" for path, fault in faults.items() if fault)
    return Joined(Document(article.text, article.layout, article.settings, usable), tuple(told))


def _in_metadata(article: Document, folder: str) -> Iterator[str]:
    """The files that an article's own metadata names; links and names of agencies are sources, too, but no files."""
    for field in article.layout.fields:
        if field.name == _FIELD and "://" not in field.value and Path(field.value).suffix.lower() in SUFFIXES:
            yield _existing(folder, field.value, "its metadata", article.text.path)


def _existing(folder: str, name: str, where: str, article: str) -> str:
    path = os.path.abspath(os.path.join(folder, name))  # noqa: PTH100, PTH118
    if not os.path.isfile(path):  # noqa: PTH113
        raise FileError(f"{where} names the source '{name}', which does not exist", path=article)
    return path


def _unusable(article: Document, source: Document) -> str:
    """Why an article cannot be compared with a text, or nothing."""
    if not any(char.isalpha() for char in source.prose.text):
        return "it has no text"
    one, other = (document.language.partition("-")[0] for document in (article, source))
    return "" if one == other else f"its language is '{other}', that of the article '{one}'"
