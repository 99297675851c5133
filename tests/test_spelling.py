"""Spelling: which words of a name may be slips for each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import spelling

WORDS = st.text(alphabet="abcdeéÉSTU-’", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("Merkle", "Merkel", 1),
        ("Gutteres", "Guterres", 2),
        ("Burley", "Bailey", 0),  # two letters of six: two names
        ("Clinton", "Clintons", 0),
        ("Erdoğan", "Erdogan", 0),
        ("Kim", "Kin", 0),
    ],
)
def test_slip(one: str, other: str, letters: int) -> None:
    assert spelling.slip(one, other) == letters


@given(WORDS, WORDS)
def test_a_slip_is_one_both_ways(one: str, other: str) -> None:
    assert spelling.slip(one, other) == spelling.slip(other, one)
    assert spelling.derived(one, other) == spelling.derived(other, one)


@given(WORDS)
def test_no_word_is_a_slip_for_itself(word: str) -> None:
    assert spelling.slip(word, word) == 0
    assert not spelling.substituted(word, word)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Leaguer", "League"), ("Syria’s", "Syrian"), ("Centre", "Center"), ("Californian", "California")],
)
def test_words_made_from_one_another(one: str, other: str) -> None:
    assert spelling.derived(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Powel", "Powell"), ("Collis", "Collins"), ("Boehnre", "Boehner"), ("Sandes", "Sanders")]
)
def test_slips_are_not_made_from_one_another(one: str, other: str) -> None:
    assert not spelling.derived(one, other)


def test_two_given_names() -> None:
    assert spelling.two_given_names("Eric", "Erica")
    assert not spelling.two_given_names("Lindsay", "Lindsey")


def test_near() -> None:
    assert spelling.near("Rosalyn", "Rosalind")
    assert not spelling.near("Rosalyn", "Marilyn")
