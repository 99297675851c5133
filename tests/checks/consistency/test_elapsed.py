"""Durations against the times that they lie between: found in many wordings, silent where something explains them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = settings(max_examples=150)
RULE = "consistency.arithmetic"

CONFLICTS = [
    # from one time to another, and how long that was
    ("The strike ran from 3 May until 24 May, five weeks that the port will not forget.", "five weeks"),
    ("He governed from 1961 to 1979, a reign of 28 years.", "28 years"),
    ("She taught there for 14 years, from 1990 to 1999.", "14 years"),
    ("The exhibition, a 60-day event running from 1 June to 10 July, drew few.", "60-day"),
    ("The pool is open from 7am to 3pm, six hours a day.", "six hours"),
    ("In the 19 years between 1980 and 1992 nothing was built.", "19 years"),
    ("The siege lasted 90 days, from 4 January to 1 February 1871.", "90 days"),
    ("He was mayor from 1988 until 1992 and from 1996 until 2004, sixteen years in all.", "sixteen years"),
    ("The drought went on for three months (March to October).", "three months"),
    ("The lease ran from March 2011 to March 2019, four years in which the roof leaked.", "four years"),
    ("The tour lasted for 40 days, between 1 July and 4 September.", "40 days"),
    # so much later, earlier, before and after
    ("The line opened in 1861 and shut in 1964, 83 years later.", "83 years"),
    ("She entered the convent in 1950 and, 30 years later, in 1966, left it.", "30 years"),
    (
        "He was hired in 2003; in 2001 she was. The pier burned in 1933, two years after it was built in 1909.",
        "two years",
    ),
    ("The church was sold in 2012, three years before it was restored in 2021.", "three years"),
    ("The mine closed in 1994 and a decade earlier, in 1964, the railway.", "a decade"),
    ("Two years after he took the post in 2010, he lost it in 2019.", "Two years"),
    ("The bill was tabled on 4 March, two weeks after the vote of 7 January.", "two weeks"),
    ("The coach left at 8am and arrived at 1pm, three hours late.", "three hours"),
    ("It was announced on 1 May, ten weeks before it began on 20 May.", "ten weeks"),
    ("The mill, opened in 1872, had worked for 48 years when it burned in 1951.", "48 years"),
    ("Built in 1901, the pier stood for 90 years until it fell in 1963.", "90 years"),
    # until
    ("From 2 May the road is shut for 14 days, until 30 May.", "14 days"),
    ("On 5 March he was told to stay in for ten days, until 29 March.", "ten days"),
]
DATED = [
    ("The mill closed in 1990, 23 years ago.", "2021-04-03", "23 years"),
    ("Forty years ago, in 1999, the two met.", "2024-04-03", "Forty years"),
    ("He has led the choir for 31 years, since 2009.", "2024-04-03", "31 years"),
    ("Frost fell in May for the first time in 12 years, since 1987.", "2021-05-30", "12 years"),
    ("It opened in 1962 – 40 years ago – as a cinema.", "2024-05-30", "40 years"),
]
SOUND = [
    "The strike ran from 3 May until 24 May, three weeks that the port will not forget.",
    "He governed from 1961 to 1979, a reign of 18 years, or nearly 20 years.",
    "She taught there for 10 years, from 1990 to 1999.",
    "He was jailed for five years for thefts from 2010 to 2012.",
    "The pool is open five days a week from May to August.",
    "The talks took two to three weeks from 4 May to 30 May.",
    "In 1990 he left; in 1996 he came back and died in 1998, eight years later.",
    "He was born in 1950 and moved in 1972. Two years later, in 1974, he wed.",
    "The line opened in 1861 and shut in 1964, 83 years later than the first plan had it.",
    "The mine closed in 1994, some 30 years after it opened in 1965.",
    "The mine closed in 1994, more than 20 years after it opened in 1968.",
    "The pier burned in 1933, and two years later a new one was built.",
    "The coach was due at 10am, left at 8am and arrived at 1pm, three hours late.",
    "He won in 2001, and his son, two years before he was born in 1990, was a name on a list.",
    "Her sentence of 14 years, from a court that in 2009 had jailed him until 2012, was cut.",
    "He spent three years (2004, 2006 and 2009) at sea.",
    "It was announced on 1 May, ten weeks before it began on 12 July.",
    "The siege lasted about three months, from 4 January to 20 April 1871.",
    "It is a two-day event running from 2 November to 3 November, and a three-day one from Friday to Sunday.",
    "The show usually runs about 20 minutes from 9:07 until 9:27 p.m. in summer.",
    "Ten years ago today the mill closed, and fifty years ago this month it opened.",
    "He served from 1994 to 2009, with two years off.",
    "He said: “I was there from 1990 to 2000, ten years.”",
]


@pytest.mark.parametrize(("text", "found"), CONFLICTS)
def test_a_duration_that_its_ends_do_not_bear_out(matches: Callable[..., list[str]], text: str, found: str) -> None:
    (place,) = matches(RULE, text)
    assert found in place


@pytest.mark.parametrize(("text", "date", "found"), DATED)
def test_a_duration_that_ends_with_the_article(
    matches: Callable[..., list[str]], text: str, date: str, found: str
) -> None:
    (place,) = matches(RULE, text, date=datetime.date.fromisoformat(date))
    assert found in place
    assert matches(RULE, text) == []


@pytest.mark.parametrize("text", SOUND)
def test_a_duration_that_something_explains(matches: Callable[..., list[str]], text: str) -> None:
    assert matches(RULE, text, date=datetime.date(2020, 2, 2)) == []


@MANY
@given(st.integers(1700, 1990), st.integers(2, 90), st.integers(-1, 1))
def test_spans_of_years_are_silent_within_one(
    matches: Callable[..., list[str]], first: int, span: int, off: int
) -> None:
    assume(span + off > 0)
    text = f"The mill, built in {first}, had stood for {span + off} years when it burned in May {first + span}."
    assert matches(RULE, text) == []
