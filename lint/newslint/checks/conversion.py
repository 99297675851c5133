"""conversion: a measure and its conversion that no rounding reconciles."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Related
from newslint.language.numbers import HEDGE, ONES, Number, figure, hedge_before, in_words, shown
from newslint.language.units import UNITS, Measure, agree, converted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.text import View

_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "half": 0.5, "quarter": 0.25, "third": 1 / 3}
_NAMES: Final = "|".join(re.escape(name) for name in sorted(UNITS, key=len, reverse=True))
_WORD: Final = rf"(?:{'|'.join(sorted(ONES, key=len, reverse=True))}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|a dozen|dozen)"
_NUMBER: Final = (
    r"(?P<{0}sign>minus |(?<![\w.])[-−](?=[\d.]))?(?:(?P<{0}figure>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?<![\d.,])\d+(?:\.\d+)?|(?<![\d,])\.\d+)"
    r"(?P<{0}fraction>[½¼¾⅓⅔⅛]| [1-7]/[2-8]|[ -]and[ -]a[ -]half)?|(?P<{0}glyph>[½¼¾⅓⅔⅛])"
    rf"|(?P<{{0}}part>half|(?:one |a )?quarter|three[ -]quarters|(?:one |a |two[ -])?thirds?)(?: of)? an?(?= )"
    rf"|(?P<{{0}}words>(?<![\w-]){_WORD}(?:[ -](?:and )?{_WORD})*(?:[ -]and[ -]a[ -]half)?|(?<!of )(?<![\w-])an?(?= )))"
    r"(?:[ -](?P<{0}scale>million|billion|thousand)|(?P<{0}short>bn|m)(?= [a-z]))?"
)
_MEASURE: Final = rf"{_NUMBER}[ -]*(?P<{{0}}unit>{_NAMES})(?![\w²³/])"
_SECOND: Final = r"(?:,? (?:and )?|-)?(?P<{0}more>\d+(?:\.\d+)?)[ -]?(?P<{0}less>inch(?:es)?|ins?|lbs?|pounds?|ounces?|oz)\b(?!/)"
_RANGE: Final = r"(?:(?P<{0}from>\d[\d,.]*)(?: ?(?:-|–|—) ?| to | and | or |-to-))?"
_LEFT = re.compile(
    rf"(?<![\w.,$£€]){_RANGE.format('l')}{_MEASURE.format('l')}(?:{_SECOND.format('l')})?"
    r"(?P<tail>(?:[ -](?:long|wide|high|deep|tall|thick|across|away|apart|inland|north|south|east|west|offshore|above|below|in))?(?: [a-z]+)?)\Z"
)
_RIGHT = re.compile(
    r"(?P<join> ?[(\[]|, or |; |/)(?P<hedge>(?:or|about|around|roughly|approximately|nearly|almost|more than|over|just over|just under|some|up to|only|ca?\.?|=|~)"
    rf" ?)*{_RANGE.format('r')}{_MEASURE.format('r')}(?:{_SECOND.format('r')})?(?P<adjective>[ -](?:long|wide|high|deep|tall|thick|across|away))?(?=(?P<then>[)\],;./]| |$))"
)
_SEA = re.compile(r"\b(?:nautical|ships?|boats?|vessels?|coasts?|coastal|sea|seas|offshore|navy|naval|maritime|islands?|waters|sail\w*|ocean|tankers?|ferr(?:y|ies))\b")
_KNOT: Final = 1852.0
# A conversion has a metric side, a nautical one or a temperature; these letters stand in all of their names.
_ANCHORS: Final = (
    *("kilo", "km", " meter", "-meter", " metre", "-metre", "centim", "millim", "cm", "mm)", "mm (", "m)", "m (", "0m", "5m", "m/", "m,"),
    *("hectare", "ha)", "ha (", "sq", "tonne", "metric", "kg", "gram", "liter", "litre", "ml", "cubic", "l)", "l (", "kph", "knot"),
    *("celsius", "centigrade", "°", "º", "c)", "c (", "f)", "f (", "degree", "nautical", "nmi", "meters", "metres", "g)", "g (", "cl", "m²", "m³", "c/", "f/"),
)


class Found(NamedTuple):
    """A measure as written, or a range of two, at [start, end) of the folded text."""

    measures: tuple[Measure, ...]
    name: str
    start: int
    end: int


class Conversion(Check, frozen=True, kw_only=True):
    """`14 miles (32 km)`: the measure before the bracket, or before `, or`, against the one inside.

    Both figures may be rounded, at their last digit in any direction or at trailing zeros to nearest; a gallon or a ton
    is of any kind unless it says so, a mile in a maritime paragraph also nautical, and a temperature also a difference.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"first", "computed"})

    def anchors(self) -> tuple[str, ...]:
        """Letters of which every conversion has some."""
        return _ANCHORS

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each conversion, at its second measure."""
        view, start, end = unit.folded()
        text = view.text
        for hit in _RIGHT.finditer(text, start, end):
            if not _closed(hit):
                continue
            left = _LEFT.search(text[max(start, hit.start() - 64) : hit.start()])
            if left is not None:
                yield from _compared(view, left, hit, max(start, hit.start() - 64), bool(_SEA.search(text, start, end)))


def _closed(hit: re.Match[str]) -> bool:
    """Whether the second measure fills its bracket, so that it is the first one in other words."""
    if hit["join"].strip() in ("(", "["):
        return hit["then"] in (")", "]", ",", ";", "/")
    return hit["join"] == "/" or hit["then"] != "/"


def _compared(view: View, left: re.Match[str], right: re.Match[str], base: int, sea: bool) -> Iterator[Match]:
    first, second = _found(left, "l", base, view.text), _found(right, "r", 0, view.text)
    if first is None or second is None:
        return
    first, second = _told_apart(first, second)
    one, other = first.measures[0].unit, second.measures[0].unit
    if one.dimension != other.dimension or not (one.metric != other.metric or _KNOT in one.factors + other.factors):
        return
    if _reconciled(first, second, sea=sea):
        return
    text, place = view.text, view.span(second.start, second.end)
    source = view.span(first.start, first.end)
    values = {"first": text[first.start : first.end], "computed": _computed(first, second)}
    yield Match(place, values=values, related=(Related(source, "the measure that it converts"),))


def _reconciled(first: Found, second: Found, *, sea: bool) -> bool:
    pairs = [(first, second), *([(_nautical(first), _nautical(second))] if sea else [])]
    return any(_agree(one, other) for one, other in pairs)


def _agree(one: Found, other: Found) -> bool:
    """Measure by measure; a range against one measure agrees if either end does, or if the ends enclose it."""
    if len(one.measures) == len(other.measures):
        return all(agree(a, b) for a, b in zip(one.measures, other.measures, strict=True))
    wide, single = (one, other) if len(one.measures) > 1 else (other, one)
    ends = sorted(converted(measure, single.measures[0].unit) for measure in wide.measures)
    return any(agree(m, single.measures[0]) for m in wide.measures) or ends[0] <= single.measures[0].number.value <= ends[-1]


def _nautical(found: Found) -> Found:
    if found.name not in ("mile", "miles", "mi"):
        return found
    measures = tuple(m._replace(unit=m.unit._replace(factors=(1852.0,))) for m in found.measures)
    return found._replace(measures=measures)


def _told_apart(first: Found, second: Found) -> tuple[Found, Found]:
    """Bare degrees are of the scale that the other measure is not of."""
    if first.name.startswith("degree") and first.name in ("degree", "degrees"):
        return _scaled(first, second), second
    return (first, _scaled(second, first)) if second.name in ("degree", "degrees") else (first, second)


def _scaled(bare: Found, other: Found) -> Found:
    unit = UNITS["fahrenheit" if other.measures[0].unit.metric else "celsius"]
    return bare._replace(measures=tuple(measure._replace(unit=unit) for measure in bare.measures))


def _found(hit: re.Match[str], side: str, base: int, text: str) -> Found | None:
    unit = UNITS[hit[f"{side}unit"]]
    start = base + min(at for at in (hit.start(f"{side}{part}") for part in ("from", "sign", "figure", "glyph", "part", "words")) if at >= 0)
    end = base + max(hit.end(f"{side}unit"), hit.end(f"{side}less"))
    hedge = hedge_before(text, start, max(start - 24, 0))
    number = _number(hit, side, start, end, hedge)
    if number is None or not number.value:
        return None
    more = None
    if hit[f"{side}less"]:
        value, step = figure(hit[f"{side}more"])
        more = Measure(Number(start, end, value, step), UNITS[hit[f"{side}less"]])
        if more.unit.dimension != unit.dimension or more.unit.factors[0] >= unit.factors[0]:
            return None
    measures: tuple[Measure, ...] = (Measure(number, unit, more),)
    if hit[f"{side}from"]:
        low = hit[f"{side}from"].rstrip(".,")
        factor = number.value / _plain_value(hit, side) if number.value and _plain_value(hit, side) else 1.0
        value, step = figure(low)
        measures = (Measure(Number(start, end, value * factor, step * factor, "", hedge), unit), *measures)
    return Found(measures, hit[f"{side}unit"], start, end)


def _plain_value(hit: re.Match[str], side: str) -> float:
    """The figure without its scale word: `2 to 3 million acres` counts both in millions."""
    return figure(hit[f"{side}figure"])[0] if hit[f"{side}figure"] else 0.0


def _number(hit: re.Match[str], side: str, start: int, end: int, hedge: str) -> Number | None:
    scale = {"m": "million", "bn": "billion"}.get(hit[f"{side}short"] or "", hit[f"{side}scale"] or "")
    words, part = hit[f"{side}words"], hit[f"{side}part"]
    if hit[f"{side}figure"]:
        value, step = figure(hit[f"{side}figure"], scale)
        fraction = _fraction(hit[f"{side}fraction"] or "")
        value, step = value + fraction, step * (0.25 if fraction else 1.0)
        value = -value if hit[f"{side}sign"] else value
    elif hit[f"{side}glyph"] or part:
        value, step = _fraction(hit[f"{side}glyph"] or part), 0.1
        value *= 3 if part and part.startswith("three") else 2 if part and part.startswith("two") else 1
    else:
        half = words.endswith("half")
        read = 1.0 if words in ("a", "an") else in_words(words.removesuffix("half").rstrip(" -a").removesuffix("and").rstrip(" -") if half else words)
        if read is None:
            return None
        value, step = read + 0.5 * half, 0.5 if half else 1.0
    return Number(start, end, value, step, "", hedge)


def _fraction(written: str) -> float:
    if "/" in written:
        above, _, below = written.strip().partition("/")
        return int(above) / int(below)
    return next((value for name, value in _FRACTIONS.items() if name in written), 0.0)


def _computed(first: Found, second: Found) -> str:
    values = [converted(measure, second.measures[0].unit) for measure in first.measures]
    decimals = 0 if min(abs(value) for value in values) >= 100 else 1 if min(abs(value) for value in values) >= 1 else 3
    return " to ".join(shown(value, decimals) for value in values) + f" {second.name}"
