"""Numbers in words are read as they are spelt, and units have the factors that pint gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.knowledge.numbers import in_words, read
from newslint.knowledge.units import UNITS


@given(st.integers(0, 999_999))
def test_numbers_in_words(value: int) -> None:
    assert in_words(spelt(value)) == value
    numbers = read(f"some {spelt(value)} geese") if value else []
    assert [number.value for number in numbers] == ([value] if value else [])


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelt(value: int) -> str:
    if value < 20:
        return SMALL[value]
    if value < 100:
        return TENS[value // 10 - 2] + (f"-{SMALL[value % 10]}" if value % 10 else "")
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = value % size
            return f"{spelt(value // size)} {name}" + (f" {'and ' if rest < 100 else ''}{spelt(rest)}" if rest else "")
    raise AssertionError(value)


NAMES = {
    "miles": "mile", "nautical miles": "nautical_mile", "feet": "foot", "inches": "inch", "yards": "yard", "fathoms": "6 foot", "furlongs": "furlong",
    "acres": "43560 foot ** 2", "hectares": "hectare", "square miles": "mile ** 2", "pounds": "pound", "ounces": "ounce", "stone": "stone",
    "short tons": "short_ton", "long tons": "long_ton", "tonnes": "metric_ton", "us gallons": "gallon", "imperial gallons": "imperial_gallon",
    "barrels": "oil_bbl", "knots": "knot", "mph": "mile / hour", "km/h": "kilometer / hour", "cubic feet": "foot ** 3", "acre-feet": "acre_foot",
}  # fmt: skip
BASES = {"length": "meter", "area": "meter ** 2", "mass": "kilogram", "volume": "liter", "speed": "meter / second"}


@pytest.mark.parametrize("name", NAMES)
def test_factors_are_those_of_pint(name: str) -> None:
    pint = pytest.importorskip("pint")
    unit = UNITS[name]
    quantity = pint.UnitRegistry().Quantity(NAMES[name])
    assert unit.factors[0] == pytest.approx(quantity.to(BASES[unit.dimension]).magnitude, rel=1e-5)
