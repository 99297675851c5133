"""One number in two units: `four millimetres across … barely four centimetres wide`, `£1.92bn` and `€1.92bn`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.quantities import Quantity, quantities
from newslint.knowledge.headline import stems
from newslint.knowledge.units import UNITS
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

_LEAST: Final = 2
_CONVERTED: Final = 40  # code points beside an amount in which another currency says what it is worth
_SIZE: Final = lazy(
    r"\b(?:long|wide|across|tall|high|deep|thick|away|rain\w*|snow\w*|fell|fall|diameter|length|width|height|distance|"
    r"depth|apart|walk|drive|from)\b"
)


def units(document: Document) -> Iterator[Clash]:
    """Figures that are said again with the same number, and another unit of the same kind."""
    found = [
        one
        for one in document.derived(quantities)
        if one.kind in ("money", "measure", "count") and not one.quoted and _unit(one)
    ]
    for index, later in enumerate(found):
        before = found[:index]
        if any(one.value == later.value and _unit(one) == _unit(later) for one in before):
            continue
        earlier = next(
            (
                one
                for one in before
                if one.value == later.value and _one_kind(one, later) and _telling(document, one, later)
            ),
            None,
        )
        if earlier is not None:
            yield Clash("unit", later.span, (earlier.span,))


def _unit(one: Quantity) -> str:
    """The unit of a figure; of one in words, its noun."""
    if one.kind != "count":
        return one.unit
    noun = one.counted.head if one.counted is not None and not one.counted.modifiers else ""
    return noun if noun in UNITS else ""


def _one_kind(one: Quantity, other: Quantity) -> bool:
    if (one.kind == "money") != (other.kind == "money"):
        return False
    if one.kind == "money":
        if one.unit == other.unit:
            return False
        plain = "$" in (one.unit, other.unit)  # of whichever country the article is
        return not (plain and one.unit.endswith("$") and other.unit.endswith("$"))
    first, second = UNITS.get(_unit(one)), UNITS.get(_unit(other))
    return (
        first is not None
        and second is not None
        and first.dimension == second.dimension
        and _confusable(first.factors[0], second.factors[0])
    )


def _confusable(one: float, other: float) -> bool:
    """Whether one unit is written for the other: millimetres for centimetres, and not pounds for tons."""
    return 1 < max(one, other) / min(one, other) < _TIMES


_TIMES: Final = 12


def _telling(document: Document, one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one thing: an unusual number, or sentences that say the same; and neither is converted."""
    converted = one.kind != "money" and (_converted(document, one) or _converted(document, other))
    if converted or document.sentence_at(one.start) == document.sentence_at(other.start):
        return False
    digits = f"{one.value:.10g}".replace(".", "").strip("0")
    first, second = (frozenset(stems(_sentence(document, each))) for each in (one, other))
    shared = len(first & second)
    if one.kind != "money" and len(digits) >= _LEAST:
        return True
    if one.kind != "money":
        return shared >= 1 or all(_SIZE.search(_sentence(document, each)) for each in (one, other))
    return len(digits) >= _LEAST + (shared < 1)


def _sentence(document: Document, one: Quantity) -> str:
    span = document.sentence_at(one.start)
    return document.prose.text[span.start : span.end].lower()


def _converted(document: Document, one: Quantity) -> bool:
    """Whether a figure in another unit right beside it says the same."""
    text = document.prose.text
    near = [
        other
        for other in document.derived(quantities)
        if other is not one
        and other.kind == one.kind
        and other.unit != one.unit
        and abs(other.start - one.start) < _CONVERTED
    ]
    return bool(near) and (
        "(" in text[max(one.start - _CONVERTED, 0) : one.end + _CONVERTED]
        or " or " in text[one.start : one.end + _CONVERTED]
    )
