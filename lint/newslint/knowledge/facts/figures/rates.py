"""Rates and what they come to: `25 litres a minute, which is 36,000 litres a day`, `£2.1m, or £700,000 for each of the three`,
`3 million people and 600 judges, one for every 5,000`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import amount, product, ratio
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.numbers import Interval, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_TIMES: Final = "second|minute|hour|day|night|week|month|quarter|year"
_PER: Final = r"(?:an?|per|each|every)"
_COMES: Final = (
    r"(?: ?(?:,|—|–|--|\() ?(?:which |that |this )?(?:or|i\.e\.|about|equals|is|comes to|comes out (?:at|"
    r"to)|makes|means|works out (?:at|to)|amounts to|adds up to|"
    r"equivalent to|equal to|the equivalent of|that's|totall?ing)? ?|,? (?:which|that) (?:is|comes to|"
    r"makes|means|works out (?:at|to)|amounts to|adds up to) "
    r"| (?:makes|is|equals|comes to|works out at) |,? or )"
)
# How many of the one are in the other, as people reckon: working days and weeks, too.
_IN: Final[dict[tuple[str, str], tuple[tuple[float, float], ...]]] = {
    ("second", "minute"): ((60, 60),),
    ("second", "hour"): ((3600, 3600),),
    ("second", "day"): ((86400, 86400),),
    ("minute", "hour"): ((60, 60),),
    ("minute", "day"): ((1440, 1440), (420, 720)),
    ("minute", "year"): ((525_000, 527_040),),
    ("hour", "day"): ((24, 24), (6, 16)),
    ("hour", "week"): ((168, 168), (30, 60)),
    ("hour", "year"): ((8760, 8784), (1500, 2500)),
    ("day", "week"): ((5, 7),),
    ("day", "month"): ((28, 31), (20, 23)),
    ("day", "year"): ((360, 366), (180, 313)),
    ("night", "week"): ((5, 7),),
    ("week", "month"): ((4, 4.5),),
    ("week", "year"): ((46, 52.3), (36, 46)),
    ("month", "quarter"): ((3, 3),),
    ("month", "year"): ((12, 13), (9, 10)),
    ("quarter", "year"): ((4, 4),),
}
_A: Final = token("cmu", "a")
_B: Final = token("cmu", "b")
_PER_TIME: Final = lazy(
    rf"{_A}{words(3, 'and|but|per|each|every|a|an')} {_PER} "
    rf"(?P<first>{_TIMES})\b{words(4, 'and|but|or')}{_COMES}{HEDGES}{_B}{words(3, 'and|but|per|each|every|a|an')} "
    rf"{_PER} (?P<second>{_TIMES})\b",
    needs=(
        "@c|@m|@u",
        _TIMES,
        "|".join(f" {per} {time}" for per in ("a", "an", "per", "each", "every") for time in _TIMES.split("|")),
    ),
)
_EVERY: Final = lazy(
    rf"{_A}{words(3, 'and|or')} (?:and|for|to serve|among|with|shared by|between) {HEDGES}{_B}{words(4, 'and|or')}"
    rf"{_COMES}(?:that is )?(?:one|@c\d+@|@f\d+@)(?: [a-z]+)? (?:(?:for|to|in) (?:every|each)|per) "
    rf"{HEDGES}{token('cm', 'n')}",
    needs=("for each |for every |in each |in every |to each |to every | per ",),
)
_EACH: Final = lazy(
    rf"{token('cm', 'n')}{words(3, 'and|or|of|at|to|from|than')} (?:at|for|of|costing|worth|paying|priced "
    rf"at) {HEDGES}{token('m', 'a')} (?:each|apiece|a head|a piece|per \w+|an? \w+)"
    rf"{_COMES}(?:a total of |in all |altogether )?{HEDGES}{token('m', 'b')}",
    needs=("@m", " at | for | of | costing | worth | paying | priced "),
)
_APIECE: Final = lazy(
    rf"{token('cm', 'b')}{words(4, 'and|but|than')}{_COMES}{HEDGES}{token('cm', 'a')}(?: [a-z]+)? (?:each|"
    rf"apiece|a head)\b",
    needs=("each|apiece|a head", "@c|@m"),
)
_COUNTS: Final = lazy(r"\b(?:all|both|the|of|for|to|between|among)(?: of)?(?: the| its| their)? (?P<n>@c\d+@)")
_MONEY: Final = "money"


def read(shape: Shape) -> Iterator[Relation]:
    """The rates of a sentence with what they come to."""
    text = shape.text
    if len(shape.quantities) < 2:
        return
    for hit in _PER_TIME.finditer(text):
        yield from _converted(*shape.pair(hit, "a", "b"), hit["first"], hit["second"])
    for hit in _EVERY.finditer(text):
        yield from _every(*(shape.at(hit["a"]), shape.at(hit["b"]), shape.at(hit["n"])), shape, hit[0])
    for hit in _EACH.finditer(text):
        n, a, b = (shape.at(hit["n"]), shape.at(hit["a"]), shape.at(hit["b"]))
        if n.kind == "count" and a.unit == b.unit:
            yield Relation(
                "product",
                b,
                ((n, "count"), (a, "each")),
                f"{b.unit}{shown(n.value * a.value, 2)}",
                product(amount(n), amount(a)).meets(amount(b)),
            )
    for hit in _APIECE.finditer(text):
        yield from _apiece(shape, hit)


def _converted(a: Quantity, b: Quantity, first: str, second: str) -> Iterator[Relation]:
    if a.kind != b.kind or a.unit != b.unit or first == second or a.value <= 0 or b.value <= 0:
        return
    small, large, low, high = (a, b, first, second) if (first, second) in _IN else (b, a, second, first)
    spans = _IN.get((low, high))
    if spans is None:
        return
    found = ratio(amount(large), amount(small))
    explained = any(found.meets(Interval(*span)) for span in spans)
    factor = int(spans[0][1]) if a is small else 1 / int(spans[0][1])
    unit = a.unit if a.kind == _MONEY else ""
    yield Relation("rate", b, ((a, "rate"),), f"{unit}{shown(a.value * factor, 2)}", explained)


def _every(a: Quantity, b: Quantity, n: Quantity, shape: Shape, written: str) -> Iterator[Relation]:
    one = re.search(
        r"(?P<one>@[cf]\d+@|\bone\b)(?: [a-z]+)? (?:(?:for|to|in) (?:every|each)|per) [^@]*@[cm]\d+@\Z", written
    )
    top = shape.at(one["one"]).value if one is not None and one["one"].startswith("@") else 1.0
    if a.value <= 0 or b.value <= 0 or top <= 0:
        return
    scaled = Interval(amount(n).low / top, amount(n).high / top)
    explained = ratio(amount(a), amount(b)).meets(scaled) or ratio(amount(b), amount(a)).meets(scaled)
    computed = shown(max(a.value, b.value) / min(a.value, b.value) * top, 1)
    yield Relation("rate", n, ((a, "end"), (b, "end")), computed, explained)


def _apiece(shape: Shape, hit: re.Match[str]) -> Iterator[Relation]:
    """`all three would cost £2.1m, or £1.05m apiece`: a sum over a count of the same sentence."""
    whole, each = shape.pair(hit, "b", "a")
    counts = [
        one for one in shape.quantities if one.kind == "count" and one not in (whole, each) and 1 < one.value < 1e6
    ]
    bound = [shape.at(found["n"]) for found in _COUNTS.finditer(shape.text)]
    bound = [one for one in bound if one in counts]
    if whole.kind != each.kind or whole.unit != each.unit or not counts or each.value <= 0:
        return
    found = ratio(amount(whole), amount(each))
    explained = any(found.meets(amount(one)) for one in counts)
    if explained or len(bound) == 1:
        n = bound[0] if bound else counts[0]
        unit = whole.unit if whole.kind == _MONEY else ""
        yield Relation(
            "rate", each, ((whole, "whole"), (n, "count")), f"{unit}{shown(whole.value / n.value, 2)}", explained
        )
