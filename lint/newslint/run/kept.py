"""Kept: the result of an article as it is cached, with what it takes to know that it is whole and still holds."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from newslint.finding import Finding
from newslint.run.identity import digest

if TYPE_CHECKING:
    import datetime

    from newslint.run.looking import Looked

_SEAL: Final = 12  # bytes of digest before the data


class Kept(Struct, frozen=True, array_like=True):
    """What was found, and what it depends on that is known only when an article has been read.

    `day` is the number of the day that a rule was told (see `date.toordinal`), 0 if none asked; `files` are the sources that
    the article names, with the digests of their bytes.
    """

    day: int = 0
    findings: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    files: dict[str, bytes] = {}

    def holds(self, today: datetime.date) -> bool:
        """Whether the same would be found on a day, and with the files as they are."""
        return self.day in (0, today.toordinal()) and all(_is(path, known) for path, known in self.files.items())


def pack(name: bytes, looked: Looked) -> bytes | None:
    """What was found in a file as bytes; None for what cannot be kept: a check failed, or a text is no Unicode."""
    report = looked.report
    if report.errors:
        return None
    day = looked.document.settings.today.toordinal() if looked.read_today else 0
    try:
        data = msgspec.msgpack.encode(Kept(day, report.findings, report.notices, looked.files))
    except UnicodeEncodeError:  # half of a surrogate pair
        return None
    return _seal(name, data) + data


def unpack(name: bytes, value: bytes | None) -> Kept | None:
    """What was packed under that name; None if it is not that, whatever happened to it on the disk."""
    if value is None or value[:_SEAL] != _seal(name, value[_SEAL:]):
        return None
    return msgspec.msgpack.decode(value[_SEAL:], type=Kept)


def _is(path: str, known: bytes) -> bool:
    """Whether a file is there with the bytes of that digest."""
    try:
        with open(path, "rb") as file:
            return digest(file.read()) == known
    except OSError:
        return False


def _seal(name: bytes, data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SEAL, key=name).digest()
