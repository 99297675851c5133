"""What is true is silent: weekdays, conversions in any plausible rounding, sums that add up, changes that fit their ends."""

from __future__ import annotations

import calendar
import datetime
import math
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.finding import Finding
from newslint.knowledge.dates import julian_weekday
from newslint.paths import builtin_rules
from newslint.rulebook.packs import load_pack

TODAY = datetime.date(2024, 5, 15)
ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_FLOOR, ROUND_CEILING)
settings.register_profile("figures", deadline=None, max_examples=150)
settings.load_profile("figures")


@cache
def linter(rule: str) -> Linter:
    return Linter([r for r in load_pack(builtin_rules() / "consistency") if r.id == f"consistency.{rule}"])


def found(rule: str, text: str, date: datetime.date | None = None) -> list[str]:
    report = linter(rule).lint(document_of(Text(text, "article"), Settings(today=TODAY, date=date, language="en")))
    assert not report.errors
    return [finding.match for finding in report.findings]


def findings(rule: str, text: str) -> tuple[Finding, ...]:
    return linter(rule).lint(document_of(Text(text, "article"), Settings(today=TODAY, language="en"))).findings


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


@given(DATES, st.sampled_from(FORMS))
def test_a_true_weekday_is_silent(date: datetime.date, form: str) -> None:
    assert found("weekday-date", told(form, date, calendar.day_name[date.weekday()])) == []
    assert found("date-invalid", told(form, date, calendar.day_name[date.weekday()])) == []


@given(st.dates(datetime.date(1930, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(FORMS), st.integers(1, 6))
def test_a_false_weekday_is_found(date: datetime.date, form: str, off: int) -> None:
    assert len(found("weekday-date", told(form, date, calendar.day_name[(date.weekday() + off) % 7]))) == 1


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 1, 1)), st.integers(-30, 30))
def test_a_true_weekday_without_a_year_is_silent(article: datetime.date, off: int) -> None:
    date = article + datetime.timedelta(days=off)
    text = (
        f"The council met on {calendar.day_name[date.weekday()]}, {calendar.month_name[date.month]} "
        f"{date.day}, to vote."
    )
    assert found("weekday-date", text, article) == []


@given(st.integers(1, 12), st.integers(1, 12), st.sampled_from(list(calendar.day_name)))
def test_an_ambiguous_date_is_never_judged(one: int, other: int, day: str) -> None:
    assume(one != other)
    assert found("weekday-date", f"The invoice is dated {day}, {one:02}/{other:02}/2019, and paid.") == []


@pytest.mark.parametrize(
    ("date", "day"), [((1752, 9, 2), 2), ((1917, 10, 25), 2), ((1900, 2, 28), 0), ((1923, 2, 15), 2)]
)
def test_julian_weekdays(date: tuple[int, int, int], day: int) -> None:
    assert julian_weekday(datetime.date(*date)) == day


PAIRS = (
    ("mile", "kilometer", 1.609344), ("foot", "meter", 0.3048), ("inch", "centimeter", 2.54), ("acre", "hectare", 0.40468564224),
    ("pound", "kilogram", 0.45359237), ("gallon", "liter", 3.785411784), ("gallon", "liter", 4.54609), ("mph", "kph", 1.609344),
    ("square mile", "square kilometer", 2.589988110336), ("knot", "km/h", 1.852), ("nautical mile", "kilometer", 1.852),
)  # fmt: skip


def rounded(value: float, decimals: int, how: str) -> str:
    return f"{Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), how):f}"


def plural(unit: str) -> str:
    return {"foot": "feet", "inch": "inches", "mph": "mph", "kph": "kph", "km/h": "km/h"}.get(unit, f"{unit}s")


@given(st.sampled_from(PAIRS), st.integers(2, 5000), st.integers(0, 2), st.sampled_from(ROUNDINGS), st.booleans())
def test_a_right_conversion_is_silent_however_rounded(
    pair: tuple[str, str, float], figure: int, decimals: int, how: str, back: bool
) -> None:
    one, other, factor = pair
    if back:
        one, other, factor = other, one, 1 / factor
    second = rounded(figure * factor, decimals, how)
    assume(float(second) > 0)
    text = f"The thing measures {figure} {plural(one)} ({second} {plural(other)}) in all."
    assert found("unit-conversion", text) == []


@given(st.sampled_from(PAIRS), st.floats(20, 9000), st.integers(2, 4), st.integers(2, 4))
def test_two_roundings_of_one_measure_are_silent(
    pair: tuple[str, str, float], true: float, first: int, second: int
) -> None:
    one, other, factor = pair

    def significant(value: float, digits: int) -> str:
        places = digits - 1 - math.floor(math.log10(value))
        return rounded(round(value, places), max(places, 0), ROUND_HALF_UP)

    text = (
        f"It is {significant(true, first)} {plural(one)} ({significant(true * factor, second)} {plural(other)}) away."
    )
    assert found("unit-conversion", text) == []


@given(st.sampled_from(PAIRS), st.integers(11, 999), st.sampled_from([0.4, 0.62, 1.6, 2.2, 10.0]))
def test_a_conversion_far_off_is_found(pair: tuple[str, str, float], figure: int, off: float) -> None:
    assume(not (pair[0] == "gallon" and 0.6 < off < 1.7))
    second = rounded(figure * pair[2] * off, 0, ROUND_HALF_UP)
    assume(float(second) >= 4)
    assert len(found("unit-conversion", f"It is {figure} {plural(pair[0])} ({second} {plural(pair[1])}) away.")) == 1


@given(st.integers(-40, 50), st.integers(0, 1))
def test_temperatures_and_their_differences_are_silent(celsius: int, decimals: int) -> None:
    assume(celsius)
    absolute = rounded(celsius * 1.8 + 32, decimals, ROUND_HALF_UP)
    assume(float(absolute))
    assert found("unit-conversion", f"It was {celsius}C ({absolute}F) at noon.") == []
    assert (
        found(
            "unit-conversion",
            f"It got {abs(celsius)}C ({rounded(abs(celsius) * 1.8, decimals, ROUND_HALF_UP)}F) warmer.",
        )
        == []
    )


PARTS = st.lists(st.integers(2, 900), min_size=2, max_size=5)
LISTS = (
    "The fair drew {total} visitors: {parts}.",
    "The fair drew {total} visitors — {parts}.",
    "The fair drew {total} visitors ({parts}) in a day.",
    "The fair drew {total} visitors, made up of {parts}.",
    "The fair drew {parts}, for a total of {total}.",
)


def listed(parts: list[str]) -> str:
    named = [
        f"{part} from {place}"
        for part, place in zip(parts, ("town", "the hills", "abroad", "the coast", "the isles"), strict=False)
    ]
    return f"{', '.join(named[:-1])} and {named[-1]}"


@given(PARTS, st.sampled_from(LISTS))
def test_a_sum_that_adds_up_is_silent(parts: list[int], form: str) -> None:
    assert found("arithmetic", form.format(total=sum(parts), parts=listed([str(part) for part in parts]))) == []


@given(st.lists(st.floats(1, 90), min_size=2, max_size=5))
def test_a_sum_of_rounded_millions_is_silent(parts: list[float]) -> None:
    written = [f"£{rounded(part, 1, ROUND_HALF_UP)}m" for part in parts]
    total = f"£{rounded(sum(parts), 1, ROUND_HALF_UP)}m"
    assert found("arithmetic", f"Of the {total} needed, {listed(written)} would come.") == []
    assert found("arithmetic", f"The plan costs {total}: {listed(written)}.") == []


@given(PARTS, st.integers(2, 9))
def test_a_sum_that_does_not_add_up_is_found(parts: list[int], off: int) -> None:
    total = sum(parts) + off
    assume(total < 1.5 * sum(parts) and total != math.prod(parts) and not 1800 <= total <= 2100)
    found_ = found("arithmetic", f"The fair drew {total} visitors: {listed([str(part) for part in parts])}.")
    assert len(found_) == (total != len(parts))


CHANGES = (
    "Sales {verb} {share} percent to ${b} million from ${a} million.",
    "Sales {verb} from ${a} million to ${b} million, a {noun} of {share} percent.",
    "Sales were ${b} million, {way} {share}% from ${a} million a year before.",
)


@given(st.integers(10, 9000), st.integers(10, 9000), st.sampled_from(CHANGES), st.integers(0, 1))
def test_a_change_that_fits_its_ends_is_silent(a: int, b: int, form: str, decimals: int) -> None:
    assume(a != b and 0.05 < b / a < 8)
    share = rounded(abs(b / a - 1) * 100, decimals, ROUND_HALF_UP)
    words = {"verb": "rose", "noun": "rise", "way": "up"} if b > a else {"verb": "fell", "noun": "fall", "way": "down"}
    assert found("arithmetic", form.format(a=a, b=b, share=share, **words)) == []


@given(st.integers(100, 9000), st.sampled_from(CHANGES), st.integers(20, 90))
def test_a_change_far_off_is_found(a: int, form: str, share: int) -> None:
    b = round(a * (1 + share / 100))
    text = form.format(a=a, b=b, share=share * 2 + 15, verb="rose", noun="rise", way="up")
    assert len(found("arithmetic", text)) == 1


@given(st.lists(st.floats(1, 60), min_size=2, max_size=4))
def test_shares_of_one_whole_are_silent(weights: list[float]) -> None:
    shares = [rounded(weight / sum(weights) * 100, 0, ROUND_HALF_UP) for weight in weights]
    rest = " and ".join(
        f"{name} {share} percent" for name, share in zip(("Lund", "Ortiz", "Chu"), shares[1:], strict=False)
    )
    assert found("arithmetic", f"Hale won {shares[0]} percent of the vote, {rest}.") == []


@given(st.integers(1700, 1990), st.integers(2, 90), st.integers(-1, 1))
def test_spans_of_years_are_silent_within_one(first: int, span: int, off: int) -> None:
    assume(span + off > 0)
    text = f"The mill, built in {first}, had stood for {span + off} years when it burned in May {first + span}."
    assert found("arithmetic", text) == []


def test_a_finding_names_both_places() -> None:
    text = "The storm crossed 14 miles (32 kilometers) of farmland."
    (finding,) = findings("unit-conversion", text)
    assert finding.message == "14 miles is about 22.5 kilometers; the text says 32 kilometers."
    assert [text[r.span.start : r.span.end] for r in finding.related] == ["14 miles"]
