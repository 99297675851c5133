"""conversion: a measure and its conversion that no rounding reconciles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.measures import BEGINS, LEFT, RIGHT, Found
from newslint.knowledge.measures import found as measured
from newslint.knowledge.numbers import shown
from newslint.knowledge.units import UNITS, agree, converted
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.text import View

_JOIN = lazy(rf"[(\[/](?={BEGINS})|[,;] (?=or {BEGINS}|\d)")
_SEA = lazy(
    r"\b(?:nautical|ships?|boats?|vessels?|coasts?|coastal|sea|seas|offshore|navy|naval|maritime|"
    r"islands?|waters|sail\w*|ocean|tankers?|ferr(?:y|ies))\b"
)
_AND: Final = lazy(r",? and \Z")
_KNOT: Final = 1852.0
# A conversion has a metric side, a nautical one or a temperature; these letters occur in all of their names.
_ANCHORS: Final = (
    *(
        "kilo",
        "km",
        " meter",
        "-meter",
        " metre",
        "-metre",
        "centim",
        "millim",
        "cm",
        "mm)",
        "mm (",
        "m)",
        "m (",
        "0m",
        "5m",
        "m/",
        "m,",
    ),
    *(
        "hectare",
        "ha)",
        "ha (",
        "sq ",
        "sq.",
        "square ",
        "tonne",
        "metric",
        "kg",
        " gram",
        "-gram",
        "grams",
        "liter",
        "litre",
        "ml",
        "cubic",
        "l)",
        "l (",
        "kph",
        "knot",
    ),
    *(
        "celsius",
        "centigrade",
        "°",
        "º",
        "c)",
        "c (",
        "f)",
        "f (",
        "degree",
        "nautical",
        "nmi",
        "meters",
        "metres",
        "g)",
        "g (",
        "cl",
        "m²",
        "m³",
        "c/",
        "f/",
    ),
)


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
        sea: bool | None = None  # asked of the unit once, and only if there is something to compare
        for join in _JOIN.finditer(text, start, end):
            at = join.start()
            hit = RIGHT.match(text, at - (at > start and text[at - 1] == " "), end)
            if hit is None or not _closed(hit):
                continue
            left = LEFT.search(text[max(start, hit.start() - 64) : hit.start()])
            if left is not None:
                sea = _SEA.search(text, start, end) is not None if sea is None else sea
                yield from _compared(view, left, hit, max(start, hit.start() - 64), sea)


def _closed(hit: re.Match[str]) -> bool:
    """Whether the second measure fills its bracket, so that it is the first one in other words."""
    if hit["join"].strip() in ("(", "["):
        return hit["then"] in (")", "]", ",", ";", "/")
    return hit["join"] == "/" or hit["then"] != "/"


def _compared(view: View, left: re.Match[str], right: re.Match[str], base: int, sea: bool) -> Iterator[Match]:
    first, second = measured(left, "l", base, view.text), measured(right, "r", 0, view.text)
    if first is None or second is None or _listed(view.text, second):
        return
    first, second = _told_apart(_compound(view.text, first), second)
    one, other = first.measures[0].unit, second.measures[0].unit
    if one.dimension != other.dimension or not (one.metric != other.metric or _KNOT in one.factors + other.factors):
        return
    if _reconciled(first, second, sea=sea):
        return
    text, place = view.text, view.span(second.start, second.end)
    source = view.span(first.start, first.end)
    values = {"first": text[first.start : first.end], "computed": _computed(first, second)}
    yield Match(place, values=values, related=(Compared(source),))


def _listed(text: str, found: Found) -> bool:
    """Whether another measure in the same unit follows: a list of measures against a list ("39°C, 40°C and 41°C")."""
    name = re.escape(found.name)
    return re.compile(rf",? ?(?:and |or )?[\d.,]+[ -]?{name}\b").match(text, found.end) is not None


def _compound(text: str, found: Found) -> Found:
    """A measure with the larger one that it goes with: "three miles and a furlong"."""
    before = text[max(found.start - 64, 0) : found.start]
    joined = _AND.search(before)
    left = LEFT.search(before[: joined.start()]) if joined and len(found.measures) == 1 else None
    larger = measured(left, "l", max(found.start - 64, 0), text) if left is not None else None
    (small, *_), whole = found.measures, larger.measures[0] if larger is not None else None
    if larger is None or whole is None or whole.more or small.more or whole.unit.dimension != small.unit.dimension:
        return found
    if whole.unit.factors[0] <= small.unit.factors[0]:
        return found
    return larger._replace(measures=(whole._replace(more=small),), end=found.end)


def _reconciled(first: Found, second: Found, *, sea: bool) -> bool:
    pairs = [(first, second), *([(_nautical(first), _nautical(second))] if sea else [])]
    return any(_agree(one, other) for one, other in pairs)


def _agree(one: Found, other: Found) -> bool:
    """Measure by measure; a range against one measure agrees if either end does, or if the ends enclose it."""
    if len(one.measures) == len(other.measures):
        return all(agree(a, b) for a, b in zip(one.measures, other.measures, strict=True))
    wide, single = (one, other) if len(one.measures) > 1 else (other, one)
    ends = sorted(converted(measure, single.measures[0].unit) for measure in wide.measures)
    return (
        any(agree(m, single.measures[0]) for m in wide.measures)
        or ends[0] <= single.measures[0].number.value <= ends[-1]
    )


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


def _computed(first: Found, second: Found) -> str:
    values = [converted(measure, second.measures[0].unit) for measure in first.measures]
    decimals = 0 if min(abs(value) for value in values) >= 100 else 1 if min(abs(value) for value in values) >= 1 else 3
    return "–".join(shown(value, decimals) for value in values) + f" {second.name}"
