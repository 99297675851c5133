"""triage: the formula, the order, what could not be read, and what the list looks like."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Run

from newslint.finding import Severity
from newslint.rulebook import packs
from newslint.rulebook import worth as worths
from newslint.rulebook.worth import Worth, share
from newslint.run.need import UNREAD, WEIGHTS


@pytest.fixture(autouse=True)
def articles(house: Run) -> None:
    Path("desk").mkdir()
    Path("desk/clean.txt").write_text("Fine.\n", "utf-8")
    Path("desk/one.txt").write_text("A shocking end.\n", "utf-8")
    Path("desk/many.txt").write_text("Whilst it lasted. Whilst it rained. Whilst it snowed. Maybe so.\n", "utf-8")


def test_the_formula(house: Run) -> None:
    found = json.loads(house("triage", "--format", "json", "desk").out)
    rows = {row["path"]: row["points"] for row in found["articles"]}
    half = 1 / 2  # the house's rules have not been judged
    assert rows["desk/one.txt"] == 10 * half
    assert rows["desk/many.txt"] == round(3 * half * (1 + 1 / 2 + 1 / 3) + 1 * half, 3)
    assert found["without"] == 1


def test_measured_precision_counts(house: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = {"house.shocking": Worth(8, 8, (0.6, 1.0), (), ""), "house.whilst": Worth(8, 0, (0.0, 0.4), (), "")}
    monkeypatch.setattr(worths, "_file", lambda: measured)
    assert share("house.shocking") == (0.9, 8)
    assert share("house.maybe") == (0.5, 0)
    found = json.loads(house("triage", "--format", "json", "desk").out)["articles"]
    assert [row["path"] for row in found] == ["desk/one.txt", "desk/many.txt"]
    assert [row["rank"] for row in found] == [1, 2]
    assert found[0]["reasons"] == [
        {
            "points": 9.0,
            "rule": "house.shocking",
            "severity": "error",
            "count": 1,
            "share": 0.9,
            "judged": 8,
            "message": "'shocking' is for tabloids.",
            "line": 1,
            "column": 3,
        }
    ]


def test_the_table(house: Run) -> None:
    result = house("triage", "desk")
    assert result.code == 0
    assert result.out == (
        "points  article        why\n"
        "   5.0  desk/one.txt   error house.shocking at 1:3\n"
        "   3.2  desk/many.txt  3 warnings house.whilst from 1:1; info house.maybe at 1:55\n"
    )
    assert result.err == "2 of 3 articles have something to look at\n"


def test_a_limit(house: Run) -> None:
    assert house("triage", "--limit", "1", "desk").out.count("\n") == 2
    assert house("triage", "--limit", "0", "desk").code == 2


def test_what_cannot_be_read_is_on_the_list(house: Run) -> None:
    Path("desk/broken.txt").write_bytes(b"\0\1\2" * 50)
    result = house("triage", "desk")
    assert result.code == 3
    assert result.out.splitlines()[1].startswith("  10.0  desk/broken.txt  this is a binary file")


def test_what_was_not_read_weighs_like_a_warning(newslint: Run) -> None:
    Path("desk/b.txt").write_text(
        "Le conseil municipal s'est réuni lundi pour voter le budget de la ville. " * 8, "utf-8"
    )
    Path(".newslint.yaml").write_text("select: [newslint]\n", "utf-8")
    found = json.loads(newslint("triage", "--quick", "--format", "json", "desk").out)["articles"]
    assert [(row["path"], row["points"]) for row in found] == [("desk/b.txt", 3.0)]
    assert found[0]["reasons"][0]["rule"] == "newslint.other-language"


def test_what_was_not_read_counts_where_its_language_is_declared(newslint: Run) -> None:
    Path("desk/fr").mkdir()
    Path("desk/fr/b.txt").write_text(
        "Le conseil municipal s'est réuni lundi pour voter le budget de la ville. " * 8, "utf-8"
    )
    Path(".newslint.yaml").write_text("select: [newslint]\n", "utf-8")
    assert not newslint("--quick", "desk").out
    found = json.loads(newslint("triage", "--quick", "--format", "json", "desk").out)["articles"]
    assert [(row["path"], row["points"]) for row in found] == [("desk/fr/b.txt", 3.0)]


def test_those_rules_are_there() -> None:
    assert {rule.id for rule in packs.builtin()} >= UNREAD
    assert set(WEIGHTS) == set(Severity)


def test_nothing_to_look_at(house: Run) -> None:
    result = house("triage", "desk/clean.txt")
    assert (result.code, result.out, result.err) == (0, "", "0 of 1 article have something to look at\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "no such file"),
        (("-",), "not standard input"),
        (("--select", "house.nothing", "desk"), "unknown rule or pack 'house.nothing'"),
        (("empty",), "no article found in empty"),
    ],
)
def test_what_makes_no_sense(house: Run, arguments: tuple[str, ...], said: str) -> None:
    Path("empty").mkdir()
    result = house("triage", *arguments)
    assert result.code == 2
    assert said in result.err
    assert result.err.count("\n") == 1
