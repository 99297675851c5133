"""Places, views and the folded text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article.text import Piece, Text, View, fold, fold_word
from newslint.finding import Span

_LETTERS = st.sampled_from(
    [*"aAéİ‘’“‑– \t\n\r", "e\u0301", "\u0327\u0301", "가", "가", "क़", "\u09c7\u09be", "😀", "\u00a0", "  ", "ﬁ", "ſ"]
)
_PROSE = st.one_of(st.lists(_LETTERS, max_size=30).map("".join), st.text())


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (3, 1)), (6, (4, 1)), (8, (4, 3))],
)
def test_places_count_code_points_and_three_newlines(offset: int, place: tuple[int, int]) -> None:
    assert Text("a\r\nb\n\r😀é").place(offset) == place


def test_a_line_has_no_newline() -> None:
    text = Text("one\r\ntwo\rthree")
    assert [text.line(number) for number in (1, 2, 3)] == ["one", "two", "three"]


@given(_PROSE)
def test_each_offset_is_on_the_line_that_holds_it(content: str) -> None:
    text = Text(content)
    for offset in range(len(content) + 1):
        line, column = text.place(offset)
        assert text.line_starts[line - 1] + column - 1 == offset


@given(_PROSE)
def test_folding_keeps_a_map(content: str) -> None:
    view = fold(content, [(0, len(content))])
    assert "  " not in view.text
    pieces = view.pieces
    assert pieces is not None or len(view.text) == len(content)
    position = 0
    for offset in range(len(view.text)):
        span = view.span(offset, offset + 1)
        assert 0 <= span.start < span.end <= len(content)
        assert position <= span.start
        position = span.start
    assert view.span(0, len(view.text)).end == len(content)


@given(_PROSE)
def test_a_single_letter_folds_onto_itself(content: str) -> None:
    view = fold(content, [(0, len(content))])
    if unicodedata.is_normalized("NFC", content):
        for offset, char in enumerate(view.text):
            assert char == " " or fold_word(content[view.span(offset, offset + 1).start]) == char or char in "\n\r"


@pytest.mark.parametrize(
    ("content", "phrase", "found"),
    [
        ("He’s  gone", "he's gone", "He’s  gone"),
        ("a cafe\u0301 here", "café", "cafe\u0301"),
        ("İstanbul falls", "istanbul", "İstanbul"),
        ("😀 co‑operate", "co-operate", "co‑operate"),
        ("crisis\r\ntalks", "crisis talks", "crisis\r\ntalks"),
        ("one\u00a0\u2009two", "one two", "one\u00a0\u2009two"),
        ("x क़लम", "क़लम", "क़लम"),
        ("ক\u09c7\u09beক\u09c7\u09be and", "ক\u09cb and", "ক\u09c7\u09be and"),
    ],
)
def test_a_phrase_is_found_where_it_stands(content: str, phrase: str, found: str) -> None:
    view = fold(content, [(0, len(content))])
    at = view.text.rindex(fold_word(phrase))
    span = view.span(at, at + len(fold_word(phrase)))
    assert content[span.start : span.end] == found


def test_newlines_between_segments_stop_phrases() -> None:
    assert fold("crisis\ntalks", [(0, 6), (7, 12)]).text == "crisis\ntalks"


def test_five_thousand_marks_are_left_alone() -> None:
    content = "a" + "\u0301\u0316" * 5_000 + " b"
    assert fold(content, [(0, len(content))]).text == content


def test_a_piece_that_is_not_linear_maps_as_a_whole() -> None:
    view = View("a’b", [Piece(0, 0, 1), Piece(1, 1, 8, False), Piece(2, 8, 9)])
    assert [view.span(*pair) for pair in ((0, 1), (1, 2), (0, 2), (1, 3), (2, 2), (3, 3))] == [
        Span(0, 1),
        Span(1, 8),
        Span(0, 8),
        Span(1, 9),
        Span(8, 8),
        Span(9, 9),
    ]
    assert [view.locate(offset) for offset in (0, 1, 5, 8)] == [0, 1, 1, 2]


def test_the_end_of_a_view_is_the_end_of_its_last_piece() -> None:
    assert View("’", [Piece(0, 0, 7, False)]).span(1, 1) == Span(7, 7)
