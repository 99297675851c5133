"""Bytes → Text: byte order marks, strict UTF-8, else a guess that is reported. Never a crash, never silent."""

from __future__ import annotations

import codecs
import re
from typing import Final

from newslint.article.text import Fault, Text
from newslint.errors import FileError
from newslint.patterns import lazy

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNITS: Final = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
# First bytes of other files that end up in a folder of articles → what they are, and what to do about it.
_MAGIC: Final = {
    b"%PDF-": "a PDF document; export its text",
    b"{\\rtf": "an RTF document; save it as plain text",
    b"PK\x03\x04": "a ZIP archive or an office document; save it as plain text",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old office document; save it as plain text",
    b"\x89PNG\r\n": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF87a": "a GIF picture",
    b"GIF89a": "a GIF picture",
    b"\x1f\x8b\x08": "gzip-compressed; unpack it first",
    b"BZh9": "bzip2-compressed; unpack it first",
    b"\xfd7zXZ\x00": "xz-compressed; unpack it first",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive; unpack it first",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "a database",
}
_MAGICS: Final = tuple(_MAGIC)
_CONTROLS: Final = lazy("[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS: Final = 0.01  # a larger share of control characters is not text
_SAMPLE: Final = 65_536  # code points checked for control characters
# What the upper half of Windows-1252 means in Western news copy; text with nothing else needs no detector,
# and detectors do worst on a page with two curly quotes.
_WESTERN: Final = frozenset("“”‘’–—…•·€£¥©®™°½¼¾§«»\u00a0ÀÁÂÄÇÈÉÊËÍÎÑÓÔÖØÚÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿœŒšŠžŽ")
_FEW: Final = 8
_MOST_WESTERN: Final = 0.08  # with a larger share of upper bytes the text is hardly English; ask the detector


def decode(data: bytes, path: str = "") -> Text:
    """The text of a file. `FileError` if it is not text; `Text.fault` if bytes had to be guessed or replaced."""
    if data.startswith(_MAGICS):
        raise FileError(_not_text(data), path=path)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_with_mark(data[len(mark) :], encoding, path))
    bare = data.removeprefix(codecs.BOM_UTF8)
    encoding = "utf-8" if len(bare) == len(data) else "utf-8-sig"  # reviewdog counts the mark's bytes
    try:
        text = Text(bare.decode(), path, encoding=encoding)
    except UnicodeDecodeError as error:
        return _checked(_not_utf8(bare, error.start, path))
    if b"\0" in data:
        return _checked(_wide(data, path) or text)
    return (_shifted(bare, path) if b"\x1b" in bare else None) or text


def _not_text(data: bytes) -> str:
    return "this is " + next(what for magic, what in _MAGIC.items() if data.startswith(magic))


def _checked(text: Text) -> Text:
    """The text itself, unless it is full of control characters."""
    sample = text.content[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > max(_MOST_CONTROLS * len(sample), 1):
        raise FileError("this is a binary file, not text; leave it out, or save it as UTF-8 text", path=text.path)
    return text


def _with_mark(data: bytes, encoding: str, path: str) -> Text:
    try:
        return Text(data.decode(encoding), path, encoding=encoding)
    except UnicodeDecodeError as error:
        return _replaced(data, encoding, error.start, path)


def _replaced(data: bytes, encoding: str, at: int, path: str) -> Text:
    """The text with U+FFFD for bytes that cannot be decoded, the first of them at `at`."""
    offset = len(data[:at].decode(encoding, "replace"))
    content = data.decode(encoding, "replace")
    fault = _trouble(data, encoding, at, offset)
    return Text(content, path, encoding=encoding, fault=fault)


def _trouble(data: bytes, encoding: str, at: int, offset: int) -> Fault:
    if (_CUT.match(data, at) is not None) if encoding == "utf-8" else len(data) - at < _UNITS[encoding]:
        return Fault(offset, "cut-off")
    if encoding != "utf-8" or (data[at] == 0xED and data[at + 1 : at + 2] >= b"\xa0"):
        return Fault(offset, "no-character")
    return Fault(offset, "bad-byte", {"byte": f"0x{data[at]:02X}"})


# The escape sequences by which ISO 2022, the seven-bit encoding of Japanese, Korean and Chinese mail, changes its characters.
_SHIFT: Final = lazy(rb"\x1b\$(?:[@B]|\([D-Q]|(?P<korean>\)C)|(?P<several>A|\(C))")


def _shifted(data: bytes, path: str) -> Text | None:
    """ISO 2022, if bytes that are UTF-8 by chance have its escape sequences and nothing in them is left over."""
    hit = _SHIFT.search(data)
    if hit is None:
        return None
    encoding = "iso2022_kr" if hit["korean"] else "iso2022_jp_2" if hit["several"] else "iso2022_jp_ext"
    try:
        content = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    charset = "ISO-2022-KR" if hit["korean"] else "ISO-2022-JP"
    return Text(content, path, encoding=encoding, fault=Fault(0, "escapes", {"charset": charset}))


def _wide(data: bytes, path: str) -> Text | None:
    """UTF-16 or UTF-32 without a mark: every other byte (or three of four) of Latin text is zero."""
    zeros = [data[at:_SAMPLE:4].count(0) * 4 / max(len(data[:_SAMPLE]), 1) for at in range(4)]
    full, empty = 0.7, 0.3
    shape = "".join("0" if share > full else "x" if share < empty else "?" for share in zeros)
    encoding = {"x000": "utf-32-le", "000x": "utf-32-be", "x0x0": "utf-16-le", "0x0x": "utf-16-be"}.get(shape)
    if encoding is None:
        return None
    text = _with_mark(data, encoding, path)
    values = {"family": encoding[:-3].upper(), "charset": encoding.upper()}
    return Text(text.content, path, encoding=encoding, fault=text.fault or Fault(0, "no-mark", values))


def _not_utf8(data: bytes, at: int, path: str) -> Text:
    if b"\0" in data[:_SAMPLE] and (wide := _wide(data, path)):
        return wide
    if _nearly_utf8(data, at) or _says_utf8(data):
        return _replaced(data, "utf-8", at, path)
    if (declared := _declared(data)) is not None:
        return Text(data.decode(declared, "replace"), path, encoding=declared)
    encoding = "cp1252" if _western(data) else _detected(data)
    content = data.decode(encoding, "replace")
    offset = len(data[:at].decode(encoding, "replace"))
    values = {"byte": f"0x{data[at]:02X}", "charset": _NAMES.get(encoding, encoding)}
    return Text(content, path, encoding=encoding, fault=Fault(offset, "other-encoding", values))


_NAMES: Final = {"latin_1": "Latin-1", "mac_roman": "Mac Roman", "cp1252": "Windows-1252", "cp1251": "Windows-1251"}


# Anything shaped like a character in UTF-8, surrogates included.
_WHOLE: Final = lazy(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CUT: Final = lazy(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z")


def _nearly_utf8(data: bytes, at: int) -> bool:
    """Whether the file is UTF-8 except for a few bytes: cut at its end, or far more whole characters than broken ones."""
    rest, whole = _WHOLE.subn(b"", data)
    broken = len(rest) - len(rest.translate(None, bytes(range(0x80, 0x100))))
    if _CUT.match(data, at) and (whole or len(data) - at > 1):
        return True
    return whole > 3 * broken


# An XML file may be in one of these and say so: then nothing needs guessing.
_DECLARED: Final = lazy(
    rb"\s*<\?xml\s[^<>?]{0,80}encoding\s*=\s*[\"'](iso-?8859-\d{1,2}|windows-125\d|latin-?1|koi8-[ru]|shift_jis|euc-(?:jp|kr)"
    rb"|gb(?:2312|k|18030)|big5)[\"']",
    re.IGNORECASE,
)


def _declared(data: bytes) -> str | None:
    hit = _DECLARED.match(data, 0, _HEAD)
    try:
        return None if hit is None else codecs.lookup(hit[1].decode()).name
    except LookupError:  # of the family, but there is none of that number: "iso-8859-0"
        return None


_SAID: Final = lazy(rb"<[^<>]{0,200}(?:charset|encoding)\s*=\s*[\"']?utf-?8\b", re.IGNORECASE)
_HEAD: Final = 2_048  # bytes within which a page says how it is encoded


def _says_utf8(data: bytes) -> bool:
    """Whether a page says that it is UTF-8, and so is read by browsers, and is so at least here and there."""
    return _SAID.search(data, 0, _HEAD) is not None and _WHOLE.search(data) is not None


def _western(data: bytes) -> bool:
    upper = data.translate(None, bytes(range(0x80)))
    if len(upper) > max(_MOST_WESTERN * len(data), _FEW):
        return False
    try:
        return _WESTERN.issuperset(upper.decode("cp1252"))
    except UnicodeDecodeError:
        return False


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 8 * _SAMPLE]).best()
    return best.encoding if best else "cp1252"
