"""Relations between figures: what an article derives from other figures of its own, and whether those bear it out.

A derived figure is recognised by its cue, and its operands by what ties them to it. Every relation that the cue allows is
computed over intervals; the figure is explained if one of them holds. Only figures that are bound to their operands are
here at all, so an unexplained one is a slip of the article, or of its punctuation. The idea is that of statcheck and GRIM.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.knowledge.facts.figures import (
    apiece,
    averages,
    changes,
    differences,
    lists,
    percents,
    products,
    rates,
    rest,
    shares,
    tabled,
    totals,
    two_times,
    votes,
    wholes,
)
from newslint.knowledge.facts.figures.near import Article
from newslint.knowledge.facts.figures.shapes import shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.figures.relation import Relation

_READERS = (
    shares.read,
    changes.read,
    differences.read,
    totals.read,
    rest.read,
    percents.read,
    rates.read,
    votes.read,
    products.read,
    averages.read,
    apiece.read,
)
_WIDE = (
    shares.alone,
    two_times.read,
    lists.read,
    products.each,
    wholes.read,
)  # those that look beyond the sentence for what explains a figure


def relations(document: Document) -> tuple[Relation, ...]:
    """One relation of each derived figure, in order: one that explains it, if there is one; use `document.derived(relations)`."""
    found: dict[int, Relation] = {}
    for one in _relations(document):
        earlier = found.get(one.derived.start)
        if earlier is None or (one.explained and not earlier.explained):
            found[one.derived.start] = one
    return tuple(found[start] for start in sorted(found))


def _relations(document: Document) -> Iterator[Relation]:
    yield from tabled.read(document)
    top = max((one.end for one in document.segments if one.kind in ("headline", "dek") or one.lede), default=0)
    article = Article(document.derived(shapes), top)
    for shape in article.shapes:
        for wide in _WIDE:
            yield from (one for one in wide(shape, article) if one.one_voice)
        for reader in _READERS:
            yield from (one for one in reader(shape) if one.one_voice)
