"""Units of measure in news copy: names, dimensions and exact factors, and whether two measures can be the same.

Factors are the legal definitions: the international yard and pound of 1959, the imperial gallon of 1985, the US liquid
gallon of 231 cubic inches, the nautical mile of 1929. A test holds the table against the `pint` registry, which itself
takes half a second to import.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from newslint.knowledge.numbers import Interval, Number

_FOOT: Final = 0.3048
_MILE: Final = 1609.344
_POUND: Final = 0.45359237
_GALLON_US: Final = 3.785411784
_GALLON_UK: Final = 4.54609


class Unit(NamedTuple):
    """What a unit's name can mean: `factors` to the dimension's base unit, several where a name has several meanings.

    `offset` is added before the factor is applied (temperatures). Bases: m, m2, m3 is `l` x 1000, kg, l, m/s, kelvin.
    """

    dimension: str
    factors: tuple[float, ...]
    metric: bool
    offset: float = 0.0


_UNITS: Final[dict[str, Unit]] = {
    "millimeters millimetres millimeter millimetre mm mms": Unit("length", (0.001,), True),
    "centimeters centimetres centimeter centimetre cm cms": Unit("length", (0.01,), True),
    "meters metres meter metre m": Unit("length", (1.0,), True),
    "kilometers kilometres kilometer kilometre km kms": Unit("length", (1000.0,), True),
    "inches inch in ins": Unit("length", (_FOOT / 12,), False),
    "feet foot ft": Unit("length", (_FOOT,), False),
    "yards yard yd yds": Unit("length", (3 * _FOOT,), False),
    "fathoms fathom": Unit("length", (6 * _FOOT,), False),
    "furlongs furlong": Unit("length", (220 * 3 * _FOOT,), False),
    "miles mile mi": Unit("length", (_MILE,), False),
    "nautical miles|nautical mile|sea miles|nmi|nm": Unit("length", (1852.0,), False),
    (
        "square kilometers|square kilometres|square kilometer|square kilometre|sq km|sq. km|km²|km2|"
        "sq kms|sq kilometers|sq kilometres"
    ): Unit("area", (1e6,), True),
    "square meters|square metres|square meter|square metre|sq m|sq. m|m²|m2|sq meters|sq metres": Unit(
        "area", (1.0,), True
    ),
    "hectares|hectare|ha": Unit("area", (1e4,), True),
    "square miles|square mile|sq miles|sq. miles|sq mi|sq mile": Unit("area", (_MILE**2,), False),
    "acres|acre": Unit("area", (4046.8564224,), False),
    "square feet|square foot|sq ft|sq. ft|sq. ft.|sq feet": Unit("area", (_FOOT**2,), False),
    "square yards|square yard|sq yd|sq yds": Unit("area", (9 * _FOOT**2,), False),
    "milligrams milligram mg": Unit("mass", (1e-6,), True),
    "grams gram grammes gramme g": Unit("mass", (0.001,), True),
    "kilograms kilogram kilogrammes kilos kilo kg kgs": Unit("mass", (1.0,), True),
    "tonnes|tonne|metric tons|metric ton|metric tonnes": Unit("mass", (1000.0,), True),
    "tons|ton": Unit("mass", (907.18474, 1016.0469088, 1000.0), False),
    "short tons|short ton|u.s. tons|us tons": Unit("mass", (907.18474,), False),
    "long tons|long ton|imperial tons": Unit("mass", (1016.0469088,), False),
    "pounds pound lb lbs": Unit("mass", (_POUND,), False),
    "ounces ounce oz": Unit("mass", (_POUND / 16, 0.0311034768), False),
    "stone st": Unit("mass", (14 * _POUND,), False),
    "milliliters millilitres milliliter millilitre ml": Unit("volume", (0.001,), True),
    "centiliters centilitres cl": Unit("volume", (0.01,), True),
    "liters litres liter litre l": Unit("volume", (1.0,), True),
    "cubic meters|cubic metres|cubic meter|cubic metre|cu m|m³|m3": Unit("volume", (1000.0,), True),
    "cubic kilometers|cubic kilometres|cu km": Unit("volume", (1e12,), True),
    "cubic feet|cubic foot|cu ft": Unit("volume", (1000 * _FOOT**3,), False),
    "cubic yards|cubic yard": Unit("volume", (27000 * _FOOT**3,), False),
    "cubic miles|cubic mile": Unit("volume", (1000 * _MILE**3,), False),
    "acre-feet|acre-foot|acre feet": Unit("volume", (4046.8564224 * _FOOT * 1000,), False),
    "gallons|gallon|gal|gals": Unit("volume", (_GALLON_US, _GALLON_UK), False),
    "us gallons|u.s. gallons": Unit("volume", (_GALLON_US,), False),
    "imperial gallons|uk gallons|british gallons": Unit("volume", (_GALLON_UK,), False),
    "quarts quart": Unit("volume", (_GALLON_US / 4, _GALLON_UK / 4), False),
    "pints pint": Unit("volume", (_GALLON_US / 8, _GALLON_UK / 8), False),
    "fluid ounces|fluid ounce|fl oz|fl. oz": Unit("volume", (_GALLON_US / 128, _GALLON_UK / 160), False),
    "barrels|barrel|bbl": Unit("volume", (42 * _GALLON_US, 36 * _GALLON_UK, 31 * _GALLON_US), False),
    (
        "kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour|km/h|kph|kmph|"
        "kmh|km an hour|km per hour|kms per hour"
    ): Unit("speed", (1 / 3.6,), True),
    "meters per second|metres per second|m/s|meters a second|metres a second": Unit("speed", (1.0,), True),
    "miles per hour|miles an hour|mph": Unit("speed", (_MILE / 3600,), False),
    "feet per second|feet a second|ft/s": Unit("speed", (_FOOT,), False),
    "knots knot kn kts kt": Unit("speed", (1852 / 3600,), False),
    "degrees celsius|degree celsius|degrees centigrade|degrees c|celsius|centigrade|°c|º c|ºc|° c|c": Unit(
        "temperature", (1.0,), True
    ),
    "degrees fahrenheit|degree fahrenheit|degrees f|fahrenheit|°f|ºf|° f|f": Unit(
        "temperature", (5 / 9,), False, -32.0
    ),
}
UNITS: Final[dict[str, Unit]] = {
    name: unit for names, unit in _UNITS.items() for name in (names.split("|") if "|" in names else names.split())
} | {"degrees": Unit("temperature", (1.0,), True), "degree": Unit("temperature", (1.0,), True)}


class Measure(NamedTuple):
    """A number with its unit; `more` is a second, smaller measure that belongs to it (6 feet 2 inches)."""

    number: Number
    unit: Unit
    more: Measure | None = None

    def in_base(self, factor: float, interval: Interval, *, difference: bool = False) -> Interval:
        """An interval of this measure's number in the dimension's base unit."""
        offset = 0.0 if difference else self.unit.offset
        extra = 0.0
        if self.more is not None:
            extra = self.more.number.value * self.more.unit.factors[0]
        low, high = (interval.low + offset) * factor + extra, (interval.high + offset) * factor + extra
        return Interval(low, high)


def agree(one: Measure, other: Measure) -> bool:
    """Whether some quantity can have been rounded to both measures, under some meaning of their units."""
    differences = (False, True) if one.unit.dimension == "temperature" else (False,)
    return any(
        _meet(one, a, other, b, difference=difference)
        for difference in differences
        for a in one.unit.factors
        for b in other.unit.factors
    )


def _meet(one: Measure, a: float, other: Measure, b: float, *, difference: bool) -> bool:
    def interval(measure: Measure, factor: float, width: str) -> Interval:
        return measure.in_base(factor, _interval(measure, width), difference=difference)

    return any(
        interval(one, a, first).meets(interval(other, b, second))
        for first, second in (("rounded", "cut"), ("cut", "rounded"))
    )


def _interval(measure: Measure, width: str) -> Interval:
    """The number's interval; the last digit of a compound measure (5 feet 10 inches) is that of its smaller part."""
    number = measure.number
    if measure.more is None:
        return number.rounded if width == "rounded" else number.cut
    half = (
        (0.5 if width == "rounded" else 1.0)
        * measure.more.number.step
        * measure.more.unit.factors[0]
        / measure.unit.factors[0]
    )
    return Interval(number.value - half, number.value + half)


def converted(one: Measure, into: Unit, *, difference: bool = False) -> float:
    """The value of a measure in another unit of its dimension, by the first meaning of both names."""
    base = one.in_base(one.unit.factors[0], Interval(one.number.value, one.number.value), difference=difference).low
    return base / into.factors[0] - (0.0 if difference else into.offset)
