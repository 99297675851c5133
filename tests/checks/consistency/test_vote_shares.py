"""Shares of one whole are silent, however rounded."""

from __future__ import annotations

from decimal import ROUND_HALF_UP
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = settings(max_examples=150)


@MANY
@given(st.lists(st.floats(1, 60), min_size=2, max_size=4))
def test_shares_of_one_whole_are_silent(
    matches: Callable[..., list[str]], rounded: Callable[..., str], weights: list[float]
) -> None:
    shares = [rounded(weight / sum(weights) * 100, 0, ROUND_HALF_UP) for weight in weights]
    rest = " and ".join(
        f"{name} {share} percent" for name, share in zip(("Lund", "Ortiz", "Chu"), shares[1:], strict=False)
    )
    assert matches("consistency.arithmetic", f"Hale won {shares[0]} percent of the vote, {rest}.") == []
