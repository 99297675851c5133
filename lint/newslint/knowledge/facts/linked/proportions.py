"""A share and the two counts that it is of, in clauses of their own: `46 of them … roughly six in ten`, `264,215 of the county's
412,000 voters … nearly three in four`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import amount, part, ratio
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.facts.linked.clash import Clash, spans
from newslint.knowledge.numbers import Interval, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.near import Article
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_X: Final = token("c", "x")
_SAYS: Final = (
    rf"(?:,| –| —|\() ?(?:or|which is|that is|that was|a|an|about|a turnout of|turnout was|a rate of|equal to|"
    rf"making)?(?: [a-z]+){{0,2}}? ?{HEDGES}{token('ps', 's')}"
)
_OF_THEM: Final = lazy(rf"{_X}(?: [a-z]+){{0,1}} of (?:them|these|those)\b[^@;.]{{0,60}}?{_SAYS}")
_OF: Final = lazy(
    rf"{_X}{words(3, 'and|but|or|from|to')} (?:out )?of (?:the |its |their |all |[a-z]+['’]s? )?(?:[a-z]+['’]s? "
    rf")?(?:[a-z]+ )??{token('c', 'y')}(?P<between>[^@;]{{0,90}}?){_SAYS}"
)
_THAT: Final = lazy(rf"\A(?:that|this|it|which|turnout|the turnout)\b[^@]{{0,40}}? {HEDGES}{token('ps', 's')}")
_OTHER: Final = lazy(
    r"\b(?:up|down|rose|fell|from|than|compared|women|men|aged|among|margin|more|less|fewer|average|each|respectively)\b"
)
_REACH: Final = 3
_HEDGED: Final = {"under": (0.88, 1.03), "about": (0.88, 1.12), "over": (0.97, 1.25)}


def _stated(share: Quantity) -> Interval:
    """The values of a share: less is allowed for beside a hedge than where shares are far from their counts."""
    if not share.number.hedge:
        return part(share)
    low, high = _HEDGED[share.number.hedge]
    value = share.value / (100 if share.kind == "percent" else 1)
    return Interval(low * value, high * value)


_FAR: Final = 2.4
_TEN: Final = 10  # "nine of ten" is a share of its own


def read(shape: Shape, article: Article) -> Iterator[Clash]:
    """The shares of a sentence that the counts beside them do not bear out."""
    if not shape.quantities or shape.quantities[0].quoted:
        return
    for hit in _OF.finditer(shape.text) if shape.has("@p", "@s") else ():
        yield from _judged(shape.at(hit["x"]), [shape.at(hit["y"])], shape.at(hit["s"]), shape, hit["between"])
    for hit in _OF_THEM.finditer(shape.text) if shape.has("@p", "@s") else ():
        yield from _judged(
            shape.at(hit["x"]), _wholes(shape, article, shape.at(hit["x"])), shape.at(hit["s"]), shape, ""
        )
    before = shape.before
    that = _THAT.match(shape.text)
    if that is not None and before is not None and not before.has("@p", "@s"):
        pairs = list(_PAIR.finditer(before.text))
        if len(pairs) == 1:
            x, y = before.pair(pairs[0], "x", "y")
            yield from _judged(x, [y], shape.at(that["s"]), shape, "")


_PAIR: Final = lazy(
    rf"{_X}{words(3, 'and|but|or|from|to')} (?:out )?of (?:the |its |their |all |[a-z]+['’]s? )?(?:[a-z]+['’]s? "
    rf")?(?:[a-z]+ )??{token('c', 'y')}"
)


def _wholes(shape: Shape, article: Article, x: Quantity) -> list[Quantity]:
    """The counts before that a part can be of: larger, and of a noun."""
    figures = (one for near in article.before(shape, _REACH) for one in near.quantities)
    return [
        one
        for one in figures
        if one.kind == "count" and one.start < x.start and one.value > x.value and one.counted is not None
    ]


def _judged(x: Quantity, wholes: list[Quantity], share: Quantity, shape: Shape, between: str) -> Iterator[Clash]:
    if not wholes or len({one.value for one in wholes}) != 1 or _OTHER.search(between) or x.value <= 1:
        return
    whole, stated = wholes[0], _stated(share)
    if x.value >= whole.value or whole.value <= _TEN or x.kind != whole.kind or whole.of:
        return
    found = ratio(amount(x), amount(whole))
    counts = [one for one in shape.quantities if one.kind == "count" and one.value > 0]
    explained = found.meets(stated) or type(found)(1 - found.high, 1 - found.low).meets(stated)
    explained = explained or any(
        ratio(amount(a), amount(b)).meets(stated) for a in counts for b in counts if a.value < b.value
    )
    made, said = x.value / whole.value, share.value / (100 if share.kind == "percent" else 1)
    if not explained and 1 / _FAR < said / made < _FAR:
        yield Clash("share", share.span, spans(x, whole), f"{shown(100 * made, 1)} percent")
