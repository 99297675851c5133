"""Changes that fit their ends are silent; those far off are found."""

from __future__ import annotations

from decimal import ROUND_HALF_UP
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = settings(max_examples=150)


CHANGES = (
    "Sales {verb} {share} percent to ${b} million from ${a} million.",
    "Sales {verb} from ${a} million to ${b} million, a {noun} of {share} percent.",
    "Sales were ${b} million, {way} {share}% from ${a} million a year before.",
)


@MANY
@given(st.integers(10, 9000), st.integers(10, 9000), st.sampled_from(CHANGES), st.integers(0, 1))
def test_a_change_that_fits_its_ends_is_silent(
    matches: Callable[..., list[str]], rounded: Callable[..., str], a: int, b: int, form: str, decimals: int
) -> None:
    assume(a != b and 0.05 < b / a < 8)
    share = rounded(abs(b / a - 1) * 100, decimals, ROUND_HALF_UP)
    words = {"verb": "rose", "noun": "rise", "way": "up"} if b > a else {"verb": "fell", "noun": "fall", "way": "down"}
    assert matches("consistency.arithmetic", form.format(a=a, b=b, share=share, **words)) == []


@MANY
@given(st.integers(100, 9000), st.sampled_from(CHANGES), st.integers(20, 90))
def test_a_change_far_off_is_found(matches: Callable[..., list[str]], a: int, form: str, share: int) -> None:
    b = round(a * (1 + share / 100))
    text = form.format(a=a, b=b, share=share * 2 + 15, verb="rose", noun="rise", way="up")
    assert len(matches("consistency.arithmetic-loose", text)) == 1
