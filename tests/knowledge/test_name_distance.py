"""Spelling: which words of a name may be slips for each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.knowledge import name_distance

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
    assert name_distance.slip(one, other) == letters


@given(WORDS, WORDS)
def test_a_slip_is_one_both_ways(one: str, other: str) -> None:
    assert name_distance.slip(one, other) == name_distance.slip(other, one)
    assert name_distance.derived(one, other) == name_distance.derived(other, one)


@given(WORDS)
def test_no_word_is_a_slip_for_itself(word: str) -> None:
    assert name_distance.slip(word, word) == 0
    assert not name_distance.substituted(word, word)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Leaguer", "League"), ("Syria’s", "Syrian"), ("Centre", "Center"), ("Californian", "California")],
)
def test_words_made_from_one_another(one: str, other: str) -> None:
    assert name_distance.derived(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Powel", "Powell"), ("Collis", "Collins"), ("Boehnre", "Boehner"), ("Sandes", "Sanders")]
)
def test_slips_are_not_made_from_one_another(one: str, other: str) -> None:
    assert not name_distance.derived(one, other)


def test_two_given_names() -> None:
    assert name_distance.two_given_names("Eric", "Erica")
    assert not name_distance.two_given_names("Lindsay", "Lindsey")


def test_near() -> None:
    assert name_distance.near("Rosalyn", "Rosalind")
    assert not name_distance.near("Rosalyn", "Marilyn")
