"""Sums that add up are silent; others are found."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = settings(max_examples=150)


PARTS = st.lists(st.integers(2, 900), min_size=2, max_size=5)


LISTS = (
    "The fair drew {total} visitors: {parts}.",
    "The fair drew {total} visitors — {parts}.",
    "The fair drew {total} visitors ({parts}) in a day.",
    "The fair drew {total} visitors, made up of {parts}.",
    "The fair drew {parts}, for a total of {total}.",
)


def listed(parts: list[str]) -> str:
    named = [
        f"{part} from {place}"
        for part, place in zip(parts, ("town", "the hills", "abroad", "the coast", "the isles"), strict=False)
    ]
    return f"{', '.join(named[:-1])} and {named[-1]}"


@MANY
@given(PARTS, st.sampled_from(LISTS))
def test_a_sum_that_adds_up_is_silent(matches: Callable[..., list[str]], parts: list[int], form: str) -> None:
    assert (
        matches("consistency.arithmetic", form.format(total=sum(parts), parts=listed([str(part) for part in parts])))
        == []
    )


@MANY
@given(st.lists(st.floats(1, 90), min_size=2, max_size=5))
def test_a_sum_of_rounded_millions_is_silent(
    matches: Callable[..., list[str]], rounded: Callable[..., str], parts: list[float]
) -> None:
    written = [f"£{rounded(part, 1, ROUND_HALF_UP)}m" for part in parts]
    total = f"£{rounded(sum(parts), 1, ROUND_HALF_UP)}m"
    assert matches("consistency.arithmetic", f"Of the {total} needed, {listed(written)} would come.") == []
    assert matches("consistency.arithmetic", f"The plan costs {total}: {listed(written)}.") == []


@MANY
@given(PARTS, st.integers(2, 9))
def test_a_sum_that_does_not_add_up_is_found(matches: Callable[..., list[str]], parts: list[int], off: int) -> None:
    total = sum(parts) + off
    assume(total < 1.5 * sum(parts) and total != math.prod(parts) and not 1800 <= total <= 2100)
    found_ = matches(
        "consistency.arithmetic-loose", f"The fair drew {total} visitors: {listed([str(part) for part in parts])}."
    )
    assert len(found_) == (total != len(parts))
