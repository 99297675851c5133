"""A word twice is found whatever the space between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable


LEDE = "The river has left its bed again.\n\n"


@given(st.sampled_from(["bridge", "harbour", "captain", "the", "of"]), st.sampled_from([" ", "  ", "\u00a0"]))
def test_a_word_twice_is_found_whatever_the_blank(matches: Callable[..., list[str]], word: str, blank: str) -> None:
    text = f"{LEDE}Nobody saw {word}{blank}{word} on Monday."
    assert matches("integrity.doubled-word", text) == [f"{word}{blank}{word}"]
