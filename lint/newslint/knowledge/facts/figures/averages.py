"""Averages, multiples of another amount, and one length of time written twice.

`30 goals in 40 games, an average of 0.75`, `900 tickets, twice as many as the 450 of last year`, `90 minutes (an hour and a half)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import amount, exact, factor, ratio
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.numbers import Interval, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_AN_AVERAGE: Final = (
    r" ?(?:,|\(|—|–|--|:)? ?(?:or )?(?:an average of|averaging|for an average of|at an average of|which "
    r"is an average of|an average)(?: about| just| roughly| around)?"
)
_OVER: Final = lazy(
    rf"{token('cmu', 't')}{words(5, 'and|but|or|per')} (?:in|over|from|across|during)"
    rf"(?: (?:the|his|her|its|their|all|just|only|last|first|these|those))* "
    rf"{token('cd', 'n')}{words(4, 'and|but')}{_AN_AVERAGE} {token('cmu', 'a')}",
    needs=("an average|averaging",),
)
_LIST: Final = lazy(
    rf"(?P<list>{token('cmup')}(?: [^@,;:()—–]{{1,25}})?(?:, {token('cmup')}(?: [^@,;:()—–]{{1,25}})?)*,? "
    rf"and {token('cmup')}(?: [^@,;:()—–]{{1,25}})?){_AN_AVERAGE} {token('cmup', 'a')}",
    needs=("an average|averaging",),
)
_AS_MANY: Final = lazy(
    rf"(?<!by )(?<!of ){token('cmu', 'b')}{words(5, 'and|but|from|than')}(?: ?(?:,|\(|—|–|--))? ?(?:or |"
    rf"which is |that is |nearly |almost |more than |about |just |exactly )*{token('fs', 'f')} "
    rf"(?:as (?:many|much|high|large|big|long) as|(?:the|its|their)(?: (?:previous|original|usual|old))?|"
    rf"that of|more than|last year's|what was)(?: (?:the|its|their|last year's|of|in|that))* "
    rf"{HEDGES}{token('cmu', 'a')}(?! (?:percent|times|years?|in @))",
    needs=("@c|@m|@u", "@f|@s"),
)
_TWICE: Final = lazy(
    rf"{token('d', 'a')}(?:,? (?:or|which is|that is|i\.e\.) | ?\((?:or |about )?)"
    rf"{HEDGES}{token('d', 'b')}(?=[),.;]|\Z| (?:of|to|in|after|later|before|long)\b)"
)
_DAYS: Final[dict[str, tuple[float, float]]] = {
    "second": (1 / 86400, 1 / 86400),
    "minute": (1 / 1440, 1 / 1440),
    "hour": (1 / 24, 1 / 24),
    "day": (1, 1),
    "week": (5, 7),
    "fortnight": (10, 14),
    "month": (28, 31),
    "quarter": (84, 92),
    "year": (360, 366),
    "decade": (3600, 3660),
}


def read(shape: Shape) -> Iterator[Relation]:
    """The averages, multiples and doubled durations of a sentence."""
    if shape.has("averag"):
        yield from _averages(shape)
    for hit in _AS_MANY.finditer(shape.text) if shape.has("@f", "@s") else ():
        b, a, f = shape.at(hit["b"]), shape.at(hit["a"]), shape.at(hit["f"])
        if a.kind == b.kind and a.unit == b.unit and a.value > 0:
            yield Relation("factor", f, ((a, "from"), (b, "to")), shown(b.value / a.value, 2), _fits(a, b, f))
    for hit in _TWICE.finditer(shape.text) if shape.text.count("@d") > 1 else ():
        yield from _twice(*shape.pair(hit, "a", "b"))


def _averages(shape: Shape) -> Iterator[Relation]:
    for hit in _OVER.finditer(shape.text):
        t, n, a = shape.at(hit["t"]), shape.at(hit["n"]), shape.at(hit["a"])
        if n.value > 0 and a.value > 0 and (t.kind == a.kind or "count" in (t.kind, a.kind)):
            explained = ratio(amount(t), amount(n)).meets(_step(a))
            yield Relation("average", a, ((t, "whole"), (n, "count")), shown(t.value / n.value, 2), explained)
    for hit in _LIST.finditer(shape.text):
        parts, a = [one for one in shape.all_of(hit["list"]) if one.kind != "year"], shape.at(hit["a"])
        if len(parts) > 1 and all(one.kind == a.kind and one.unit == a.unit for one in parts):
            low, high = (sum(getattr(exact(one), side) for one in parts) / len(parts) for side in ("low", "high"))
            mean = sum(one.value for one in parts) / len(parts)
            yield Relation(
                "average", a, tuple((one, "part") for one in parts), shown(mean, 2), Interval(low, high).meets(_step(a))
            )


def _step(one: Quantity) -> Interval:
    """An average is rounded, to a whole number too."""
    half = max(one.number.step / 2, amount(one).high - one.value)
    return Interval(one.value - half, one.value + half)


def _fits(a: Quantity, b: Quantity, f: Quantity) -> bool:
    stated = factor(f)
    return ratio(amount(b), amount(a)).meets(stated) or ratio(amount(b), amount(a)).meets(
        Interval(stated.low + 1, stated.high + 1)
    )


def _twice(a: Quantity, b: Quantity) -> Iterator[Relation]:
    """`72 hours, or three days`: one length of time in two units."""
    if a.unit == b.unit or a.unit not in _DAYS or b.unit not in _DAYS or a.number.hedge or min(a.value, b.value) <= 0:
        return
    one = Interval(a.value * _DAYS[a.unit][0], a.value * _DAYS[a.unit][1])
    half = b.number.step / 2 if b.value != int(b.value) or a.value % 1 else 0.25
    other = Interval((b.value - half) * _DAYS[b.unit][0], (b.value + half) * _DAYS[b.unit][1])
    if 0.2 < b.value * _DAYS[b.unit][1] / (a.value * _DAYS[a.unit][1]) < 5:
        computed = f"{shown(a.value * _DAYS[a.unit][1] / _DAYS[b.unit][1], 1)} {b.unit}s"
        yield Relation("time", b, ((a, "rate"),), computed, one.meets(other))
