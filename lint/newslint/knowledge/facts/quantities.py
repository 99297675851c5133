"""Quantities: every figure of an article, what kind it is of, and what it counts.

Kinds follow what can be computed with a figure, not how it is written: `21 of the dead were women` and `the 21 women` are
both counts, `a third`, `one in three` and `33%` all shares. The idea of reading quantities as value, unit and what is
counted is that of Roy, Vieira & Roth, "Reasoning about Quantities in Natural Language" (TACL 2015).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.facts.counted import Counted, counted
from newslint.knowledge.facts.shares import special
from newslint.knowledge.numbers import Number, read
from newslint.knowledge.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.text import View

Kind = Literal[
    "count", "money", "percent", "points", "share", "factor", "ordinal", "duration", "measure", "year", "score"
]

_TIME: Final = "second|minute|hour|day|night|week|fortnight|month|year|decade|century|season|quarter"
_DURATION = re.compile(rf"[ -]?(?P<unit>{_TIME.replace('century', 'centur(?:y|ies)')})s?\b")
_POINTS = re.compile(r"[ -](?:percentage|per ?cent|%|basis)[ -]?points?\b")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_UNIT = re.compile(
    rf"[ -]?(?P<unit>{'|'.join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True) if len(u) > 1)})(?![\w²³/])"
)


class Quantity(Struct, frozen=True):
    """A figure of the article at [start, end) of the prose, its unit included.

    `number` has the value, the interval and the hedge. `unit` is the currency, the name of the unit of time (singular) or
    of measure, or nothing. `counted` is what is counted, as far as the words beside the figure say. `after` is the
    second figure of a score, or the whole of a share ("2 in 5"). `quoted` means that the figure is in a quotation.
    """

    start: int
    end: int
    kind: Kind
    number: Number
    unit: str = ""
    counted: Counted | None = None
    after: float | None = None
    quoted: bool = False

    @property
    def value(self) -> float:
        """The figure's value as written; of a share between 0 and 1."""
        return self.number.value

    @property
    def span(self) -> Span:
        """Its half-open span of the prose."""
        return Span(self.start, self.end)


def quantities(document: Document) -> tuple[Quantity, ...]:
    """All quantities of the prose in order; use `document.derived(quantities)`."""
    found = []
    view = document.folded()
    for segment in document.segments:
        start, end = view.locate(segment.start), view.locate(segment.end)
        found += list(_read(document, view, start, end))
    return tuple(found)


def quantities_in(document: Document, start: int, end: int) -> list[Quantity]:
    """The quantities that lie within [start, end) of the prose."""
    return [one for one in document.derived(quantities) if start <= one.start and one.end <= end]


def _read(document: Document, view: View, start: int, end: int) -> Iterator[Quantity]:
    taken = start
    shares = {found.start: found for found in special(view.text, start, end)}
    plain = {number.start: number for number in read(view.text, start, end)}
    for at in sorted({*shares, *plain}):
        if at < taken:
            continue
        if at in shares:
            share = shares[at]
            number = Number(share.start, share.end, share.value, share.step, hedge=share.hedge)
            kind: Kind = share.kind
            last, unit, after = share.end, "", share.after
        else:
            number, after = plain[at], None
            kind, unit, last = _kind(view.text, number, end)
        what = counted(view.text, at, last, end) if kind in ("count", "share", "percent", "ordinal", "money") else None
        span = view.span(at, last)
        yield Quantity(
            span.start, span.end, kind, number, unit, what, after, not document.quoted.outside(span.start, span.end)
        )
        taken = last


def _kind(text: str, number: Number, end: int) -> tuple[Kind, str, int]:
    """What kind a plain number is of, its unit, and where the unit ends."""
    points = _POINTS.match(text, number.end, end)
    if points is not None:
        return "points", "", points.end()
    if number.kind == "%":
        return "percent", "", number.end
    if number.kind:
        return "money", number.kind, number.end
    time = _DURATION.match(text, number.end, end)
    if time is not None:
        return "duration", time["unit"].replace("centuries", "century"), time.end()
    measure = _UNIT.match(text, number.end, end)
    if measure is not None and not number.words | (
        measure["unit"] in ("in", "st", "stone", "f", "c", "pound", "pounds")
    ):
        return "measure", measure["unit"], measure.end()
    if (
        _FIRST_YEAR <= number.value <= _LAST_YEAR
        and number.step == 1
        and not number.words
        and "," not in text[number.start : number.end]
    ):
        return "year", "", number.end
    return "count", "", number.end
