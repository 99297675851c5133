"""Quantities: every figure of an article, what kind it is of, and what it counts.

Kinds follow what can be computed with a figure, not how it is written: `21 of the dead were women` and `the 21 women` are
both counts, `a third`, `one in three` and `33%` all shares. The idea of reading quantities as value, unit and what is
counted is that of Roy, Vieira & Roth, "Reasoning about Quantities in Natural Language" (TACL 2015).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.dates import dates
from newslint.knowledge.facts.changes import change, ranges, sure
from newslint.knowledge.facts.counted import Counted, counted, described
from newslint.knowledge.facts.labels import named, what_else
from newslint.knowledge.facts.places import places
from newslint.knowledge.facts.shares import special
from newslint.knowledge.facts.states import state_after, state_before
from newslint.knowledge.numbers import Number, read_at
from newslint.knowledge.units import UNITS
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.changes import Change
from newslint.knowledge.facts.shares import Special

Kind = Literal[
    "count", "money", "percent", "points", "share", "factor", "ordinal", "duration", "measure", "year", "score", "age"
]

_TIME: Final = "second|minute|hour|day|night|week|fortnight|month|year|decade|century|season|quarter"
_DURATION = lazy(rf"[ -]?(?P<unit>{_TIME.replace('century', 'centur(?:y|ies)')})s?\b")
_POINTS = lazy(r"[ -](?:percentage|per ?cent|%|basis)[ -]?points?\b")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_DEFINITE = lazy(r"\b(the|all|both|those|these|its|their|his|her)(?: (?:other|same|remaining))? \Z")
_LIKELY_YEARS, _NOW = 1900, 2050
_SCORED: Final = frozenset("votes wins victories losses defeats draws sets games innings".split())
_NAMES: Final = tuple(sorted((unit for unit in UNITS if len(unit) > 1), key=len, reverse=True))
_UNIT = lazy(rf"[ -]?(?P<unit>{'|'.join(map(re.escape, _NAMES))})(?![\w²³/])")


class Quantity(Struct, frozen=True):
    """A figure of the article at [start, end) of the prose, its unit included.

    `number` has the value, the interval and the hedge. `unit` is the currency, the name of the unit of time (singular) or
    of measure, or nothing. `counted` is what is counted, as far as the words beside the figure say. `after` is the
    second figure of a score, or the whole of a share ("2 in 5"). `quoted` means that the figure is in a quotation.

    `state` is what has become of those counted, `dead` or `held` (see `states`), also where no noun is written ("38 were
    killed"). `definite` is the determiner before the figure ("the", "all"), or nothing. `ranged` marks both ends of a range
    ("9 to 12 people"), `change` an end or the amount of a change ("rose by 3, from 9 to 12"). `of` is the noun that a hyphenated
    figure describes (a nine-hour *sitting*). A range written with a hyphen ("20-30 people") is one count, its end in `after`.
    """

    start: int
    end: int
    kind: Kind
    number: Number
    unit: str = ""
    counted: Counted | None = None
    after: float | None = None
    quoted: bool = False
    state: str = ""
    definite: str = ""
    ranged: bool = False
    change: Change = ""
    of: str = ""

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
    found: list[Quantity] = []
    view = document.folded()
    at = document.derived(places)
    written = [(date.start, date.end) for date in document.derived(dates)] if at else []
    for segment in document.segments:
        start, end = view.locate(segment.start), view.locate(segment.end)
        inside = at[bisect_left(at, start) : bisect_left(at, end)]
        if inside:
            found += _Reading(document, start, end, inside, written).all()
    return tuple(found)


class _Reading:
    """The figures of one segment, [start, end) of the folded text; a figure may begin at `places`, dates are not read."""

    def __init__(
        self, document: Document, start: int, end: int, places: tuple[int, ...], written: list[tuple[int, int]]
    ) -> None:
        self._document, self._start, self._end = document, start, end
        self._view = document.folded()
        self._text, self._cased = self._view.text, document.folded(case=False).text
        at = bisect_left(written, (start, 0))
        self._places = places
        self._dates = written[max(at - 1, 0) : bisect_left(written, (end, 0))]

    def all(self) -> Iterator[Quantity]:
        shares = {found.start: found for found in special(self._text, self._places, self._start, self._end)}
        plain = {number.start: number for number in read_at(self._text, self._places, self._start, self._end)}
        taken, links = self._start, ranges(self._text, [*plain.values()])
        for at in sorted({*shares, *plain}):
            if at < taken or any(first <= at < last for first, last in self._dates):
                continue
            one = self._special(shares[at]) if at in shares else self._plain(plain[at], links)
            if one is not None:
                yield one
                taken = self._view.locate(one.end)

    def _special(self, found: Special) -> Quantity | None:
        number = Number(found.start, found.end, found.value, found.step, hedge=found.hedge)
        what = counted(self._text, found.start, found.end, self._end, of=found.kind == "share")
        kind: Kind = found.kind
        if kind == "score" and what is not None and found.value < (found.after or 0) and what.head not in _SCORED:
            kind = "count"  # 20-30 people
        return self._made(number, kind, "", found.end, what, after=found.after, ranged=kind == "count")

    def _plain(self, number: Number, links: frozenset[int]) -> Quantity | None:
        text = self._text
        number = sure(text, number, number.start in links)
        other = what_else(text, self._cased, number, self._start, self._end)
        if other == "label":
            return None
        kind, unit, last = _kind(text, number, self._end)
        if other == "age":
            kind, unit, last = "age", "", number.end
        what = None
        if kind in ("count", "year", "percent", "money"):
            what = counted(text, number.start, last, self._end, of=kind in ("percent", "money"))
        if (
            kind == "year"
            and what is not None
            and (number.hedge or number.value < _LIKELY_YEARS or number.value > _NOW)
        ):
            kind = "count"
        if kind == "count" and what is None and self._in_a_name(number, last):
            return None
        return self._made(number, kind, unit, last, what, ranged=number.start in links)

    def _in_a_name(self, number: Number, last: int) -> bool:
        return named(self._cased, number, self._start) and not state_after(self._text, last, self._end)

    def _made(
        self,
        number: Number,
        kind: Kind,
        unit: str,
        last: int,
        what: Counted | None,
        *,
        after: float | None = None,
        ranged: bool = False,
    ) -> Quantity:
        text, at = self._text, number.start
        span = self._view.span(at, last)
        state = what.state if what is not None else ""
        if kind == "count" and what is None:
            state = state_after(text, last, self._end) or state_before(text, at, self._start)
        definite = _DEFINITE.search(text, max(at - 24, self._start), at)
        return Quantity(
            span.start,
            span.end,
            kind,
            number,
            unit,
            what,
            after,
            not self._document.quoted.outside(span.start, span.end),
            state,
            what.definite if what is not None else definite[1] if definite else "",
            ranged,
            change(text, at, last, self._start, self._end),
            described(text, last, self._end) if "-" in text[number.end : last + 1] else "",
        )


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
    # Most figures have no unit, and the pattern of all units is long to compile.
    named = text.startswith(_NAMES, number.end + (text[number.end : number.end + 1] in (" ", "-")))
    measure = _UNIT.match(text, number.end, end) if named else None
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
