"""All clashes of an article: each module of this folder reads one kind of link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.near import Article
from newslint.knowledge.facts.figures.shapes import shapes
from newslint.knowledge.facts.linked import (
    answers,
    boxes,
    changed,
    clocks,
    compared,
    counted_days,
    editions,
    filled,
    finishes,
    going,
    implied,
    lives,
    named,
    once,
    parents,
    parts,
    plans,
    priced,
    proportions,
    remainders,
    replaced_by,
    scorers,
    standings,
    summaries,
    sums,
    tenures,
    tolls,
    turns,
    units,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.linked.clash import Clash

_SENTENCE: Final = (
    compared.read,
    answers.read,
    filled.read,
    changed.averaged,
    remainders.rests,
)
_ARTICLE: Final = (parts.read, implied.read, sums.read, proportions.read, standings.read, compared.valued)
_FIGURES: Final = (
    boxes.boxes,
    lives.lives,
    once.once,
    once.until,
    tolls.tolls,
    priced.priced,
    remainders.following,
    turns.terms,
    turns.votes,
    turns.majorities,
    scorers.scorers,
    finishes.finishes,
    parents.parents,
    summaries.summaries,
    units.units,
    named.voters,
    named.counted_before,
    tolls.summed,
    summaries.scores,
)
_TIMES: Final = (
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


def figure_clashes(document: Document) -> tuple[Clash, ...]:
    """The clashes between figures of an article, in order, one of each pair of places; use `document.derived`."""
    return _apart(_figures(document))


def time_clashes(document: Document) -> tuple[Clash, ...]:
    """The clashes between times of an article, those of the cases TIMES, as `figure_clashes`."""
    return _apart(clash for times in _TIMES for clash in times(document))


def _apart(clashes: Iterator[Clash]) -> tuple[Clash, ...]:
    found: list[Clash] = []
    for one in clashes:
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


def _figures(document: Document) -> Iterator[Clash]:
    article = Article(document.derived(shapes))
    for shape in article.shapes:
        for sentence in _SENTENCE:
            yield from sentence(shape)
        for wide in _ARTICLE:
            yield from wide(shape, article)
    yield from changed.changed(article)
    yield from remainders.ordinals(document, article)
    for figures in _FIGURES:
        yield from figures(document)
