"""Figures: those of an article that are not those of its source, and what they differ in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from msgspec import structs

from newslint.sources.amounts import Amount, amounts, derivable, fits
from newslint.sources.callings import recalled
from newslint.sources.differing import Differing, differing
from newslint.sources.slots import Slots
from newslint.sources.tokens import stem_of

_BEYOND_DOUBT: Final = 5.0  # around two figures in common: then the one is no sum of others
_SMALL: Final = 12.0  # such numbers are said of much
_OF_OTHERS: Final = 5.0  # around two figures that count different things
_SAME_NUMBER: Final = 4.0  # around one figure of two things: of dollars and euros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document


def figures(document: Document) -> tuple[Differing, ...]:
    """The figures outside quotations that differ; use `document.derived(figures)`."""
    found = [*_figures(document)]
    units = (one for one in document.derived(recalled) if one.what == "unit")
    found += [one for one in units if not any(one.here.overlaps(known.here) for known in found)]
    return tuple(sorted(found, key=lambda one: one.here))


def _figures(document: Document) -> Iterator[Differing]:
    slots = Slots.over(document, amounts, fits, _alike, _needs, _slip)
    alignment, there = slots.alignment, slots.there
    for slot in slots.differing():
        linked = [amount for link in alignment.links[slot.article] for amount in there[link.number]]
        if _of_others(slot.here, slot.there) and any(fits(slot.here, one) for others in there for one in others):
            continue
        doubtless = slot.common >= _BEYOND_DOUBT and not slot.here.moved
        if doubtless or not derivable(slot.here, linked):
            what = _what(slot.here, slot.there)
            whole = slot._replace(here=_with_rate(slot.here), there=_with_rate(slot.there)) if what == "unit" else slot
            yield differing(whole, alignment, what)


def _alike(article: Amount, source: Amount) -> bool:
    """Whether two figures are of one sort."""
    if article.since or source.since:
        return article.since == source.since and (article.unit == source.unit or article.value == source.value)
    if article.dimension != source.dimension:
        return article.value == source.value and {article.dimension, source.dimension} == {"share", "points"}
    if article.dimension == "time" and article.unit != source.unit:
        return article.value == source.value
    return True


def _slip(article: Amount, source: Amount) -> int:
    """Whether one figure is the other with its digits in another order, or with a zero more or less; of one thing."""
    if article.dimension != source.dimension or article.unit != source.unit or article.since != source.since:
        return 0
    if article.dimension == "score":
        return int(article.value != source.value)
    if not article.unit and (not article.head or _of_others(article, source)):
        return 0
    one, other = (f"{amount.value:.15g}".replace(".", "") for amount in (article, source))
    moved = len(one) > 1 and article.value != source.value and sorted(one) == sorted(other)
    return int(moved or (article.value > _SMALL and one.rstrip("0") == other.rstrip("0") and not fits(article, source)))


def _of_others(article: Amount, source: Amount) -> bool:
    """Whether two figures count things of different names."""
    return bool(article.head and source.head) and stem_of(article.head) != stem_of(source.head)


def _needs(article: Amount, source: Amount) -> float:
    """What two figures must have in common around them: more if they count different things, or a small number nothing."""
    if article.dimension == "ordinal" and not (article.head and stem_of(article.head) == stem_of(source.head or "-")):
        return math.inf  # "the first half", "the 23rd minute"
    if _of_others(article, source):
        return _OF_OTHERS if article.value != source.value else _SAME_NUMBER
    return 3.0 if article.value <= _SMALL and not article.head and article.dimension == "number" else 0.0


def _with_rate(amount: Amount) -> Amount:
    """A figure as far as the time in which there is so much is said: "95 million euros a month"."""
    return structs.replace(amount, end=max(amount.end, amount.until))


def _what(article: Amount, source: Amount) -> str:
    said, other = ((one.unit, one.dimension, one.per) for one in (article, source))
    if article.value == source.value and (said != other or _of_others(article, source)):
        return "unit"
    return "percentage" if article.dimension in ("share", "points") else "figure"
