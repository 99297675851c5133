"""Baseline: known findings are not reported, whatever moves; new ones are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ONE = "She sang whilst he danced.\n\nA shocking end came soon.\n"


@pytest.fixture
def known(house: Run) -> Run:
    """An article whose two findings are in the baseline that the configuration names."""
    Path("a.txt").write_text(ONE, "utf-8")
    assert house("baseline", "create", "a.txt").out == ".newslint-baseline.yaml: 2 known findings in 1 article\n"
    with Path(".newslint.yaml").open("a", encoding="utf-8") as file:
        file.write("baseline: .newslint-baseline.yaml\n")
    return house


def test_what_is_known_is_counted_and_not_reported(known: Run) -> None:
    result = known("a.txt")
    assert (result.code, result.out) == (0, "")
    assert "2 in the baseline" in result.err
    assert "whilst" in known("-v", "a.txt").out


def test_what_is_new_is_reported(known: Run) -> None:
    Path("a.txt").write_text(f"Maybe whilst it rained.\n\n{ONE}", "utf-8")
    result = known("a.txt")
    assert result.code == 1
    assert [line.rpartition(" ")[2] for line in result.out.splitlines()] == ["[house.maybe]", "[house.whilst]"]


def test_moved_paragraphs_and_renamed_files_stay_known(known: Run) -> None:
    Path("a.txt").rename("b.txt")
    Path("b.txt").write_text("\n\n".join(reversed(ONE.strip().split("\n\n"))) + "\n", "utf-8")
    assert known("b.txt").code == 0


def test_a_copy_of_a_file_that_is_still_there_is_new(known: Run) -> None:
    Path("b.txt").write_text(ONE, "utf-8")
    assert known("b.txt").code == 1


def test_stale_entries_are_reported_and_dropped_by_update(known: Run) -> None:
    Path("a.txt").write_text("She sang whilst he danced.\n", "utf-8")
    assert "1 entry of .newslint-baseline.yaml matches nothing any more" in known("a.txt").err
    known("baseline", "update", "a.txt")
    assert "any more" not in known("a.txt").err
    assert known("baseline", "show").out.startswith("a.txt: house.whilst whilst (")


def test_update_keeps_what_it_did_not_look_at(known: Run) -> None:
    Path("b.txt").write_text("A shocking thing.\n", "utf-8")
    known("baseline", "update", "b.txt")
    assert known("a.txt", "b.txt").code == 0


def test_a_baseline_on_the_command_line(house: Run) -> None:
    Path("a.txt").write_text(ONE, "utf-8")
    house("baseline", "create", "--file", "known.yaml", "a.txt")
    assert house("--baseline", "known.yaml", "a.txt").code == 0
    assert house("a.txt").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("baseline", "update"), "'.newslint-baseline.yaml' does not exist; 'newslint baseline create' writes it"),
        (("--baseline", "no.yaml", "a.txt"), "'no.yaml' does not exist"),
        (("--baseline", "bad.yaml", "a.txt"), "bad.yaml:1:1: error: unknown key 'finding'"),
        (("--baseline", "worse.yaml", "a.txt"), "worse.yaml:2:1: error: not valid YAML"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(house: Run, arguments: tuple[str, ...], said: str) -> None:
    Path("a.txt").write_text(ONE, "utf-8")
    Path("bad.yaml").write_text("finding: {}\n", "utf-8")
    Path("worse.yaml").write_text("findings: [\n", "utf-8")
    result = house(*arguments)
    assert result.code == 2
    assert said in result.out + result.err
    assert len((result.out + result.err).splitlines()) == 1


def test_create_overwrites_nothing(known: Run) -> None:
    before = Path(".newslint-baseline.yaml").read_text("utf-8")
    assert known("baseline", "create", "a.txt").code == 2
    assert Path(".newslint-baseline.yaml").read_text("utf-8") == before
