"""newslint claims: from a feed to a finding, and every mistake in one clear line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user without an index."""
    for variable in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "user"))
    return tmp_path / "user"


def test_the_readme_shows_what_happens(newslint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = re.search(
        r"newslint claims add (\S+) && newslint --select claims (\S+)", (ROOT / "README.md").read_text("utf-8")
    )
    assert shown is not None
    monkeypatch.chdir(ROOT)
    first = newslint("claims", "add", shown[1])
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith(f"{shown[1]}: 3 new, 0 changed, 0 known, 0 bad\n3 claims in ")
    assert newslint("claims", "add", shown[1]).out.startswith(f"{shown[1]}: 0 new, 0 changed, 3 known, 0 bad\n")
    result = newslint("--select", "claims", shown[2])
    assert result.code == 1
    rules = [line.rpartition("[")[2].rstrip("]") for line in result.out.splitlines()]
    assert rules == ["claims.resembles", "claims.resembles", "claims.links-to-rated", "claims.reports-check"]
    assert (
        "Brell Fact Desk rated a similar claim 'False' (2021-08-02, https://facts.brell.example/penguins)" in result.out
    )


def test_without_an_index_there_is_one_line(newslint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council met on Monday to speak about the pier.\n", "utf-8")
    result = newslint("--select", "claims", "a.txt")
    assert result.code == 0
    assert result.err.count("there is no index of claims at") == 1
    assert newslint("--select", "claims", "--require", "claims", "a.txt").code == 3
    assert newslint("a.txt").err.count("index of claims") == 0, "the pack is off until it is selected"
    for action in (("status",), ("search", "pier"), ("remove", "--all")):
        result = newslint("claims", *action)
        assert (result.code, result.err.count("\n")) == (3, 1)
        assert "make one with 'newslint claims add FEED'" in result.err


def review(claim: str, number: int, **more: Any) -> dict[str, Any]:
    return {
        "claimReviewed": claim,
        "reviewRating": "False",
        "author": "Desk",
        "url": f"https://facts.example/{number}",
        **more,
    }


def test_bad_records_are_counted_and_shown_with_their_place(newslint: Run, tmp_path: Path) -> None:
    lines = [json.dumps(review("The pier is closed.", 1)), "{", *[json.dumps(review("", n)) for n in range(12)]]
    (tmp_path / "feed.jsonl").write_text("\n".join(lines), "utf-8")
    result = newslint("claims", "add", "feed.jsonl")
    assert result.code == 0
    assert result.out.startswith("feed.jsonl: 1 new, 0 changed, 0 known, 13 bad\n")
    assert result.err.splitlines()[:2] == [
        "feed.jsonl:2: bad record: not valid JSON: Expecting property name enclosed in double quotes",
        "feed.jsonl:3: bad record: no claimReviewed",
    ]
    assert result.err.splitlines()[-1] == "feed.jsonl: 3 more bad records"


def test_a_feed_that_cannot_be_used_does_not_keep_the_others_out(newslint: Run, tmp_path: Path) -> None:
    (tmp_path / "good.json").write_text(json.dumps(review("The pier is closed.", 1)), "utf-8")
    (tmp_path / "bad.json").write_text("An article.\n", "utf-8")
    (tmp_path / "none.json").write_text("[{}]", "utf-8")
    result = newslint("claims", "add", "bad.json", "none.json", "good.json")
    assert result.code == 3
    assert "good.json: 1 new" in result.out
    assert "bad.json: error: not a feed of ClaimReview records (JSON-LD, JSON lines, a page, or CSV)" in result.err
    assert "none.json:1: bad record: no ClaimReview in it" in result.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("add",), 2, "'newslint claims add' needs a feed: a file or a folder with ClaimReview records"),
        (("add", "none.json"), 3, "none.json: error: the file does not exist; name a feed of ClaimReview records"),
        (("add", "empty"), 3, "empty: error: the folder is empty; name a feed of ClaimReview records"),
        (("ad", "x"), 2, "action: unknown value 'ad'; did you mean 'add'?"),
        (("search",), 2, "'newslint claims search' needs a text to compare claims with"),
        (
            ("add", "feed.json", "--index", "empty"),
            3,
            "empty: error: cannot write the index of claims: unable to open database file",
        ),
    ],
)
def test_mistakes_are_told_in_a_line(
    newslint: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "feed.json").write_text(json.dumps(review("The pier is closed.", 1)), "utf-8")
    result = newslint("claims", *arguments)
    assert result.code == code
    assert said in result.err
    assert result.err.count("\n") == 1


def test_the_configuration_names_the_index(newslint: Run, tmp_path: Path, user: Path) -> None:
    (tmp_path / "feed.json").write_text(
        json.dumps(review("Cows flew over the harbour wall of Brell at night.", 1)), "utf-8"
    )
    (tmp_path / ".newslint.yaml").write_text("claims: desk/claims.sqlite\nselect: [claims]\n", "utf-8")
    assert newslint("claims", "add", "feed.json").out.endswith("1 claim in desk/claims.sqlite\n")
    assert not user.exists()
    (tmp_path / "a.txt").write_text("At night cows flew over the harbour wall of Brell.\n", "utf-8")
    assert "Desk rated a similar claim 'False' (https://facts.example/1)" in newslint("a.txt").out
    assert "claims: desk/claims.sqlite" in newslint("--show-config", "a.txt").out.replace('"', "")
    status = newslint("claims", "status").out
    assert "claims: 1\npublishers: Desk 1\nlanguages: not given 1 (" in status


def test_search_lists_the_likest_and_remove_takes_out(newslint: Run, tmp_path: Path) -> None:
    feed = [
        review("The pier is closed.", 1),
        review("The pier is open on Sundays.", 2),
        review("Cows fly.", 3, author="Other"),
    ]
    (tmp_path / "feed.json").write_text(json.dumps(feed), "utf-8")
    newslint("claims", "add", "feed.json")
    found = newslint("claims", "search", "open", "pier", "--number", "1").out
    assert found == "False (Desk): The pier is open on Sundays.\n  https://facts.example/2\n"
    assert newslint("claims", "search", "xylophone").out == "no claim has any of these words\n"
    assert newslint("claims", "search", '"', "AND", "NEAR(").code == 0
    assert newslint("claims", "remove", "Desk", "https://facts.example/9").out == "removed 2 claims\n"
    assert newslint("claims", "search", "pier").out == "no claim has any of these words\n"
    assert newslint("claims", "remove").code == 2
    assert newslint("claims", "remove", "--all").code == 0
    assert newslint("claims", "status").code == 3


def test_articles_in_other_languages_are_left_alone(newslint: Run, tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text(
        json.dumps(review("Kühe flogen nachts über die Hafenmauer.", 1, inLanguage="de")), "utf-8"
    )
    assert newslint("claims", "add", "feed.json").code == 0
    assert (
        "languages: de 1 (rules compare English claims and those without a language)"
        in newslint("claims", "status").out
    )
    text = "Kühe flogen nachts über die Hafenmauer. Das sagte die Bürgermeisterin am Montag, und sie war nicht die erste, die das tat.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert newslint("--select", "claims", "a.txt").out == ""
