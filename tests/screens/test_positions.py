"""Places in the units of the protocol, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from newslint.article.text import Text
from newslint.finding import Span
from newslint.screens.lsp.positions import Positions

KINDS = list(PositionEncodingKind)
CHARACTERS = st.text(st.sampled_from("aé😀\r\n\u0301 "), max_size=30)


@pytest.mark.parametrize(("kind", "column"), [("utf-8", 7), ("utf-16", 4), ("utf-32", 3)])
def test_an_astral_character_before_the_place(kind: str, column: int) -> None:
    at = Positions(Text("one\r\né😀 a"), kind)
    assert at.position(8) == Position(1, column)
    assert at.offset(Position(1, column)) == 8


def test_a_place_behind_the_end() -> None:
    at = Positions(Text("one\ntwo"), "utf-16")
    assert [at.offset(Position(0, 99)), at.offset(Position(1, 99)), at.offset(Position(9, 0))] == [3, 7, 7]


@given(CHARACTERS, st.sampled_from(KINDS), st.data())
def test_there_and_back(content: str, kind: PositionEncodingKind, data: st.DataObject) -> None:
    text = Text(content)
    offset = data.draw(st.integers(0, len(content)))
    if content[offset - 1 : offset + 1] != "\r\n":  # no place is between the two
        at = Positions(text, kind)
        assert at.offset(at.position(offset)) == offset
        assert at.span(Range(at.position(0), at.position(offset))) == Span(0, offset)
