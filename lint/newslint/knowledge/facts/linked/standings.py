"""Gaps to a limit or a rival: `licensed to carry 100 … 40 over its limit`, `79 points, four clear of Aldwick, who finish on 73`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.near import alike
from newslint.knowledge.facts.figures.plausible import amount, difference
from newslint.knowledge.facts.figures.shapes import HEDGES, token
from newslint.knowledge.facts.linked.clash import Clash, spans
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.near import Article
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_CLEAR: Final = lazy(
    rf"{token('cmu', 'a')}[^@;.]{{0,50}}?[, ({HEDGES}]*{token('cmu', 'd')}(?: [a-z]+)? (?:clear of|ahead of|behind|above|"
    rf"below|adrift of|in front of|short of|off|more than|fewer than)"
    rf" [^@;.]{{2,60}}?\b(?:on|with|has|have|had|got|polled|at) {HEDGES}{token('cmu', 'b')}"
)
_LIMIT: Final = lazy(
    rf"{token('cmu', 'd')}(?: [a-z]+){{0,2}} (?:over|above|beyond|under|below|short of|in excess of|more than) (?:its|the|"
    rf"their|his|her)(?: [a-z]+)? "
    r"(?:limit|capacity|quota|target|maximum|budget|allowance|allocation|threshold|goal|cap|minimum|total needed|majority|"
    r"speed limit)\b"
)
_CAP: Final = lazy(
    rf"\b(?:licen[sc]ed|limit|capacity|allowed|permitted|maximum|target|budget|quota|aim|goal|cap|needed|designed|built|"
    rf"certified|threshold|minimum)\b[^@;.]{{0,40}}? {HEDGES}{token('cmu', 'b')}"
)
_REACH: Final = 3
_FAR: Final = 5.0


def read(shape: Shape, article: Article) -> Iterator[Clash]:
    """The gaps of a sentence that no two figures are apart."""
    if not shape.quantities or any(one.quoted for one in shape.quantities):
        return
    for hit in _CLEAR.finditer(shape.text) if len(shape.quantities) > 2 else ():
        a, d, b = (shape.at(hit[name]) for name in "adb")
        yield from _judged(d, a, b, [a, b])
    for hit in _LIMIT.finditer(shape.text):
        d = shape.at(hit["d"])
        caps = [shape_.at(cap["b"]) for shape_ in article.before(shape, _REACH) for cap in _CAP.finditer(shape_.text)]
        caps = [one for one in alike(caps, d) if one.start < d.start] or [one for one in caps if _bare(one, d)]
        figures = [
            one
            for shape_ in article.before(shape, _REACH)
            for one in shape_.quantities
            if one is not d and one.start < d.start
        ]
        figures = [one for one in figures if one.kind == d.kind and one.unit == d.unit]
        if len({one.value for one in caps}) != 1:
            continue
        others = [one for one in figures if one.value != caps[0].value and one.value > d.value / _FAR]
        if others and not any(_apart(d, a, b) for a, b in itertools.combinations([*figures, *caps], 2)):
            nearest = min(others, key=lambda one: abs(abs(one.value - caps[0].value) - d.value))
            yield from _judged(d, nearest, caps[0], [])


def _bare(one: Quantity, d: Quantity) -> bool:
    return one.kind == d.kind and one.unit == d.unit


def _apart(d: Quantity, a: Quantity, b: Quantity) -> bool:
    low, high = sorted((a, b), key=lambda one: one.value)
    return difference(amount(high), amount(low)).meets(amount(d))


def _judged(d: Quantity, a: Quantity, b: Quantity, same: list[Quantity]) -> Iterator[Clash]:
    if a.kind != b.kind or a.unit != b.unit or (same and d.unit != a.unit) or d.number.hedge or d.change:
        return
    made = abs(a.value - b.value)
    if made and not _apart(d, a, b) and 1 / _FAR < d.value / made < _FAR:
        yield Clash("gap", d.span, spans(a, b), shown(made, 2))
