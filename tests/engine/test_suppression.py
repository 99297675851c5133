"""What silences findings, in every form, and that nothing is silenced unseen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SHOCK = "A shocking end."


def found(run: Run, name: str, text: str, *options: str) -> list[str]:
    Path(name).write_text(text, "utf-8")
    report = json.loads(run(name, "--format", "json", *options).out)
    assert report["errors"] == []
    return [f"{finding['line']}:{finding['rule']}" for finding in report["findings"]]


@pytest.fixture
def house(house: Run, tmp_path: Path) -> Run:
    """With the rules about suppressions."""
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml, newslint]\n", "utf-8")
    return house


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", f"<!-- newslint-disable-next-line house.shocking: a title -->\n{SHOCK}\n\n{SHOCK}\n", ["4:house.shocking"]),
        ("a.md", f"<!-- newslint-disable-next-line house.shocking: a title -->\n\n{SHOCK}\n\n{SHOCK}\n", ["5:house.shocking"]),
        ("a.md", f"{SHOCK} <!-- newslint-disable-line house -->\n\n{SHOCK}\n", ["3:house.shocking"]),
        ("a.md", f"{SHOCK}\n\n<!-- newslint-disable house -->\n\n{SHOCK}\n\n<!-- newslint-enable house -->\n\n{SHOCK}\n", ["1:house.shocking", "9:house.shocking"]),
        ("a.md", f"<!-- newslint-disable house.shocking, house.maybe: both -->\n\nMaybe. {SHOCK}\n", []),
        ("a.md", f"<!-- newslint-disable\n  house.shocking:\n  a long\n  reason -->\n\n{SHOCK}\n", []),
        ("a.md", f"`<!-- newslint-disable house -->`\n\n{SHOCK}\n", ["3:house.shocking"]),
        ("a.md", f"```\n<!-- newslint-disable house -->\n```\n\n{SHOCK}\n", ["5:house.shocking"]),
        ("a.html", f"<!-- newslint-disable-next-line house: x --><p>{SHOCK}</p>\n<p>{SHOCK}</p>", ["1:house.shocking"]),
        ("a.html", f"<p>{SHOCK}</p> <!-- newslint-disable-line house.shocking -->\r\n<p>{SHOCK}</p>", ["2:house.shocking"]),
        ("a.md", f"<!-- newslint-disable house.shoking -->\n\n{SHOCK}\n", ["1:newslint.unknown-suppression", "3:house.shocking"]),
        ("a.md", "<!-- newslint-disable house.shocking -->\n\nA sad end.\n", ["1:newslint.unused-suppression"]),
        ("a.md", f"<!-- newslint-disable -->\n\n{SHOCK}\n", ["1:newslint.malformed-suppression", "3:house.shocking"]),
        ("a.txt", f"<!-- newslint-disable house -->\n\n{SHOCK}\n", ["3:house.shocking"]),
    ],
)  # fmt: skip
def test_comments(house: Run, name: str, text: str, expected: list[str]) -> None:
    assert found(house, name, text) == expected


def test_silenced_findings_are_counted_and_kept(house: Run) -> None:
    Path("a.md").write_text(f"<!-- newslint-disable house: a quotation -->\n\n{SHOCK}\n", "utf-8")
    result = house("a.md")
    assert (result.code, result.out, result.err) == (0, "", "No findings in 1 file; 1 silenced\n")
    assert "(silenced: line 1: a quotation)" in house("a.md", "-v").out
    assert json.loads(house("a.md", "--format=json").out)["silenced"][0]["silenced"] == "line 1: a quotation"


def test_no_suppressions(house: Run) -> None:
    text = f"<!-- newslint-disable house -->\n<!-- newslint-disable nothing -->\n\n{SHOCK}\n"
    assert found(house, "a.md", text, "--no-suppressions") == ["4:house.shocking"]


def test_a_rule_that_did_not_run_leaves_nothing_unused(house: Run) -> None:
    text = "<!-- newslint-disable house.shocking -->\n\nA sad end.\n"
    assert found(house, "a.md", text, "--ignore", "house.shocking") == []
    assert found(house, "a.md", text, "--min-severity", "error") == []


@pytest.mark.parametrize(
    ("keys", "text", "expected"),
    [
        (
            "protect: [house]",
            f"<!-- newslint-disable house -->\n\n{SHOCK}\n",
            ["1:newslint.protected-rule", "3:house.shocking"],
        ),
        (
            "require-reason: true",
            f"<!-- newslint-disable house -->\n\n{SHOCK}\n",
            ["1:newslint.suppression-reason", "3:house.shocking"],
        ),
        ("require-reason: true", f"<!-- newslint-disable house: a title -->\n\n{SHOCK}\n", []),
        ("no-suppressions: true", f"<!-- newslint-disable house -->\n\n{SHOCK}\n", ["3:house.shocking"]),
    ],
)
def test_policy(house: Run, keys: str, text: str, expected: list[str]) -> None:
    with Path(".newslint.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{keys}\n")
    assert found(house, "a.md", text) == expected


def test_lines_of_plain_text_where_the_configuration_says_so(house: Run) -> None:
    with Path(".newslint.yaml").open("a", encoding="utf-8") as file:
        file.write("inline-suppressions: true\n")
    text = f"<!-- newslint-disable-next-line house.shocking: a shocking title -->\n{SHOCK}\n\n{SHOCK}\n"
    assert found(house, "a.txt", text) == ["4:house.shocking"]


class TestSidecar:
    def test_silences_the_text_it_quotes(self, house: Run) -> None:
        entry = "ignore:\n  - rule: house.shocking\n    text: Shocking\n    reason: a title\n"
        Path("a.txt.newslint.yaml").write_text(entry, "utf-8")
        assert found(house, "a.txt", f"{SHOCK} Maybe.\n") == ["1:house.maybe"]
        assert "a.txt.newslint.yaml:2: a title" in house("a.txt", "-v").out

    def test_is_held_against_the_text(self, house: Run) -> None:
        entry = "ignore:\n  - {rule: house.shocking, text: shockingly}\n  - {rule: house.what}\n"
        Path("a.txt.newslint.yaml").write_text(entry, "utf-8")
        expected = ["1:newslint.unknown-suppression", "1:newslint.unused-suppression", "1:house.shocking"]
        assert sorted(found(house, "a.txt", f"{SHOCK}\n")) == sorted(expected)
        assert "a.txt.newslint.yaml:3" in house("a.txt").out

    def test_a_broken_one_costs_its_article_only(self, house: Run) -> None:
        Path("a.txt.newslint.yaml").write_text("ignore:\n  - {rul: house.shocking}\n", "utf-8")
        Path("a.txt").write_text(SHOCK, "utf-8")
        Path("b.txt").write_text(SHOCK, "utf-8")
        result = house("a.txt", "b.txt")
        assert result.code == 2
        assert result.out.splitlines()[0] == "a.txt.newslint.yaml:2:6: error: unknown key 'rul'; did you mean 'rule'?"
        assert result.out.splitlines()[1].startswith("b.txt:1:3: error")

    def test_ignore_writes_it(self, house: Run) -> None:
        Path("a.txt").write_text(f"{SHOCK} Maybe.\n", "utf-8")
        assert house("ignore", "a.txt:1:3", "--reason", "a: title").code == 0
        assert house("ignore", "a.txt:1").out == "a.txt.newslint.yaml: house.maybe 'Maybe'\n"
        result = house("a.txt")
        assert (result.code, result.err) == (0, "No findings in 1 file; 2 silenced\n")
        assert 'reason: "a: title"' in Path("a.txt.newslint.yaml").read_text("utf-8")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("a.txt",), "'a.txt' is not a place; write FILE:LINE:COL, such as story.txt:3:28"),
            (("a.txt:2:1",), "no finding at a.txt:2:1; the nearest finding is at 1:3"),
            (("a.txt:1:3", "--rule", "house.maybe"), "no finding at a.txt:1:3; the nearest finding is at 1:3"),
            (("b.txt:1:3",), "b.txt: error: the file was removed during the run; run newslint again"),
        ],
    )
    def test_ignore_says_what_it_cannot_do(self, house: Run, arguments: tuple[str, ...], said: str) -> None:
        Path("a.txt").write_text(SHOCK, "utf-8")
        result = house("ignore", *arguments)
        assert result.code in (2, 3)
        assert said in result.err

    def test_ignore_heeds_the_house(self, house: Run) -> None:
        Path("a.txt").write_text(f"{SHOCK} Maybe.\n", "utf-8")
        with Path(".newslint.yaml").open("a", encoding="utf-8") as file:
            file.write("protect: [house.shocking]\nrequire-reason: true\n")
        assert "'house.shocking' is protected and cannot be suppressed" in house("ignore", "a.txt:1:3").err
        assert "add --reason TEXT" in house("ignore", "a.txt:1:17").err
