"""Spans of years are silent within one year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = settings(max_examples=150)


@MANY
@given(st.integers(1700, 1990), st.integers(2, 90), st.integers(-1, 1))
def test_spans_of_years_are_silent_within_one(
    matches: Callable[..., list[str]], first: int, span: int, off: int
) -> None:
    assume(span + off > 0)
    text = f"The mill, built in {first}, had stood for {span + off} years when it burned in May {first + span}."
    assert matches("consistency.arithmetic", text) == []
