"""Rates, multiples and shares that a cue ties to the figures around it: `each`, `That is … a year`, `twice as many`, `of them, or`.

The operands are the figures of fitting kind in the sentence, or in the one before; where there are several, nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.near import alike
from newslint.knowledge.facts.figures.plausible import amount, factor, part, ratio
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_D: Final = token("cmu", "d")
_EACH: Final = lazy(rf"{_D}(?: [a-z]+)? (?:each|apiece|a head|per head|per person)\b")
_APIECE: Final = (" each", " apiece", " a head", " per head", " per person")
_SHARED: Final = lazy(
    r"\b(?:shar\w+|split\w*|divid\w+|scoop\w*|w[io]n\w*|pot|jackpot|pooled?|between|bill|cost\w*|total\w*|raised|"
    r"pa(?:id|y)\w*|prize)\b"
)
_AS_MANY: Final = lazy(
    rf"{token('f', 'f')} as (?:many|much)(?: again)?,? ?[(–—-]? ?(?:or |some |about |around |that is |at )*{_D}",
    needs=("@f", " as many| as much"),
)
_REPEATED: Final = r"(?:,| \(|,? or| –| —) ?(?:or |that is |about |some )?"
_OF_THEM: Final = lazy(
    rf"{token('c', 'x')} of (?:them|those|these){_REPEATED}{token('ps', 's')}(?=[ ,.;:)]|\Z)",
    needs=(" of them| of those| of these",),
)
_SHARE_OF: Final = lazy(
    rf"\bof (?:the |its |their |his |her |all )?{token('c', 'y')}{words(5)},? {HEDGES}{token('ps', 's')}(?: of them)?"
    rf"{_REPEATED}{token('c', 'x')}(?=[ ,.;:)]|\Z)",
    needs=("of ", "@p|@s", "@c"),
)
_PER: Final = r"(?:an?|per|each|every)"
_YEARLY: Final = lazy(
    r"(?:\A|[,;—–] ?)(?:that|this|it|which|or)(?: would| will)?"
    r"(?: is|['’]s| makes| means| comes to| adds up to| works out at| amounts to|)"
    rf"(?: [a-z]+){{0,3}}? {HEDGES}{_D}{words(2)} {_PER} year\b",
    needs=(" a year| an year| each year| every year| per year",),
)
_MONTHLY: Final = lazy(
    rf"{_D}{words(3)} {_PER} (?P<time>week|month|quarter|day)\b", needs=(" week| month| quarter| day",)
)
_IN_A_YEAR: Final = {"day": (313.0, 366.0), "week": (46.0, 52.3), "month": (11.0, 12.1), "quarter": (4.0, 4.0)}
_FAR: Final = 2.0  # how far off a figure is that is meant to be this rate


def read(shape: Shape) -> Iterator[Relation]:
    """The rates, multiples and shares of a sentence; people who talk do not add up."""
    if not shape.quantities or shape.quantities[0].quoted:
        return
    yield from _each(shape)
    yield from _multiples(shape)
    yield from _shares(shape)
    yield from _yearly(shape)


def _each(shape: Shape) -> Iterator[Relation]:
    """`eight friends who won £2.4m will get £300,000 each`."""
    for hit in _EACH.finditer(shape.text) if shape.has(*_APIECE) and _SHARED.search(shape.text) else ():
        each = shape.at(hit["d"])
        wholes = alike(shape.quantities, each)
        counts = [one for one in shape.quantities if one.kind == "count" and one.value > 1 and one is not each]
        if len(wholes) != 1 or len(counts) != 1 or any(one.number.hedge for one in (each, *wholes, *counts)):
            continue
        whole, count = wholes[0], counts[0]
        quotient = whole.value / count.value
        if whole.start < each.start and whole.value > each.value > 0 and 1 / _FAR < each.value / quotient < _FAR:
            explained = ratio(amount(whole), amount(count)).meets(amount(each))
            unit = each.unit if each.kind == "money" else ""
            operands = ((whole, "whole"), (count, "count"))
            yield Relation("rate", each, operands, f"{unit}{shown(quotient, 2)}", explained)


def _multiples(shape: Shape) -> Iterator[Relation]:
    """`6,000 on Monday and twice as many, some 12,000, on Tuesday`."""
    for hit in _AS_MANY.finditer(shape.text) if shape.has(" as many", " as much") else ():
        times, made = shape.at(hit["f"]), shape.at(hit["d"])
        before = alike([one for one in shape.quantities if one.start < times.start], made)
        if not before or not before[-1].value or times.number.hedge:
            continue
        base = before[-1]
        if not 1 / _FAR < made.value / base.value / times.value < _FAR:
            continue
        explained = ratio(amount(made), amount(base)).meets(factor(times))
        yield Relation("factor", times, ((base, "from"), (made, "to")), shown(made.value / base.value, 2), explained)


def _shares(shape: Shape) -> Iterator[Relation]:
    """`a sample of 500 … 410 of them, or 82%`; `of the 36 desks, a quarter, or nine`."""
    if not shape.has("@p", "@s"):
        return
    for hit in _OF_THEM.finditer(shape.text):
        x, share = shape.pair(hit, "x", "s")
        before = [] if shape.before is None else list(shape.before.quantities)
        wholes = [one for one in alike([*before, *shape.quantities], x) if one.start < x.start and one.value > x.value]
        if len(wholes) == 1:
            yield _share(x, wholes[0], share)
    for hit in _SHARE_OF.finditer(shape.text):
        x, y, share = shape.at(hit["x"]), shape.at(hit["y"]), shape.at(hit["s"])
        if 0 < x.value < y.value:
            yield _share(x, y, share)


def _share(x: Quantity, y: Quantity, share: Quantity) -> Relation:
    explained = ratio(amount(x), amount(y)).meets(part(share))
    return Relation("share", share, ((x, "part"), (y, "whole")), shown(100 * x.value / y.value, 1), explained)


def _yearly(shape: Shape) -> Iterator[Relation]:
    """`£12 a month. That is £144 a year`."""
    for hit in _YEARLY.finditer(shape.text) if shape.has(" year") else ():
        for where, end in ((shape, hit.start()), (shape.before, None)):
            rates = list(_MONTHLY.finditer(where.text[:end])) if where is not None else []
            if len(rates) == 1 and where is not None:
                yield from _in_a_year(where.at(rates[0]["d"]), shape.at(hit["d"]), rates[0]["time"])
                break


def _in_a_year(rate: Quantity, yearly: Quantity, time: str) -> Iterator[Relation]:
    low, high = _IN_A_YEAR[time]
    if rate.kind != yearly.kind or rate.unit != yearly.unit or not rate.value:
        return
    found = ratio(amount(yearly), amount(rate))
    explained = found.low <= high and low <= found.high
    if explained or 1 / _FAR < yearly.value / (rate.value * high) < _FAR:
        unit = yearly.unit if yearly.kind == "money" else ""
        yield Relation("rate", yearly, ((rate, "rate"),), f"{unit}{shown(rate.value * int(high), 2)}", explained)
