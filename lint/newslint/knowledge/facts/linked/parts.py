"""Parts that are listed alike, and the whole that they should make: `£2.5m from A, £1.2m from B and £500,000 from C`.

Three or more figures of one unit, each followed by the same preposition, are the parts of something. The whole is what the
sentence ties them to, or a figure near before which they all but make. A sum that any figure of the article is explains them.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.near import alike
from newslint.knowledge.facts.figures.plausible import amount
from newslint.knowledge.facts.linked.clash import Clash, spans
from newslint.knowledge.numbers import shown, zeros
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.near import Article
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_UNIT: Final = r"[mcu]"
_LEAD: Final = r"(?: (?!and\b|but\b|or\b)[^\s@,;:()]+){0,4}? "
_PREPOSITIONS: Final = "from|to|for|in|on|at|by|towards|via|through"
# The same preposition after each figure, and no other figure between.
_LIST: Final = lazy(
    rf"@(?P<unit>{_UNIT})\d+@{_LEAD}(?P<lead>{_PREPOSITIONS}) [^@;:()]{{2,60}}?"
    rf"(?:, @(?P=unit)\d+@(?:{_LEAD}| )(?P=lead) [^@;:()]{{2,60}}?)+,? and (?:a further |another |the remaining "
    rf")?@(?P=unit)\d+@(?:{_LEAD}| )"
    rf"(?P=lead) [^@;:()]{{2,60}}"
)
_OPEN: Final = lazy(
    r"\b(?:includ\w+|among|at least|such as|part|some of|more than one|compared|against|up|down|rose|fell|respectively|"
    r"average|each|per|every|"
    r"a (?:day|week|month|year|head)|cheap\w*|tickets?|prices?|priced|starting|range\w*|between)\b"
)
_WHOLE: Final = lazy(
    r"\b(?:paid for|funded|financed|met|made up|raised|consist\w*|compris\w*|divided|split|shared|broken down|comes?|came|"
    r"coming|took|taking|won)\b"
)
_OF: Final = lazy(
    rf"(?:\A|[,;] |\b(?:and|but|while) )(?:out )?of (?:the |its |their |his |her |that |this )?(?:[a-z]+ "
    rf")?(?P<whole>@{_UNIT}\d+@)[^@;]{{0,60}}?,? \Z"
)
_OVER: Final = 1.4
_NEAR: Final = (0.72, 1.3)  # how far the parts are from a whole that the sentence ties them to
_CLOSE: Final = (0.88, 1.14)  # and from one that stands elsewhere
_REACH: Final = 4  # sentences with figures before that may name the whole


def read(shape: Shape, article: Article) -> Iterator[Clash]:
    """The lists of a sentence that do not make the whole."""
    if len(shape.quantities) < _LEAST or any(one.quoted for one in shape.quantities):
        return
    for hit in _LIST.finditer(shape.text):
        parts = shape.all_of(hit[0])
        if not _plain(shape, hit, parts):
            continue
        if any(makes(parts, one) for one in article.alike(parts[0]) if one not in parts):
            continue
        whole = _whole(shape, article, hit, parts)
        if whole is not None:
            yield Clash("parts", parts[-1].span, spans(whole, *parts[:-1]), added(parts))


_LEAST: Final = 3
_SURE: Final = 1.15  # times the root of the squared errors of rounding: about 19 in 20 sums are nearer


def makes(parts: list[Quantity], whole: Quantity) -> bool:
    """Whether parts make a whole, as far as it can be told from rounded figures; whole numbers are not rounded."""
    figures = [*parts, whole]
    steps = {_step(one) for one in figures}
    # Beside £2.6m, £1m is exact to a tenth as well.
    finest = (_step(one) / 10 if _step(one) / 10 in steps else _step(one) for one in figures)
    errors = math.hypot(*(step / 2 for step in finest if step > 1 or whole.kind == "money"))
    hedged = amount(whole)
    made = sum(one.value for one in parts)
    return (
        hedged.low - _SURE * errors <= made <= hedged.high + _SURE * errors
        if whole.number.hedge
        else abs(made - whole.value) <= _SURE * errors
    )


def _step(one: Quantity) -> float:
    """What a figure is exact to."""
    return (
        max(one.number.step, zeros(one.value) / 10) if one.value >= _ROUND and one.kind == "count" else one.number.step
    )


_ROUND: Final = 1000


def _plain(shape: Shape, hit: re.Match[str], parts: list[Quantity]) -> bool:
    """Whether the figures of a list are exact, of one unit, and nothing says that they leave something out."""
    first = parts[0]
    if any(
        one.unit != first.unit or one.number.hedge or one.ranged or one.change or one.after is not None for one in parts
    ):
        return False
    if first.kind == "count" and len({one.counted.lemma for one in parts if one.counted is not None}) > 1:
        return False
    return _OPEN.search(shape.text) is None


def _whole(shape: Shape, article: Article, hit: re.Match[str], parts: list[Quantity]) -> Quantity | None:
    """The figure that the parts should make."""
    made, before = sum(one.value for one in parts), shape.text[: hit.start()]
    of = _OF.search(before)
    if of is not None and shape.at(of["whole"]).unit == parts[0].unit:
        whole = shape.at(of["whole"])
        return whole if whole.value < made < whole.value * _OVER and not whole.number.hedge else None
    here = [one for one in alike(shape.all_of(before), parts[0]) if _may_be(one, made, _NEAR)]
    if here and _WHOLE.search(before):
        return here[-1]
    return _elsewhere(shape, article, parts, made)


def _elsewhere(shape: Shape, article: Article, parts: list[Quantity], made: float) -> Quantity | None:
    """The one amount of money near before that the parts all but make."""
    if parts[0].kind != "money" or _WHOLE.search(shape.text) is None:
        return None
    near = [
        one
        for other in article.before(shape, _REACH)[:-1]
        for one in alike(other.quantities, parts[0])
        if _may_be(one, made, _CLOSE) and not one.quoted and not one.change
    ]
    return near[-1] if len({one.value for one in near}) == 1 else None


def _may_be(one: Quantity, made: float, limits: tuple[float, float]) -> bool:
    """Whether a figure can be meant for the whole: hedged ones may be further off on their side."""
    if one.number.hedge in ("about", "under"):
        return False
    low, high = limits
    if one.number.hedge == "over":
        return _MUCH_LESS * one.value < made < one.value
    return low * one.value < made < high * one.value


_MUCH_LESS: Final = 0.75


def added(parts: list[Quantity]) -> str:
    unit = parts[0].unit if parts[0].kind == "money" else ""
    return f"{unit}{shown(sum(one.value for one in parts), 2)}"
