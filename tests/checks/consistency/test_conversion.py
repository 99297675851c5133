"""Right conversions are silent in any plausible rounding; those far off are found."""

from __future__ import annotations

import math
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding

MANY = settings(max_examples=150)


ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_FLOOR, ROUND_CEILING)


PAIRS = (
    ("mile", "kilometer", 1.609344), ("foot", "meter", 0.3048), ("inch", "centimeter", 2.54), ("acre", "hectare", 0.40468564224),
    ("pound", "kilogram", 0.45359237), ("gallon", "liter", 3.785411784), ("gallon", "liter", 4.54609), ("mph", "kph", 1.609344),
    ("square mile", "square kilometer", 2.589988110336), ("knot", "km/h", 1.852), ("nautical mile", "kilometer", 1.852),
)  # fmt: skip


def plural(unit: str) -> str:
    return {"foot": "feet", "inch": "inches", "mph": "mph", "kph": "kph", "km/h": "km/h"}.get(unit, f"{unit}s")


@MANY
@given(st.sampled_from(PAIRS), st.integers(2, 5000), st.integers(0, 2), st.sampled_from(ROUNDINGS), st.booleans())
def test_a_right_conversion_is_silent_however_rounded(
    matches: Callable[..., list[str]],
    rounded: Callable[..., str],
    pair: tuple[str, str, float],
    figure: int,
    decimals: int,
    how: str,
    back: bool,
) -> None:
    one, other, factor = pair
    if back:
        one, other, factor = other, one, 1 / factor
    second = rounded(figure * factor, decimals, how)
    assume(float(second) > 0)
    text = f"The thing measures {figure} {plural(one)} ({second} {plural(other)}) in all."
    assert matches("consistency.unit-conversion", text) == []


@MANY
@given(st.sampled_from(PAIRS), st.floats(20, 9000), st.integers(2, 4), st.integers(2, 4))
def test_two_roundings_of_one_measure_are_silent(
    matches: Callable[..., list[str]],
    rounded: Callable[..., str],
    pair: tuple[str, str, float],
    true: float,
    first: int,
    second: int,
) -> None:
    one, other, factor = pair

    def significant(value: float, digits: int) -> str:
        places = digits - 1 - math.floor(math.log10(value))
        return rounded(round(value, places), max(places, 0), ROUND_HALF_UP)

    text = (
        f"It is {significant(true, first)} {plural(one)} ({significant(true * factor, second)} {plural(other)}) away."
    )
    assert matches("consistency.unit-conversion", text) == []


@MANY
@given(st.sampled_from(PAIRS), st.integers(11, 999), st.sampled_from([0.4, 0.62, 1.6, 2.2, 10.0]))
def test_a_conversion_far_off_is_found(
    matches: Callable[..., list[str]],
    rounded: Callable[..., str],
    pair: tuple[str, str, float],
    figure: int,
    off: float,
) -> None:
    assume(not (pair[0] == "gallon" and 0.6 < off < 1.7))
    second = rounded(figure * pair[2] * off, 0, ROUND_HALF_UP)
    assume(float(second) >= 4)
    assert (
        len(
            matches(
                "consistency.unit-conversion", f"It is {figure} {plural(pair[0])} ({second} {plural(pair[1])}) away."
            )
        )
        == 1
    )


@MANY
@given(st.integers(-40, 50), st.integers(0, 1))
def test_temperatures_and_their_differences_are_silent(
    matches: Callable[..., list[str]], rounded: Callable[..., str], celsius: int, decimals: int
) -> None:
    assume(celsius)
    absolute = rounded(celsius * 1.8 + 32, decimals, ROUND_HALF_UP)
    assume(float(absolute))
    assert matches("consistency.unit-conversion", f"It was {celsius}C ({absolute}F) at noon.") == []
    assert (
        matches(
            "consistency.unit-conversion",
            f"It got {abs(celsius)}C ({rounded(abs(celsius) * 1.8, decimals, ROUND_HALF_UP)}F) warmer.",
        )
        == []
    )


def test_a_finding_names_both_places(lint: Callable[..., tuple[Finding, ...]]) -> None:
    text = "The storm crossed 14 miles (32 kilometers) of farmland."
    (finding,) = lint("consistency.unit-conversion", text)
    assert finding.message == "14 miles is about 22.5 kilometers; the text says 32 kilometers."
    assert [text[r.span.start : r.span.end] for r in finding.related] == ["14 miles"]
