"""All clashes of an article: each module of this folder reads one kind of link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.linked import clocks, counted_days, editions, going, plans, replaced_by, tenures

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.knowledge.facts.linked.clash import Clash

_READERS: Final = (
    counted_days.counted_days,
    counted_days.years_after,
    clocks.clocks,
    going.open_spells,
    going.too_young,
    editions.editions,
    replaced_by.replaced,
    tenures.tenures,
    tenures.too_long,
    plans.schedules,
    plans.ranges,
)


def clashes(document: Document) -> tuple[Clash, ...]:
    """The clashes between times of an article, in order, one of each pair of places; use `document.derived`."""
    found: list[Clash] = []
    for one in (clash for read in _READERS for clash in read(document)):
        if not any(_same(one, other) for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.place))


def _same(one: Clash, other: Clash) -> bool:
    """Whether two clashes are at one place, or between the same two places."""
    if one.place.overlaps(other.place):
        return True
    return any(one.place.overlaps(span) for span in other.others) and any(
        other.place.overlaps(span) for span in one.others
    )
