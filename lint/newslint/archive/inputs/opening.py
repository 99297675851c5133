"""Opening: a file as a stream of bytes, unpacked by what its name ends in; how far it has been read is known."""

from __future__ import annotations

import gzip
import io
import lzma
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKED: Final = (".gz", ".xz", ".zst")
TORN: Final = (
    EOFError,
    OSError,
    lzma.LZMAError,
)  # what a file that ends too early, or is damaged, raises while it is read


@contextmanager
def opened(path: str, *, packed: bool) -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """A file as it is on disk, whose `tell` says how far it has been read, and its bytes, unpacked where it may be `packed`."""
    with Path(path).open("rb") as file:
        suffix = Path(path).suffix.lower()
        yield file, _unpacked(file, suffix) if packed and suffix in PACKED else file


def _unpacked(file: BinaryIO, suffix: str) -> BinaryIO:
    if suffix == ".gz":
        return cast("BinaryIO", gzip.GzipFile(fileobj=file))
    if suffix == ".xz":
        return cast("BinaryIO", lzma.LZMAFile(file))
    import pyarrow as pa

    return cast("BinaryIO", io.BufferedReader(pa.CompressedInputStream(file, "zstd")))
