"""Writing an article back: all of it or nothing, in its own encoding, with its permissions and links."""

from __future__ import annotations

import codecs
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newslint.errors import FileError

if TYPE_CHECKING:
    from newslint.article.text import Text

_MARKS: Final = {
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def write(path: str, before: bytes, text: Text, shown: str) -> None:
    """Replaces the file at a path, which must still hold `before`, by a text. FileError if it cannot, and then nothing is lost.

    A symbolic link is followed. A file with several names is written in place, so that they go on naming one file; any
    other is replaced by a new file with the same permissions, which a crash cannot leave half written.
    """
    data = _bytes(text, shown)
    real = os.path.realpath(path)
    try:
        if Path(real).read_bytes() != before:
            raise FileError(
                "the file was changed while newslint was fixing it, and is left as it is; run newslint again",
                path=shown,
            )
        if Path(real).stat().st_nlink > 1:
            _in_place(real, before, data)
        else:
            _replaced(real, data)
    except OSError as fault:
        raise FileError(
            f"cannot write the fixed file: {fault.strerror or fault}; it is left as it was", path=shown
        ) from None


def _bytes(text: Text, shown: str) -> bytes:
    try:
        return _MARKS.get(text.encoding, b"") + text.content.encode(text.encoding)
    except UnicodeEncodeError as fault:
        what = text.content[fault.start : fault.end]
        raise FileError(
            f"cannot write '{what}' in the file's encoding ({text.encoding}); save the file as UTF-8", path=shown
        ) from None


def _replaced(path: str, data: bytes) -> None:
    handle, beside = tempfile.mkstemp(prefix=".newslint-", dir=Path(path).parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        shutil.copystat(path, beside)
        if not os.access(path, os.W_OK):
            raise PermissionError(13, "the file is read-only")
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _in_place(path: str, before: bytes, data: bytes) -> None:
    with Path(path).open("r+b") as file:
        try:
            file.write(data)
            file.truncate()
        except OSError:
            file.seek(0)
            file.write(before)
            file.truncate()
            raise
