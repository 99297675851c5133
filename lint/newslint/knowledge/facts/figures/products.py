"""What figures make when they are multiplied: a percentage of a sum, so many of so many, how often at what distance.

`12.5% off the £80 coat brought it to £70`, `eight rows of 12, 96 in all`, `every 15 minutes, or four an hour`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import amount, exact, product, ratio
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.numbers import Interval, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.near import Article
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_COMES: Final = (
    r"(?:(?: ?(?:,|—|–|--|\(|:))? ?(?:or|which (?:is|was|comes to|came to|makes|made|means|meant|amounts "
    r"to)|that is|that was|is|was|equals|comes to|"
    r"came to|brings it to|brought it to|bringing it to|makes it|made it|for|adding|costing|leaving|and "
    r"pa(?:ys|id)|now|would (?:be|come to)|"
    r"works out at|worked out at|down to|reducing it to|cutting it to) "
    r"|(?: ?(?:,|—|–|--|\(|:)) ?)"
)
_OF: Final = r"(?:of|on|off|from|for|tip on|discount on|deposit on|tax on|duty on|interest on|commission on|levy on)"
_SHARE: Final = lazy(
    rf"{token('ps', 'p')}{words(3, 'and|but|or|to')} {_OF}(?: (?:an?|the|its|their|his|her|every|each|"
    rf"your))*{words(4, 'and|but|or|to')} {HEDGES}{token('m', 'y')}"
    rf"{words(4, 'and|but|or')}{_COMES}{HEDGES}{token('m', 'z')}(?![ -](?:more|less|million|a ))",
    needs=("@m", "@p|@s"),
)
_TOTAL: Final = r"(?: in all| in total| altogether| all told)"
_ROWS: Final = lazy(
    rf"{token('c', 'n')}{words(3, 'and|but|or|than|in|from')} (?:of|with|carrying|holding|seating|each of|"
    rf"each with|each carrying|each holding) {HEDGES}{token('c', 'm')}"
    rf"{words(3, 'and|but|or')}(?: each| apiece)?(?:(?:,|—|–|--|:) ?(?:or |making |that is |which is |"
    rf"which makes )?(?:a total of |a grand total of )?{HEDGES}{token('c', 't')}"
    rf"{words(2)}{_TOTAL}|,? (?:for|making) a total of {HEDGES}{token('c', 'u')})",
    needs=("all told|altogether|a total of|in all|in total",),
)
_TIMES: Final = "second|minute|hour|day|week|month|year"
_EVERY: Final = lazy(
    rf"\bevery {token('d', 'd')}(?: ?(?:,|—|–|--|\())? ?(?:or|which is|that is|which means|i\.e\.|making)? "
    rf"?{HEDGES}{token('c', 'n')}(?: [a-z]+)? (?:an?|per|each|every) (?P<time>{_TIMES})\b",
    needs=("every @d",),
)
_SECONDS: Final = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2629800.0,
    "year": 31557600.0,
}
_EACH: Final = lazy(
    rf"\b(?:each|every|per) (?:of the )?(?:[a-z-]+ "
    rf")??(?P<noun>[a-z]{{3,}})\b[^@.;]{{0,60}}{token('m', 'e')}[^@.;]{{0,20}}?(?:,|—|–|--) ?"
    rf"(?:which |that |and that |a bill that |or )?(?:comes to|came to|adds up to|added up to|makes|"
    rf"amounts to|a total of|totall?ing|costing (?:it|them) (?:a total of )?|"
    rf"(?:in )?all told|altogether|for a total of) {HEDGES}{token('m', 't')}",
    needs=("@m", "each |every |per "),
)
_MAJORITY: Final = lazy(
    rf"{token('c', 'x')}{words(3, 'and|but|or')}(?: out)? of (?:the |its |their |all "
    rf")?{token('c', 'y')}{words(4)}(?:,|—|–|--| with| and so has| giving (?:it|them|him|her))? an? "
    rf"(?:overall |absolute |working |slim |narrow |tiny )?majority of (?:just |only )?{token('c', 'm')}",
    needs=("majority of ",),
)


def read(shape: Shape) -> Iterator[Relation]:
    """The products of a sentence."""
    if len(shape.quantities) < 2:
        return
    for hit in _SHARE.finditer(shape.text):
        yield from _share_of(shape.at(hit["p"]), shape.at(hit["y"]), shape.at(hit["z"]))
    for hit in _ROWS.finditer(shape.text):
        n, m, t = shape.at(hit["n"]), shape.at(hit["m"]), shape.at(hit["t"] or hit["u"])
        explained = product(exact(n), exact(m)).meets(exact(t)) or t.value > n.value * m.value * 3
        yield Relation("product", t, ((n, "count"), (m, "each")), shown(n.value * m.value), explained)
    for hit in _EVERY.finditer(shape.text):
        yield from _every(*shape.pair(hit, "d", "n"), hit["time"])
    for hit in _MAJORITY.finditer(shape.text):
        x, y, m = shape.at(hit["x"]), shape.at(hit["y"]), shape.at(hit["m"])
        over = 2 * x.value - y.value
        if 0 < over < y.value and x.value < y.value:
            explained = m.value in (over, x.value - y.value // 2, over / 2, over - 1, over + 1)
            yield Relation("difference", m, ((x, "end"), (y, "end")), shown(over), explained)


def each(shape: Shape, article: Article) -> Iterator[Relation]:
    """A sum for each of a thing and what it comes to, against the counts of that thing in the article."""
    for hit in _EACH.finditer(shape.text) if shape.has("each", "every", "per ") else ():
        one, whole = shape.pair(hit, "e", "t")
        noun = hit["noun"]
        counts = [
            c
            for s in article.shapes
            for c in s.quantities
            if c.kind == "count" and c.counted is not None and c.counted.lemma == noun and c.value > 1
        ]
        if not counts or one.unit != whole.unit or one.value <= 0:
            continue
        found = ratio(amount(whole), amount(one))
        fits = [c for c in counts if found.meets(amount(c))]
        if fits or len({c.value for c in counts}) == 1:
            count = (fits or counts)[0]
            yield Relation(
                "product",
                whole,
                ((one, "each"), (count, "count")),
                f"{whole.unit}{shown(one.value * count.value, 2)}",
                bool(fits),
            )


def _share_of(p: Quantity, y: Quantity, z: Quantity) -> Iterator[Relation]:
    """A percentage of a sum, or what the sum is with it or without it."""
    if y.unit != z.unit or y.value <= 0 or (p.kind == "percent" and p.value > 100):
        return
    value = p.value / 100 if p.kind == "percent" else p.value
    step = p.number.step / 200 if p.kind == "percent" else value * 0.05
    part = product(Interval(value - step, value + step), amount(y))
    whole = amount(y)
    left = Interval(whole.low - part.high, whole.high - part.low)
    more = Interval(whole.low + part.low, whole.high + part.high)
    fuzzy = amount(z)
    explained = any(one.meets(fuzzy) for one in (part, left, more))
    computed = (
        f"{y.unit}{shown(value * y.value if z.value < y.value * 0.6 or value > 0.6 else (1 - value) * y.value, 2)}"
    )
    yield Relation("product", z, ((p, "share"), (y, "whole")), computed, explained)


def _every(d: Quantity, n: Quantity, time: str) -> Iterator[Relation]:
    """`every 15 minutes, or four an hour`."""
    if d.unit not in _SECONDS or d.value <= 0:
        return
    times = _SECONDS[time] / (_SECONDS[d.unit] * d.value)
    low, high = times * 0.9, times * 1.1
    yield Relation("rate", n, ((d, "rate"),), shown(times, 1), Interval(low - 0.5, high + 0.5).meets(amount(n)))
