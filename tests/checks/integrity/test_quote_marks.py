"""A lone mark is a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable


@given(st.text(alphabet="ab \n\"“”‘’'″«».,?!5’", max_size=80))
def test_every_lone_mark_is_a_mark(matches: Callable[..., list[str]], text: str) -> None:
    for rule in ("quote-unopened", "quote-unclosed"):
        assert all(mark in "\"“”„‟″«»‘’'" for mark in matches(f"integrity.{rule}", text))
