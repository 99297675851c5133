"""Bytes of every kind become text, with a word about what had to be guessed, or one clear refusal."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article.decoding import decode
from newslint.article.text import FAULTS
from newslint.errors import FileError

if TYPE_CHECKING:
    from newslint.article.text import Text

_COPY = "The café’s owner said: “We’re open.” It cost £5 – or €6 – a naïve price… "
_RUSSIAN = "Правительство объявило о новых мерах поддержки семей с детьми, сообщает наш корреспондент из столицы. " * 6


@given(st.text())
def test_utf8_is_read_as_it_stands(content: str) -> None:
    data = content.encode("utf-8", "replace")
    text = _decoded(data)
    if isinstance(text, FileError):
        return
    assert text.encoding.startswith("utf")
    assert text.fault is not None or text.content == data.decode("utf-8-sig")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    text = _decoded(data)
    if isinstance(text, FileError):
        assert str(text).startswith("a.txt: error: this is ")
        return
    text.content.encode()
    if text.fault is not None:
        assert 0 <= text.fault.offset <= len(text.content)
        assert text.fault.values.keys() == FAULTS[text.fault.case]


def _decoded(data: bytes) -> Text | FileError:
    try:
        return decode(data, "a.txt")
    except FileError as error:
        return error


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_no_text(encoding: str) -> None:
    text = decode(_COPY.encode(encoding))
    assert (text.content, text.fault) == (_COPY, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_read_and_reported(encoding: str) -> None:
    text = decode(("Plain words, no more. " * 20 + _COPY).encode(encoding))
    assert text.content.endswith(_COPY)
    assert text.encoding == encoding
    assert text.fault is not None
    assert (text.fault.case, text.fault.values["charset"]) == ("no-mark", encoding.upper())


@pytest.mark.parametrize("content", [_COPY, "A café.", "It’s late", "Fran\u00e7ois said no. " * 40])
def test_western_copy_needs_no_detector(content: str) -> None:
    text = decode(content.encode("cp1252"))
    assert text.content == content
    assert text.fault is not None
    assert (text.fault.case, text.fault.values["charset"]) == ("other-encoding", "Windows-1252")
    assert content[text.fault.offset] not in "abcdefghijklmnopqrstuvwxyz "


def test_other_encodings_are_detected() -> None:
    text = decode(_RUSSIAN.encode("cp1251"))
    assert "Правительство" in text.content
    assert text.fault is not None


@pytest.mark.parametrize(
    ("data", "offset", "case"),
    [
        (_COPY.encode() + "é".encode()[:1], len(_COPY), "cut-off"),
        (b"It was \xe2\x80", 7, "cut-off"),
        ("é".encode() * 9 + b"\xed\xa0\xbd" + b" x", 9, "no-character"),
        ("é’".encode() * 9 + b"\xff x", 18, "bad-byte"),
        (codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x3d\xd8" + "c".encode("utf-16-le"), 2, "no-character"),
        (codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c", 2, "cut-off"),
        (codecs.BOM_UTF8 + "é’".encode() * 9 + b"\xff x", 18, "bad-byte"),
    ],
)
def test_what_cannot_be_decoded_is_marked_and_said(data: bytes, offset: int, case: str) -> None:
    text = decode(data)
    assert text.fault is not None
    assert text.fault.case == case
    assert text.fault.values == ({"byte": "0xFF"} if case == "bad-byte" else {})
    assert text.fault.offset == offset
    assert text.content[offset] == "\ufffd"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"PK\x03\x04\x14\0", "ZIP"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"\0" * 4_000, "binary"),
        (bytes(range(256)) * 20, "binary"),
    ],
)
def test_a_binary_file_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(FileError, match=said) as caught:
        decode(data, "x.txt")
    assert "\n" not in str(caught.value)


def test_one_stray_zero_is_left_for_a_rule() -> None:
    assert "\0" in decode(b"A zero\0 in a long enough line of ordinary words.").content


def test_nothing_is_a_text() -> None:
    assert decode(b"").content == ""


@pytest.mark.parametrize(
    ("charset", "said"), [("iso-8859-2", "Zoë"), ("windows-1250", "Zoë"), ("ISO8859-15", "Zoë"), ("koi8-r", "Жук")]
)
def test_a_feed_is_in_the_encoding_that_it_declares(charset: str, said: str) -> None:
    content = f'<?xml version="1.0" encoding="{charset}"?>\n<p>{said}</p>'
    assert decode(content.encode(charset), "a.xml").content == content


@pytest.mark.parametrize("charset", ["iso-8859-0", "iso-8859-99", "windows-1259", "iso8859-12"])
def test_a_declared_encoding_that_there_is_none_of_is_guessed_instead(charset: str) -> None:
    content = f'<?xml version="1.0" encoding="{charset}"?>\n<p>Zoë said that the café was shut.</p>'
    assert decode(content.encode("cp1252"), "a.xml").content == content


def test_a_page_that_says_it_is_utf8_is_read_so() -> None:
    page = (
        b"<html><head><meta charset='utf-8'></head><body><p>Caf\xe9 \xe2\x80\x93 na\xefve, clich\xe9.</p></body></html>"
    )
    text = decode(page)
    assert text.encoding == "utf-8"
    assert "\u2013" in text.content
    assert text.fault is not None
    assert decode(page.replace(b"utf-8", b"latin1")).encoding == "cp1252"


@pytest.mark.parametrize("charset", ["iso2022_jp", "iso2022_jp_2", "iso2022_kr"])
def test_escape_sequences_of_iso_2022_are_read(charset: str) -> None:
    content = "The ferry is called 海.\n" * 3
    text = decode(content.encode(charset))
    assert text.content == content
    assert text.fault is not None
    assert text.fault.case == "escapes"
    assert text.fault.values["charset"].startswith("ISO-2022-")


def test_a_stray_escape_is_no_encoding() -> None:
    assert decode(b"The \x1b[1mferry\x1b[0m is late.").fault is None
    assert decode(b"The \x1b$Bferry is \xc3\xa9.").fault is None
