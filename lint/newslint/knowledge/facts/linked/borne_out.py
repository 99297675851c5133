"""Whether the text of an article bears out a figure: it has it, rounded or in other words, or two of a paragraph make it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document

_CLOSE: Final = 0.02
_ROUND: Final = 0.1
_MUCH: Final = 0.45  # what "more than" may leave out
_DAYS: Final = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "night": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30.44,
    "quarter": 91.3,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525,
}


def kind_of(one: Quantity) -> str:
    """The kind of a figure: the age of a fossil is a stretch of time."""
    return "duration" if one.kind == "age" and one.value > _OLD else one.kind


_OLD: Final = 150


def size(one: Quantity) -> float:
    """A value that figures of one kind share, whatever their unit of time."""
    return one.value * _DAYS.get(one.unit or "year", 1) if kind_of(one) == "duration" else one.value


def borne_out(document: Document, one: Quantity, body: Sequence[Quantity]) -> bool:
    """Whether the text has a figure, or makes it from two of a sentence or of neighbours."""
    value = size(one)
    if any(_agrees(one, other) for other in body):
        return True
    alike = [other for other in body if other.unit == one.unit or one.kind == "percent"]
    pairs = (
        (a, b)
        for a, b in itertools.combinations(alike, 2)
        if a.kind == b.kind and a.unit == b.unit and _near(document, a, b)
    )
    made = (total for a, b in pairs for total in _made(size(a), size(b), share=one.kind == "percent"))
    return any(abs(total - value) <= _CLOSE * value for total in made)


def _near(document: Document, a: Quantity, b: Quantity) -> bool:
    """Whether two figures are in one paragraph."""
    return document.segment_at(a.start) == document.segment_at(b.start)


def _made(a: float, b: float, *, share: bool) -> Iterator[float]:
    yield a + b
    yield abs(a - b)
    if share and a and b:
        low, high = sorted((a, b))
        yield from (100 * low / high, 100 * (high - low) / low, 100 * (high - low) / high)


def _agrees(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be the same: rounded, hedged, as a share or in percent, with or without a unit."""
    if other.kind in ("ordinal", "score"):
        return False
    first, second = size(one), size(other)
    if {one.kind, other.kind} == {"percent", "share"}:
        first, second = (
            value * (100 if each.kind == "share" else 1) for each, value in ((one, first), (other, second))
        )
        return abs(first - second) <= 0.1 * first
    if one.value == other.value or (one.number.cut.meets(other.number.cut) and one.kind == other.kind):
        return True
    hedged = bool(one.number.hedge or other.number.hedge)
    if "over" in (one.number.hedge, other.number.hedge):
        return abs(first - second) <= _MUCH * min(first, second)
    return abs(first - second) <= (_ROUND if hedged or _one_digit(one) or _one_digit(other) else _CLOSE) * max(
        first, second
    )


def _one_digit(one: Quantity) -> bool:
    """Whether a figure is so round that it may stand for its neighbours."""
    return len(f"{one.value:.0f}".rstrip("0")) == 1 and one.value >= 10
