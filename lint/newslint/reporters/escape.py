"""Texts from articles and file names made fit for a line, a terminal, XML, JSON or a URI."""

from __future__ import annotations

from newslint.patterns import lazy

# Controls, line separators, soft hyphen, bidi controls, invisible marks, tags, non-characters and lone surrogates.
_UNPRINTABLE = lazy(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_LONE = lazy("[\ud800-\udfff]")
_NO_BYTE = lazy("[\ud800-\udc7f\udd00-\udfff]")
_LONGEST_MESSAGE = 300  # a match of a megabyte must not flood the screen; machine formats have the whole message
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def visible(char: str) -> str:
    r"""One character as `\n`, `\x1b`, `\u202e` or `\U000e0041`; an undecodable byte of a file name as that byte."""
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    if 0xDC80 <= code <= 0xDCFF:
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def printable(text: str) -> str:
    """One line that moves no cursor, hides nothing and can be encoded; also fit for XML."""
    return _UNPRINTABLE.sub(lambda hit: visible(hit[0]), text)


def encodable(text: str) -> str:
    """The text with lone surrogates written out, the only obstacle between a `str` and UTF-8."""
    return text if text.isascii() else _LONE.sub(lambda hit: visible(hit[0]), text)


def uri(path: str) -> str:
    """A percent-encoded relative reference, or a `file:` URI for an absolute path; undecodable bytes are kept."""
    from pathlib import PurePath
    from urllib.parse import quote

    quoted = quote(_NO_BYTE.sub("\ufffd", path), safe="/", errors="surrogateescape")
    if not PurePath(path).is_absolute():
        return quoted
    return f"file://{quoted}" if quoted.startswith("/") else f"file:///{quoted.replace('%3A', ':', 1)}"


def shorten(text: str, limit: int) -> str:
    """At most `limit` code points: the middle gives way to an ellipsis."""
    if len(text) <= limit:
        return text
    tail = limit // 3
    return f"{text[: limit - tail - 1]}…{text[-tail:]}"


def brief(message: str) -> str:
    """A message on one line of bounded length, for people."""
    return shorten(printable(message), _LONGEST_MESSAGE)
