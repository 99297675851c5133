"""Whether a change is that between two figures: in percent, as a factor, in points or as an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.moves import DOWNS, MOVE, RESULT, UPS
from newslint.knowledge.facts.figures.plausible import amount, difference, factor, part
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES
from newslint.knowledge.numbers import Interval, shown
from newslint.knowledge.ratios import ratio
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.quantities import Quantity

RISE: Final = (
    r"(?:(?:rise|increase|jump|gain|growth|drop|fall|decline|decrease|cut|reduction|surge|change|hike|"
    r"loss|raise|leap|dip|slump|improvement|saving|difference|"
    r"rise in \w+|increase in \w+) (?:of|by) )"
)
# What makes an amount a difference: `a rise of 5,000`, `up by 5,000`, `5,000 more`.
_OF_AMOUNT: Final = lazy(rf"(?:{RISE}|\bby |\b(?:up|down) ){HEDGES}(?:@[a-z]\d+@)?\Z")
_MOVES: Final = lazy(rf"[ -](?:[a-z]+ )?{MOVE}(?![\w-]| to\b)")


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two figures can be ends of a change: of one unit, or the second has none of its own (`from 36 hours to 24`)."""
    bare = b.kind == "count" and b.counted is None and a.kind in ("duration", "measure")
    return ((a.kind == b.kind and a.unit == b.unit) or bare) and a.value > 0 and b.value > 0


def judged(a: Quantity, b: Quantity, d: Quantity, words_: str, tail: str) -> Iterator[Relation]:
    """A change d of which `words_` are the words to it, and `tail` those after."""
    ups, downs = bool(UPS.search(words_ + tail)), bool(DOWNS.search(words_ + tail))
    up = b.value >= a.value
    operands = ((a, "from"), (b, "to"))
    low, high = sorted((amount(a), amount(b)), key=lambda one: one.low)
    if d.kind == "factor":
        yield Relation("factor", d, operands, shown(b.value / a.value, 2), _factor(a, b, d))
    elif d.kind == "points":
        if a.kind == "percent":
            gap = difference(high, low)
            explained = gap.meets(amount(d)) or gap.meets(Interval(d.value / 100, d.value / 100))
            yield Relation("points", d, operands, shown(abs(b.value - a.value), 2), explained)
    elif d.kind == a.kind and d.kind != "percent":
        if d.unit == a.unit and (ups or downs) and (_OF_AMOUNT.search(words_) or _MOVES.match(tail)):
            yield Relation(
                "difference", d, operands, shown(abs(b.value - a.value), 2), difference(high, low).meets(amount(d))
            )
    elif d.kind in ("percent", "share"):
        if ups == downs and not RESULT.match(tail):
            return
        yield _share(a, b, d, up=up, tail=tail, operands=operands)


def _share(
    a: Quantity, b: Quantity, d: Quantity, *, up: bool, tail: str, operands: tuple[tuple[Quantity, str], ...]
) -> Relation:
    found, stated = ratio(a.number, b.number), part(d)
    computed = shown(abs(b.value / a.value - 1) * 100, 1)
    if a.kind == d.kind == "percent" and _points(a, b, d):
        return Relation("points", d, operands, shown(abs(b.value - a.value), 2), explained=False)
    if RESULT.match(tail):
        return Relation(
            "factor",
            d,
            operands,
            shown(b.value / a.value, 2),
            found.meets(stated) or ratio(b.number, a.number).meets(stated),
        )
    change = Interval(found.low - 1, found.high - 1) if up else Interval(1 - found.high, 1 - found.low)
    return Relation("rise" if up else "fall", d, operands, computed, change.meets(stated))


def _points(a: Quantity, b: Quantity, d: Quantity) -> bool:
    """Whether a percentage is the difference of two percentages, in points, and far from their change in percent."""
    gap, change = abs(b.value - a.value), abs(b.value / a.value - 1) * 100
    return abs(gap - d.value) < 1e-6 and not 0.67 < change / d.value < 1.5


def _round_count(one: Quantity) -> bool:
    """Whether a count of people or things is in whole tens: 20 may be 18, and 50 no more than a goal."""
    return one.kind == "count" and not one.number.words and one.value < 1000 and one.value % 10 == 0


def _factor(a: Quantity, b: Quantity, d: Quantity) -> bool:
    stated = factor(d)
    if d.number.step == 0 and _round_count(a) and _round_count(b):
        stated = Interval(stated.low, stated.high * 1.16)
    more = Interval(stated.low + 1, stated.high + 1) if d.value > 1 and d.number.step > 0 else stated
    found, back = ratio(a.number, b.number), ratio(b.number, a.number)
    return found.meets(stated) or found.meets(more) or (back.meets(stated) and b.value < a.value and d.number.step > 0)
