"""One coverage-guided fuzz target: bytes → text → layout, for the reader named first. Started by run.py.

What must hold is what tests/article/readers/test_contract.py says; a failure leaves a crash file beside the corpus.
"""

from __future__ import annotations

import io
import sys
import zipfile
from importlib import import_module
from typing import TYPE_CHECKING

import atheris

if TYPE_CHECKING:
    from newslint.article.layout import Layout

with atheris.instrument_imports(include=["newslint"]):
    from newslint.article import readers
    from newslint.article.text import fold
    from newslint.errors import FileError
    from newslint.finding import Span

    for form in readers.READERS:  # imported here, or nothing would be known of what they cover
        import_module(form.module)


_STYLES = '<w:styles xmlns:w="w"><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>'


def check(form: str, data: bytes) -> None:
    """Raises if a view of an article is not exact or its segments are not in order."""
    try:
        text = readers.FORMATS[form].decode(_packed(data) if form == "docx" else data)
    except FileError:
        return
    for layout in readers.layouts(text, form):
        _check(layout, text.content)


def _packed(data: bytes) -> bytes:
    """A Word document whose text is that; an archive as it is. No mutation would pass an archive's checksums."""
    if data.startswith(b"PK"):
        return data
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", data)
        archive.writestr("word/styles.xml", _STYLES)
    return held.getvalue()


def _check(layout: Layout, content: str) -> None:
    for view in (layout.prose, layout.links, layout.attributes, layout.metadata):
        for piece in view.pieces or ():
            shown = view.text[piece.view : piece.view + piece.end - piece.start]
            if piece.linear and shown != content[piece.start : piece.end]:
                raise AssertionError(f"{shown!r} is not at {piece}")
    part = layout.part or Span(0, len(content))
    if not 0 <= part.start <= part.end <= len(content):
        raise AssertionError(f"{part} is not within the file")
    last = 0
    for segment in layout.segments:
        if not last <= segment.start < segment.end <= len(layout.prose.text):
            raise AssertionError(f"{segment} is out of order")
        last = segment.end
    fold(layout.prose.text, [(segment.start, segment.end) for segment in layout.segments])


def main() -> None:
    """`target.py FORM [libFuzzer options] CORPUS`."""
    form = sys.argv.pop(1)
    atheris.Setup(sys.argv, lambda data: check(form, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
