"""What figures count, what has become of it, and which figures count nothing."""

from __future__ import annotations

import pytest

from newslint.knowledge.facts.plurals import plural, singular

from .test_quantities import read


@pytest.mark.parametrize(
    "text",
    [
        "The court sat on 5 June 2020 in the old hall.",
        "The vote was held on Dec. 11.",
        "The doors open at 10 a.m. and close early.",
        "The doors open at 8 in the evening.",
        "Call 020 7946 0018 for tickets.",
        "A Boeing 737 landed in the snow.",
        "The family lived at 12 Baker Street for years.",
        "Passengers of Flight 93 fought back.",
        "The film was shown at the Century 16.",
        "See page 4 for the table.",
        "Turn off at Exit 12.",
        "The ruling rests on Article 50.",
    ],
)
def test_what_is_no_quantity_is_not_read(text: str) -> None:
    assert [one for one in read(text) if one.kind not in ("year", "age")] == []


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The quake killed at least 38 people.", "dead"),
        ("Twelve people have been killed.", "dead"),
        ("Thirteen were confirmed dead.", "dead"),
        ("The death toll had risen to 62.", "dead"),
        ("Fire leaves 13 dead.", "dead"),
        ("Forty miners died.", "dead"),
        ("The blast injured 31 people.", "hurt"),
        ("Nine passengers were taken to safety and 31 injured.", "hurt"),
        ("Police arrested 17 protesters.", "held"),
        ("The boat had 184 passengers on board.", "aboard"),
        ("Five climbers are missing.", "missing"),
        ("Crews rescued about 12 walkers.", "saved"),
        ("The council has 31 members.", ""),
    ],
)
def test_what_has_become_of_those_counted(text: str, state: str) -> None:
    assert read(text)[-1].state == state


@pytest.mark.parametrize(
    ("text", "head", "of"),
    [
        ("They filed a 68-page brief.", "page", "brief"),
        ("A five-member panel will decide.", "member", "panel"),
        ("The ship has a crew of 12.", "crew", ""),
        ("The show has 91 of the 149 known paintings.", "paintings", ""),
        ("The club has 12 sales staff.", "staff", ""),
        ("They hired 14 women drivers.", "drivers", ""),
        ("The town lost 17 people dead and many wounded.", "people", ""),
    ],
)
def test_what_is_counted(text: str, head: str, of: str) -> None:
    one = read(text)[0]
    assert one.counted is not None
    assert (one.counted.head, one.of) == (head, of)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Profits rose by 3% from £9m to £12m.", ["by", "from", "to"]),
        ("The count was up 3 to 12.", ["by", "to"]),
        ("Seats fell from nine to seven.", ["from", "to"]),
        ("They walked from nine farms.", [""]),
    ],
)
def test_ends_and_amounts_of_changes(text: str, changes: list[str]) -> None:
    assert [one.change for one in read(text)] == changes


def test_ranges_and_hedges() -> None:
    assert [one.ranged for one in read("Between 9 and 12 boats sank, 20-30 people said, and 40 trees fell.")] == [
        True,
        True,
        True,
        False,
    ]
    assert read("It was about the two parties.")[0].number.hedge == ""


def test_more_of_them() -> None:
    assert [
        one.counted.other for one in read("Nine people died. Another 12 people fled, and 30 others.") if one.counted
    ] == [
        False,
        True,
        True,
    ]


def test_ages_are_no_durations() -> None:
    assert [one.kind for one in read("The 52-year-old drove on. Ada Lund, 61, did not. Aged 12, she sang.")] == [
        "age"
    ] * 3


@pytest.mark.parametrize(
    ("word", "one"),
    [("policemen", "policeman"), ("wives", "wife"), ("buses", "bus"), ("cheques", "cheque"), ("glass", "glass")],
)
def test_irregular_plurals(word: str, one: str) -> None:
    assert singular(word) == one
    assert plural(word) == (word != one)
