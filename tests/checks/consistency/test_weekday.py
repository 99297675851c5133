"""True weekdays are silent, whatever the form of the date; false ones are found."""

from __future__ import annotations

import calendar
import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.rulebook.packs import builtin

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = settings(max_examples=150)


DATES = st.dates(datetime.date(1753, 1, 1), datetime.date(2199, 12, 31))


FORMS = (
    "The council met on {day}, {month} {d}, {year}, and voted.",
    "The council met on {day} {d} {month} {year} and voted.",
    "The council met on {day}, {d} {month}, {year}, and voted.",
    "The council met on {month} {d}, {year}, a {day}, and voted.",
    "The council met on {d} {month} {year} (a {day}) and voted.",
    "The council met on {short} {d}, {year} ({day}) and voted.",
    "The council met on {day} the {d}th of {month}, {year}, and voted.",
    "The council met on {day}, {year}-{number:02}-{d:02}, and voted.",
)


def told(form: str, date: datetime.date, day: str) -> str:
    month = calendar.month_name[date.month]
    short = month if len(month) < 5 else f"{month[:3]}."
    return form.format(day=day, d=date.day, month=month, short=short, year=date.year, number=date.month)


@MANY
@given(DATES, st.sampled_from(FORMS))
def test_a_true_weekday_is_silent(matches: Callable[..., list[str]], date: datetime.date, form: str) -> None:
    assert matches("consistency.weekday-date", told(form, date, calendar.day_name[date.weekday()])) == []
    assert matches("consistency.date-invalid", told(form, date, calendar.day_name[date.weekday()])) == []


@MANY
@given(st.dates(datetime.date(1930, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(FORMS), st.integers(1, 6))
def test_a_false_weekday_is_found(matches: Callable[..., list[str]], date: datetime.date, form: str, off: int) -> None:
    assert (
        len(matches("consistency.weekday-date", told(form, date, calendar.day_name[(date.weekday() + off) % 7]))) == 1
    )


@MANY
@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 1, 1)), st.integers(-30, 30))
def test_a_true_weekday_without_a_year_is_silent(
    matches: Callable[..., list[str]], article: datetime.date, off: int
) -> None:
    date = article + datetime.timedelta(days=off)
    text = (
        f"The council met on {calendar.day_name[date.weekday()]}, {calendar.month_name[date.month]} "
        f"{date.day}, to vote."
    )
    assert matches("consistency.weekday-date", text, date=article) == []


@MANY
@given(st.integers(1, 12), st.integers(1, 12), st.sampled_from(list(calendar.day_name)))
def test_an_ambiguous_date_is_never_judged(matches: Callable[..., list[str]], one: int, other: int, day: str) -> None:
    assume(one != other)
    assert matches("consistency.weekday-date", f"The invoice is dated {day}, {one:02}/{other:02}/2019, and paid.") == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en-GB", "It is dated Tuesday, 03/04/2023.", 1),  # 3 April, a Monday
        ("en-GB", "It is dated Monday, 03/04/2023.", 0),
        ("en-US", "It is dated Saturday, 03/04/2023.", 0),  # March 4
        ("en-US", "It is dated Monday, 03/04/2023.", 1),
        ("en-GB", "It is dated Sat, 22/04/14.", 1),  # 22 April 2014, a Tuesday; 14 April 2022, a Thursday
        ("en-GB", "It is dated Thu, 22/04/14.", 0),
        ("en-GB", "It is dated Mon, 05/05/14.", 0),
        ("en", "It is dated Tuesday, 03/04/2023.", 0),
    ],
)
def test_the_house_sets_the_order_of_figures(language: str, text: str, found: int) -> None:
    document = document_of(
        Text(text, "article"), Settings(today=datetime.date(2024, 5, 15), language=language), "plain"
    )
    rules = [rule for rule in builtin() if rule.id == "consistency.weekday-date"]
    assert len(Linter(rules).lint(document).findings) == found


@pytest.mark.parametrize("link", ["to this", "through the", "to next", "to", "until the following"])
def test_a_stretch_of_weekdays_before_a_stretch_of_days_is_silent(matches: Callable[..., list[str]], link: str) -> None:
    text = f"News from last Friday {link} Thursday, June 1st through June 7th, 2018, is below."
    assert matches("consistency.weekday-date", text) == []
