"""What two figures of a sentence come to: how full something is, and how much that is for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.near import alike
from newslint.knowledge.facts.figures.plausible import amount, part, ratio
from newslint.knowledge.facts.figures.shapes import HEDGES, token
from newslint.knowledge.facts.linked.clash import Clash, spans
from newslint.knowledge.numbers import Interval, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_ROOM: Final = lazy(
    rf"\b(?:(?:made|built|designed|meant|intended|licensed|equipped|room|space|capacity|places|beds|seats|berths|desks|stalls)"
    rf"(?: to (?:hold|take|house|seat|serve|carry))?(?: for| of)|capacity (?:is|was|of)|holds?|seats|that (?:holds|seats|"
    rf"takes)|which (?:holds|seats|takes)|accommodates?) {HEDGES}{token('c', 'all')}"
)
_SHARE: Final = rf"{token('ps', 's')}(?: of (?:its|it|them|the|their|all)(?: [a-z]+){{0,2}})?"
_FULL: Final = (
    (
        lazy(rf"{_SHARE} (?:is |was |are |were |being |now )*(?:full|filled|taken|occupied|in use|used|sold|let)\b"),
        True,
    ),
    (
        lazy(
            rf"{_SHARE} (?:is |was |are |were |being |now |standing |lying )*(?:empty|vacant|unfilled|unoccupied|free|"
            rf"unused|unsold|spare|unlet)\b"
        ),
        False,
    ),
)
_EACH: Final = lazy(
    rf"(?:,|;| \(| [-–—]|(?<=[a-z])) ?(?:or|that is|which is|at|equal to|equivalent to|working out at|which works out at|"
    rf"that works out at|which comes to|making|about|roughly)? ?"
    rf"{HEDGES}{token('m', 'd')} (?:(?:for|to|on|per) (?:each|every)(?: one)?(?: of (?:them|these|those))?|each|apiece|per "
    rf"(?P<noun>[a-z]+)|a head|for (?:each|every) (?P<other>[a-z]+))"
)
_LOOSE: Final = lazy(r"\b(?:up to|between|from|minimum|maximum|starting|at least|average|plus)\b")
_SHARED: Final = lazy(
    r"\b(?:the (?:whole|entire|full) (?:sum|amount)|the (?:money|sum|fund|total)|it|shared|divided|split|distributed)\b"
)
_FAR: Final = 20.0


def read(shape: Shape) -> Iterator[Clash]:
    """How full, and how much for each, where the sentence has both figures."""
    if len(shape.quantities) < _LEAST or shape.quantities[0].quoted:
        return
    yield from _filled(shape)
    yield from _each(shape)


_LEAST: Final = 3


def _filled(shape: Shape) -> Iterator[Clash]:
    room = _ROOM.search(shape.text)
    if room is None or not shape.has("@p", "@s"):
        return
    for form, full in _FULL:
        hit = form.search(shape.text)
        if hit is None:
            continue
        whole, share = shape.at(room["all"]), shape.at(hit["s"])
        taken = [one for one in alike(shape.quantities, whole) if one.value < whole.value and one.start < share.start]
        if len(taken) != 1 or whole.number.hedge == "about":
            continue
        found = ratio(amount(taken[0]), amount(whole))
        stated = found if full else Interval(1 - found.high, 1 - found.low)
        if not stated.meets(part(share)):
            value = taken[0].value / whole.value
            yield Clash(
                "filled",
                share.span,
                spans(taken[0], whole),
                f"{shown(100 * (value if full else 1 - value), 1)} percent",
            )


def _each(shape: Shape) -> Iterator[Clash]:
    """`£3m on inspecting its 1,500 bridges, or about £20,000 for each`."""
    for hit in _EACH.finditer(shape.text) if not _LOOSE.search(shape.text) else ():
        each = shape.at(hit["d"])
        before = [one for one in shape.quantities if one.start < each.start]
        wholes = [one for one in alike(before, each) if one.value > each.value]
        if not wholes and shape.before is not None and _SHARED.search(shape.text):
            wholes = [one for one in alike(shape.before.quantities, each) if one.value > each.value]
        counts = [one for one in before if one.kind == "count" and one.value > 1 and not one.of]
        if len(wholes) != 1 or not counts or each.change or wholes[0].change:
            continue
        stated = ratio(amount(wholes[0]), amount(each))
        if any(stated.meets(amount(one)) for one in counts) or len(counts) > 1:
            continue
        made = wholes[0].value / counts[0].value
        if 1 / _FAR < each.value / made < _FAR and _names(hit["noun"] or hit["other"], counts[0]):
            yield Clash("each", each.span, spans(wholes[0], counts[0]), f"{each.unit}{shown(made, 2)}")


def _names(noun: str | None, count: Quantity) -> bool:
    """Whether a noun after "per" is what is counted; without one it is."""
    return noun is None or noun in ("head", "person") or (count.counted is not None and count.counted.lemma == noun)
