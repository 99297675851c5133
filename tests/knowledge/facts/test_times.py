"""Times, durations and the network: what expressions mean, and which statements cannot all be true."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article.document import Document, Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.knowledge.facts.lapses import lapses_in
from newslint.knowledge.facts.network import Statement, contradiction
from newslint.knowledge.facts.periods import Range, gaps, of_clock, of_day, of_month, of_weekday, of_years
from newslint.knowledge.facts.times import Time, times_in


def document(text: str, date: str = "2024-05-15") -> Document:
    return document_of(
        Text(text, "a.txt"), Settings(datetime.date(2026, 1, 1), date=datetime.date.fromisoformat(date)), "plain"
    )


def times(text: str) -> list[Time]:
    found = document(text)
    return times_in(found, 0, len(found.folded().text))


@pytest.mark.parametrize(
    ("text", "grain", "first", "last"),
    [
        ("He left on 3 May 2019 for good.", "day", "2019-05-03", "2019-05-03"),
        ("He left in May 2019 for good.", "month", "2019-05-01", "2019-05-31"),
        ("He left in early 2019 for good.", "year", "2019-01-01", "2019-12-31"),
        ("He left in the late 1980s for good.", "decade", "1980-01-01", "1989-12-31"),
        ("He left in the autumn of 1987 for good.", "season", "1987-01-01", "1987-12-31"),
        ("A jug of the 18th century was sold.", "century", "1701-01-01", "1800-12-31"),
        ("The season of 2018-19 was his last.", "year", "2018-01-01", "2019-12-31"),
        ("He left yesterday for good.", "day", "2024-05-14", "2024-05-14"),
        ("He left last month for good.", "month", "2024-04-01", "2024-04-30"),
        ("He leaves next year for good.", "year", "2025-01-01", "2025-12-31"),
    ],
)
def test_an_expression_and_its_days(text: str, grain: str, first: str, last: str) -> None:
    (time,) = times(text)
    assert time.grain == grain
    assert time.period is not None
    assert time.dated
    ends = (datetime.date.fromordinal(int(day)).isoformat() for day in time.period[:2])
    assert tuple(ends) == (first, last)


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("He left on Friday for good.", "weekday"),
        ("He left in March for good.", "month"),
        ("He left on 4 March for good.", "day"),
        ("He left at 6.30pm for good.", "clock"),
        ("He left at 18:30 for good.", "clock"),
    ],
)
def test_an_expression_that_recurs(text: str, grain: str) -> None:
    (time,) = times(text)
    assert time.grain == grain
    assert not time.dated


@pytest.mark.parametrize(
    "text", ["He may march on.", "It sold 2000 tonnes.", "A sum of $1999 was paid.", "He sat 3-2 up.", "It is 1,999."]
)
def test_what_is_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "count"),
    [
        ("for 12 years", "year", 12),
        ("a three-week siege", "week", 3),
        ("half a century", "century", 0.5),
        ("a decade", "decade", 1),
        ("twenty-one days", "day", 21),
        ("two and a half years", "year", 2.5),
        ("a year and a half", "year", 1.5),
        ("a couple of months", "month", 2),
        ("a fortnight", "fortnight", 1),
    ],
)
def test_a_duration(text: str, unit: str, count: float) -> None:
    (lapse,) = lapses_in(text, 0, len(text))
    assert (lapse.unit, lapse.count) == (unit, count)


@pytest.mark.parametrize("text", ["a six-year-old", "two to three weeks", "10-12 days", "$40 years"])
def test_what_is_no_duration(text: str) -> None:
    assert list(lapses_in(text, 0, len(text))) == []


def test_distances_of_times_that_recur() -> None:
    assert gaps(of_day(0, 4, 2), of_day(0, 4, 9))[0] == Range(7, 7)
    assert gaps(of_month(0, 11), of_month(0, 2))[0].meets(Range(90, 92))
    assert gaps(of_weekday(4), of_weekday(0))[0] == Range(3, 3)
    assert gaps(of_clock(22 * 60), of_clock(2 * 60))[0].meets(Range(4 / 24 - 1e-9, 4 / 24 + 1e-9))
    assert gaps(of_weekday(4), of_month(0, 3)) == []


@given(st.integers(1500, 2100), st.integers(1500, 2100))
def test_years_are_within_one_of_their_difference(first: int, last: int) -> None:
    (gap,) = gaps(of_years(first, first), of_years(last, last))
    assert gap.low / 365.25 < last - first < gap.high / 365.25


def test_statements_that_can_all_be_true() -> None:
    chain = [Statement(n, n + 1, Range(1, 2), n) for n in range(10)]
    assert contradiction([*chain, Statement(0, 10, Range(10, 20), "all")]) == []
    assert contradiction([]) == []


@given(st.integers(2, 12), st.integers(0, 8))
def test_a_contradiction_is_its_cycle(length: int, others: int) -> None:
    chain = [Statement(n, n + 1, Range(1, 1), n) for n in range(length)]
    idle = [Statement(f"a{n}", n, Range(0, 9), f"idle {n}") for n in range(others)]
    found = contradiction([*idle, *chain, Statement(0, length, Range(0, length - 1), "all")])
    assert {one.said for one in found} == {*range(length), "all"}
