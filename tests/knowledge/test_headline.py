"""Headline: its words and their stems."""

from __future__ import annotations

import pytest

from newslint.knowledge.headline import begins_a_word, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [("stopped", "stops"), ("approves", "approved"), ("city's", "city"), ("celebrations", "celebration")],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_words_without_sense_are_left_out() -> None:
    assert stems("What the Council said of the new Bridge") == ["counci", "bridg"]


def test_a_stem_begins_a_word() -> None:
    assert begins_a_word("bridg", "the bridges fell")
    assert not begins_a_word("bridg", "abridged and cambridge")
