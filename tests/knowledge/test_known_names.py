"""Known names: the table of names in the news."""

from __future__ import annotations

import pytest

from newslint.knowledge import known_names


def test_accents_are_counted_together() -> None:
    assert known_names.articles()["Antonio Guterres"] > 20
    assert known_names.without_accents("António") == "Antonio"


def test_a_gap_is_filled_by_the_words_of_common_names() -> None:
    assert "Merkel" in known_names.with_a_gap()["Angela", ""]
    assert known_names.gap(("Angela", "Merkel"), 1) == ("Angela", "")


@pytest.mark.parametrize(
    ("one", "other"), [("Lindsay", "Lindsey"), ("Sonia", "Sonya"), ("Jon", "John"), ("Hilary", "Hillary")]
)
def test_given_names_that_sound_alike_share_a_key(one: str, other: str) -> None:
    assert known_names.sound(one) == known_names.sound(other)


@pytest.mark.parametrize(("one", "other"), [("Eric", "Erica"), ("Paul", "Paula"), ("Maria", "Mark")])
def test_other_given_names_do_not(one: str, other: str) -> None:
    assert known_names.sound(one) != known_names.sound(other)


def test_given_names_hold_no_countries() -> None:
    assert "Hillary" in known_names.given_names()
    assert "China" not in known_names.given_names()
