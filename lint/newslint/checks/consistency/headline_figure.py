"""headline-figure: a figure of the headline that the text has nowhere, while its opening has another of the same thing."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.quantities import Quantity, quantities
from newslint.knowledge.headline import headline_of, stems
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document

_OPENING: Final = 2  # paragraphs that tell what the headline tells
_ROUND: Final = 0.12  # a headline's figure may be so much off, if it is rounded to one digit
_CLOSE: Final = 0.03  # and so much, however it is written
_EXACT: Final = 0.01
_LEAST, _MOST = 0.4, 2.5  # times the figure of the opening; beyond, the two are of different things
_UNITS: Final = frozenset({"money", "duration", "measure"})
_BARE: Final = frozenset({"percent", "score"})

_EACH: Final = lazy(r" (?:each|apiece|per|an?|every)\b")
_PAIR: Final = 2

Thing = tuple[str, str]  # a kind of quantity and which end of a change it is, and its unit or what is counted


class HeadlineFigure(Check, frozen=True, kw_only=True):
    """`cut 1,200 jobs` over an article that says 1,500: nowhere does the text have that figure, or one that rounds to it.

    The opening must have one figure of the same thing, and share a word with the headline. Nothing is said of figures that are
    quoted, hedged or one end of a range, nor of a sum or a difference of two figures of one sentence.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a figure, at the headline; related: the figure of the opening."""
        document = unit.document
        headline = headline_of(document)
        opening = [segment for segment in document.segments if segment.kind == "paragraph"][:_OPENING]
        if headline is None or not opening:
            return
        found = document.derived(quantities)
        body = [each for each in found if each.start >= headline.end]
        first = [each for each in body if any(part.start <= each.start < part.end for part in opening)]
        for figure in found:
            if headline.start <= figure.start < headline.end and (other := _other(document, figure, body, first)):
                text = document.prose.text
                yield Match(
                    figure.span,
                    values={"other": text[other.start : other.end]},
                    related=(Compared(other.span),),
                )


def _other(
    document: Document, figure: Quantity, body: Sequence[Quantity], opening: Sequence[Quantity]
) -> Quantity | None:
    """The figure of the opening that a headline's figure should be; None if it may be right."""
    thing = _thing(figure)
    if thing is None or not _plain(figure) or figure.number.hedge:
        return None
    alike = [each for each in body if _thing(each) == thing]
    told = [each for each in opening if _thing(each) == thing]
    if (
        len({(each.value, each.after) for each in told}) != 1
        or not _plain(told[0])
        or _explained(document, figure, body, alike)
    ):
        return None
    if figure.kind != "score" and not _LEAST * told[0].value <= figure.value <= _MOST * told[0].value:
        return None
    return told[0] if _same_story(document, figure, told[0]) else None


def _thing(quantity: Quantity) -> Thing | None:
    """What a figure is of; None where the words beside it do not say."""
    end = (
        quantity.change if quantity.change in ("from", "to") else ""
    )  # "falls to 3%" is held against "fell to 2%" only
    if quantity.kind == "count":
        what = quantity.counted.lemma if quantity.counted else ""
        return (f"count {end}", what) if what else None
    if quantity.kind in _UNITS:
        return f"{quantity.kind} {end}", quantity.unit
    return (f"{quantity.kind} {end}", "") if quantity.kind in _BARE else None


def _plain(quantity: Quantity) -> bool:
    return not (quantity.quoted or quantity.ranged)


def _explained(document: Document, figure: Quantity, body: Sequence[Quantity], alike: Sequence[Quantity]) -> bool:
    """Whether the text has the figure: as it is, rounded, or as what two figures of one sentence come to."""
    if figure.kind == "score":
        return any({each.value, each.after} == {figure.value, figure.after} for each in alike)
    if any(each.value == figure.value for each in body if each.kind not in ("year", "ordinal")):
        return True
    if any(_rounded(each.value, figure.value) or _several(document, each, figure) for each in alike):
        return True
    return any(
        document.sentence_at(one.start) == document.sentence_at(other.start)
        and any(
            abs(made - figure.value) <= _EXACT * figure.value
            for made in (one.value + other.value, abs(one.value - other.value))
        )
        for one, other in combinations(alike, 2)
    )


def _several(document: Document, one: Quantity, figure: Quantity) -> bool:
    """Whether a figure is so many times another, which is that of one: "two awards of $5,000 each"."""
    times = figure.value / one.value if one.value else 0
    return times >= _PAIR and times == int(times) and _EACH.match(document.prose.text, one.end) is not None


def _rounded(one: float, other: float) -> bool:
    """Whether two figures may be the same, one of them rounded."""
    off = abs(one - other) / max(abs(one), abs(other), 1e-9)
    return off <= _CLOSE or round(one) == round(other) or (off <= _ROUND and (_one_digit(one) or _one_digit(other)))


def _one_digit(value: float) -> bool:
    return len(f"{value:.0f}".rstrip("0")) <= 1


def _same_story(document: Document, figure: Quantity, other: Quantity) -> bool:
    """Whether the sentence of a figure shares a word with the headline."""
    text, above, there = document.prose.text, document.segment_at(figure.start), document.sentence_at(other.start)
    return above is not None and not set(stems(text[above.start : above.end])).isdisjoint(
        stems(text[there.start : there.end])
    )
