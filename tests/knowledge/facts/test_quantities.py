"""Quantities: what kind each figure is of, and what it counts."""

from __future__ import annotations

import datetime

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.knowledge.facts.counted import singular
from newslint.knowledge.facts.quantities import Quantity, quantities


def read(text: str) -> list[Quantity]:
    settings = Settings(today=datetime.date(2026, 11, 27))
    return list(document_of(Text(f"A headline\n\n{text}\n", "article"), settings).derived(quantities))


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("The crew rescued 43 walkers from the ridge.", "count", 43, ""),
        ("Repairs will cost £2.5m this year.", "money", 2.5e6, "£"),
        ("Turnout fell to 43.5% in the north.", "percent", 43.5, ""),
        ("Turnout fell by three percentage points.", "points", 3, ""),
        ("About a third of the grant is unspent.", "share", 1 / 3, ""),
        ("Two in five pupils walk to school.", "share", 0.4, ""),
        ("Prices doubled over the winter.", "factor", 2, ""),
        ("The bill is six times what it was.", "factor", 6, ""),
        ("It was her fourth title in a row.", "ordinal", 4, ""),
        ("They sat for nine hours in the hall.", "duration", 9, "hour"),
        ("Rovers won 3-1 at home.", "score", 3, ""),
        ("The bridge of 1962 is closed.", "year", 1962, ""),
        ("The wall is 14 metres high.", "measure", 14, "metres"),
    ],
)
def test_each_kind_of_figure_is_read(text: str, kind: str, value: float, unit: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.unit) == (kind, unit)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "head", "definite", "whole"),
    [
        ("The four people killed lived nearby.", "people", "the", False),
        ("Officials counted 12 fishing boats in the harbour.", "boats", "", False),
        ("Twelve of the sailors were flown home.", "sailors", "", True),
        ("All 31 homes have lost power.", "homes", "all", False),
    ],
)
def test_what_a_figure_counts(text: str, head: str, definite: str, whole: bool) -> None:
    counted = read(text)[0].counted
    assert counted is not None
    assert (counted.head, counted.definite, counted.whole) == (head, definite, whole)


def test_a_figure_in_a_quotation_is_its_speakers() -> None:
    assert [one.quoted for one in read('She said: "We lost nine boats." Ten boats came back.')] == [True, False]


@pytest.mark.parametrize(
    ("plural", "one"), [("boats", "boat"), ("cities", "city"), ("churches", "church"), ("people", "person")]
)
def test_singulars(plural: str, one: str) -> None:
    assert singular(plural) == one
