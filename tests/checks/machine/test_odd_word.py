"""Words that no writer chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks.machine.odd_word import OddWord

if TYPE_CHECKING:
    from collections.abc import Callable


PRISON = "He was sentenced to life in penitentiary for the fire."


def test_an_odd_word_has_its_likely_original(found: Callable[..., list[tuple[str, tuple[str, ...]]]]) -> None:
    assert found(OddWord(), PRISON) == [("penitentiary", ("prison",))]


def test_a_word_of_the_house_is_not_odd(found: Callable[..., list[tuple[str, tuple[str, ...]]]]) -> None:
    assert found(OddWord(), PRISON, "penitentiary") == []


def test_an_astral_character_moves_nothing(found: Callable[..., list[tuple[str, tuple[str, ...]]]]) -> None:
    assert found(OddWord(), f"😀 {PRISON}") == [("penitentiary", ("prison",))]
