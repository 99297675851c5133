"""Figures of tables: totals of columns, and shares and changes that most rows of a table bear out and one does not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.grid import Table, tables
from newslint.knowledge.facts.figures.plausible import amount, exact, part, ratio, total
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.numbers import Interval, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.quantities import Quantity

_TOTAL: Final = lazy(r"(?:grand |overall |sub-?)?(?:totals?|all|sum|together|altogether|overall)\b")
_WITHIN: Final = lazy(r"\W*(?:of which|of whom|including|incl|thereof|excluding|excl|memo|among them)\b")
_NO_SUM: Final = lazy(
    r"\b(?:average|avg|mean|median|rate|price|per|rank|place|pos|position|age|change|year|share|%|percent|"
    r"growth|yield|ratio|score|rating|index|time|date|no|number|id)\b|%"
)
_CLOSE: Final = 0.25  # a total further off than this is of something else
_PERCENT_OFF: Final = 1.0
_LEAST: Final = 3  # rows that a relation must hold for before the one that it does not hold for is wrong


def read(document: Document) -> Iterator[Relation]:
    """The relations of an article's tables."""
    for table in document.derived(tables):
        found = [*_totals(table), *_shares(table), *_changes(table)]
        wrong = {one.derived.start for one in found if not one.explained}
        right = {one.derived.start for one in found if one.explained}
        for one in found:
            if one.explained or (
                one.derived.start not in right and not any(cell.start in wrong for cell, _ in one.operands)
            ):
                yield one


def _totals(table: Table) -> Iterator[Relation]:
    for last in range(3, len(table.rows)):
        if not _TOTAL.match(table.label(last)):
            continue
        for number in table.columns[1:]:
            column = table.column(number)
            head = table.rows[0].get(number)
            if last not in column or (
                head is not None and column[last].kind != "percent" and _NO_SUM.search(head.text.lower())
            ):
                continue
            rows = [row for row in range(1, last) if not _WITHIN.match(table.label(row))]
            parts = [column[row] for row in rows if row in column]
            if len(parts) == len(rows) >= 2 and not any(_TOTAL.match(table.label(row)) for row in rows):
                yield from _sum(column[last], parts)


def _sum(whole: Quantity, parts: list[Quantity]) -> Iterator[Relation]:
    made = total([exact(one) for one in parts])
    value = sum(one.value for one in parts)
    if len({one.kind for one in (whole, *parts)} - {"year"}) > 1 or whole.value <= 0:
        return
    percent = whole.kind == "percent"
    if (percent and abs(whole.value - 100) > _PERCENT_OFF) or abs(value / whole.value - 1) > _CLOSE:
        return
    slack = (
        sum(one.number.step for one in (*parts, whole)) / 2
        if any(one.number.step < 1 or one.kind == "percent" for one in parts)
        else 0.0
    )
    explained = Interval(made.low - slack, made.high + slack).meets(exact(whole)) or any(
        math.isclose(value - one.value, whole.value)
        for one in parts  # one row may be a part of another
    )
    decimals = 2 if any(one.number.step < 1 for one in parts) else 0
    yield Relation("total", whole, tuple((one, "part") for one in parts), shown(value, decimals), explained)


def _shares(table: Table) -> Iterator[Relation]:
    """A column of percentages beside one of counts: each is its count of the total, or of the sum."""
    for number in table.columns:
        shares = {
            row: one
            for row, one in table.column(number).items()
            if one.kind == "percent" and not _TOTAL.match(table.label(row))
        }
        for other in table.columns:
            column = table.column(other)
            counts = {
                row: one for row, one in column.items() if row in shares and one.kind in ("count", "money", "year")
            }
            if other == number or len(counts) < _LEAST:
                continue
            wholes = [sum(one.value for one in counts.values())]
            wholes += [one.value for row, one in column.items() if _TOTAL.match(table.label(row))]
            for whole in filter(None, wholes):  # a column of noughts is a share of nothing
                yield from _misfits(counts, shares, whole)


def _misfits(counts: dict[int, Quantity], shares: dict[int, Quantity], whole: float) -> Iterator[Relation]:
    fits = {}
    for row, one in counts.items():
        found = amount(one)
        fits[row] = Interval(found.low / whole, found.high / whole).meets(part(shares[row]))
    if sum(fits.values()) >= max(2, len(fits) - 1):
        for row, fit in fits.items():
            computed = shown(100 * counts[row].value / whole, 1)
            yield Relation("cell", shares[row], ((counts[row], "count"),), computed, fit)


def _changes(table: Table) -> Iterator[Relation]:
    """A column of changes in percent beside the two columns that they are between."""
    for number in table.columns:
        stated = {row: one for row, one in table.column(number).items() if one.kind == "percent"}
        columns = [table.column(other) for other in table.columns if other != number]
        for first in columns:
            for last in columns:
                rows = [row for row in stated if row in first and row in last]
                if (
                    first is last
                    or len(rows) < _LEAST
                    or any(first[row].kind == "percent" or first[row].kind != last[row].kind for row in rows)
                ):
                    continue
                yield from _changed(stated, first, last, rows)


def _changed(
    stated: dict[int, Quantity], first: dict[int, Quantity], last: dict[int, Quantity], rows: list[int]
) -> Iterator[Relation]:
    fits = {}
    for row in rows:
        found = ratio(amount(last[row]), amount(first[row]))
        change = Interval(found.low - 1, found.high - 1)
        claim = part(stated[row])
        fits[row] = change.meets(claim) or Interval(-change.high, -change.low).meets(claim)
    if sum(fits.values()) >= max(2, len(fits) - 1):
        for row, fit in fits.items():
            if first[row].value > 0:
                computed = shown(abs(last[row].value / first[row].value - 1) * 100, 1)
                yield Relation("cell", stated[row], ((first[row], "from"), (last[row], "to")), computed, fit)
