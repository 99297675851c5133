"""The parts of a Word document: what is read out of the ZIP archive, within limits, and nothing outside it."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from newslint.article.decoding import decode
from newslint.article.readers.xml_tree import Trees
from newslint.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipInfo

    from newslint.article.readers.xml_tree import Found, Node

_ZIP: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST: Final = 64 << 20  # bytes of a part; a novel has a tenth of that
_SMALL: Final = 1 << 20
_DENSEST: Final = 200  # times that a part may grow; text and tags grow tenfold
_DEEPEST: Final = 250  # elements within each other
_DOCUMENT: Final = "word/document.xml"
_WRONG: Final = (BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError, OSError, KeyError)


class Package:
    """An archive under its limits. FileError if it is none, or one that would grow without measure."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        if data.startswith(_OLD):
            raise FileError(
                "this document has a password, or is of an old version of Word; save it without, as .docx", path=path
            )
        if not data.startswith(_ZIP):
            raise FileError("this is not a Word document; give the file the ending of its format", path=path)
        try:
            self._zip = ZipFile(BytesIO(data))
        except _WRONG as fault:
            raise self._broken(fault) from None
        self._names = {info.filename.lstrip("/").lower(): info for info in self._zip.infolist()}

    def _broken(self, fault: Exception) -> FileError:
        return FileError(
            f"the Word document is broken ({type(fault).__name__}: {fault}); save it again", path=self._path
        )

    def text(self, name: str) -> str:
        """The content of a part; empty where there is no such part."""
        info = self._names.get(name.lower())
        return "" if info is None else decode(self._read(info), self._path).content

    def _read(self, info: ZipInfo) -> bytes:
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise FileError(
                "the Word document is packed in a way that Word does not use; save it again", path=self._path
            )
        most = min(_LARGEST, max(_SMALL, _DENSEST * info.compress_size))
        try:
            with self._zip.open(info) as part:
                data = part.read(most + 1)  # whatever size the archive claims
        except _WRONG as fault:
            raise self._broken(fault) from None
        if len(data) > most:
            raise FileError("the Word document grows too large when it is unpacked; it was not read", path=self._path)
        return data

    def trees(self, name: str, *elements: str) -> Iterator[Found]:
        """The outermost elements of some names in a part."""
        if content := self.text(name):
            yield from Trees(content, frozenset(elements), deepest=_DEEPEST).read()

    def nodes(self, name: str, *elements: str) -> Iterator[Node]:
        """The same, without what is broken."""
        return (found.node for found in self.trees(name, *elements) if found.node is not None)

    @property
    def document(self) -> str:
        """The name of the part that holds the text."""
        for node in self.nodes("_rels/.rels", "Relationship"):
            if node.get("Type").endswith("/officeDocument") and node.get("TargetMode") != "External":
                name = posixpath.normpath(node.get("Target").lstrip("/"))
                if name.lower() in self._names:
                    return name
        return _DOCUMENT

    def beside(self, name: str) -> str:
        """The name of a part that lies beside the text."""
        return posixpath.join(posixpath.dirname(self.document), name)

    @property
    def links(self) -> dict[str, str]:
        """The addresses to which the text links, by their names in it; they are listed, never opened."""
        folder, base = posixpath.split(self.document)
        relations = self.nodes(posixpath.join(folder, "_rels", f"{base}.rels"), "Relationship")
        return {node.get("Id"): node.get("Target") for node in relations if node.get("Type").endswith("/hyperlink")}
