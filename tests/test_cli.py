"""The command line as its users have it: formats, files, exit codes, and the same bytes for any number of processes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.reporters import REPORTERS

Run = Callable[..., Any]
ARTICLE = "A shocking end, whilst it lasted.\n\nMaybe.\n"


@pytest.fixture
def house(house: Run, tmp_path: Path) -> Run:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.txt").write_text("A sad end.\n", "utf-8")
    return house


def test_findings_and_summary(house: Run) -> None:
    result = house("a.txt", "b.txt")
    assert result.code == 1
    assert result.out.splitlines() == [
        "a.txt:1:3: error: 'shocking' is for tabloids. [house.shocking]",
        "a.txt:1:17: warning: Prefer 'while' to 'whilst'. [house.whilst]",
        "a.txt:3:1: info: 'Maybe' says little. [house.maybe]",
    ]
    assert result.err == "1 error, 1 warning and 1 info in 1 of 2 files\n"


def test_a_first_word_that_is_a_command_is_one(house: Run) -> None:
    Path("version").write_text(ARTICLE, "utf-8")
    assert house("version").out.startswith("newslint ")
    assert house("--version").out.startswith("newslint ")
    assert house("check", "version").code == 1
    assert house("./version").code == 1
    assert house("check", "a.txt").out == house("a.txt").out


@pytest.mark.parametrize("format_", REPORTERS)
def test_every_format_has_the_same_findings(house: Run, format_: str) -> None:
    result = house("a.txt", "--format", format_)
    assert (result.code, "shocking" in result.out) == (1, True)
    assert house("b.txt", "--format", format_).code == 0


def test_json(house: Run) -> None:
    report = json.loads(house("a.txt", "--format=json").out)
    first = report["findings"][0]
    assert {key: first[key] for key in ("path", "line", "column", "end_line", "end_column", "rule")} == {
        "path": "a.txt", "line": 1, "column": 3, "end_line": 1, "end_column": 11, "rule": "house.shocking",
    }  # fmt: skip


def test_standard_input(house: Run) -> None:
    assert house("-", stdin=ARTICLE).out.startswith("-:1:3: error: 'shocking'")
    markdown = house("-", "--stdin-filename", "c.md", stdin="A `shocking` end, *whilst* it lasted.\n")
    assert markdown.out == "c.md:1:20: warning: Prefer 'while' to 'whilst'. [house.whilst]\n"
    both = house("b.txt", "-", "a.txt", stdin="Whilst.\n").out.splitlines()
    assert [line.partition(":")[0] for line in both] == ["-", "a.txt", "a.txt", "a.txt"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 1),
        (("--fail-on", "error"), 1),
        (("--fail-on", "never"), 0),
        (("--ignore", "house.shocking"), 1),
        (("--ignore", "house.shocking", "--fail-on", "error"), 0),
        (("--select", "house.maybe"), 0),
        (("--select", "house.maybe", "--fail-on", "info"), 1),
        (("--severity", "house=info"), 0),
        (("--max-findings", "1", "--fail-on", "error"), 1),
        (("nowhere.txt",), 2),
        (("loop.txt",), 3),
        (("loop.txt", "nowhere.txt"), 2),
    ],
)
def test_exit_codes(house: Run, options: tuple[str, ...], code: int) -> None:
    Path("loop.txt").symlink_to("loop.txt")
    assert house("a.txt", *options).code == code


def test_fail_on_is_judged_per_file(house: Run) -> None:
    with Path(".newslint.yaml").open("a", encoding="utf-8") as file:
        file.write("per-path: [{paths: [a.txt], fail-on: never}]\n")
    assert house("a.txt").code == 0
    Path("c.txt").write_text("Whilst.\n", "utf-8")
    assert house("a.txt", "c.txt").code == 1


def test_max_findings(house: Run) -> None:
    result = house("a.txt", "a.txt", "--max-findings", "2")
    assert len(result.out.splitlines()) == 2
    assert result.err.endswith("1 left out\n")


def test_after_two_dashes_all_are_paths(house: Run) -> None:
    Path("--statistics").write_text(ARTICLE, "utf-8")
    assert house("--select", "house.maybe", "--", "--statistics", "a.txt").out.startswith("--statistics:3:1: info")


def test_statistics_and_quiet(house: Run) -> None:
    assert "      1 house.maybe    ██" in house("a.txt", "--statistics").err
    assert house("a.txt", "--quiet").err == ""


def test_output_files(house: Run) -> None:
    house("a.txt", "--output-file", "sarif:out.sarif", "--output-file", "json:out.json", "--format", "concise")
    assert json.loads(Path("out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads(Path("out.json").read_text("utf-8")) == json.loads(house("a.txt", "--format", "json").out)


def test_findings_link_to_the_published_pages(house: Run) -> None:
    with Path(".newslint.yaml").open("a", encoding="utf-8") as file:
        file.write("docs: https://example.org/\n")
    log = json.loads(house("a.txt", "--format", "sarif").out)
    pages = {rule["id"]: rule["helpUri"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert pages["house.maybe"] == "https://example.org/rules/house.maybe.html"


def test_the_same_bytes_for_any_number_of_processes(house: Run) -> None:
    for number in range(40):
        Path(f"n{number:02}.md").write_text(ARTICLE * (number % 3), "utf-8")
    Path("loop.txt").symlink_to("loop.txt")
    alone, several = (house(".", "loop.txt", "--format", "json", "--jobs", jobs) for jobs in ("1", "3"))
    assert alone == several
    assert alone.code == 3


def test_options_reach_the_workers(house: Run) -> None:
    options = ("a.txt", "b.txt", "--jobs", "2", "--select", "house.maybe", "--severity", "house.maybe=error")
    assert house(*options).out == "a.txt:3:1: error: 'Maybe' says little. [house.maybe]\n"


def test_rules(house: Run) -> None:
    assert house("rules", "--ignore", "house.maybe").out.splitlines() == [
        "house.maybe     info     off      '{match}' says little.",
        "house.shocking  error    on       '{match}' is for tabloids.",
        "house.whilst    warning  on       Prefer '{suggestion}' to '{match}'.",
    ]
    assert house("rules", "--slow").out == ""
    listed = [json.loads(line) for line in house("rules", "--format", "json", "house.maybe").out.splitlines()]
    assert [(rule["id"], rule["runs"]) for rule in listed] == [("house.maybe", True)]


def test_explain(house: Run) -> None:
    lines = house("explain", "house.whilst").out.splitlines()
    assert lines[:4] == ["house.whilst (warning)", "Prefer '{suggestion}' to '{match}'.", "", "It is the house's word."]
    shown = lines.index("    She sang whilst he danced.")
    assert lines[shown + 1] == "             ^^^^^^ => while"
    assert any("newslint-disable-next-line house.whilst" in line for line in lines)


def test_test_runs_the_laws_on_a_users_pack(house: Run, tmp_path: Path) -> None:
    assert house("test", "house.yaml").err == "3 rules checked: all examples pass\n"
    assert house("test").code == 0
    broken = (tmp_path / "house.yaml").read_text("utf-8").replace("[[shocking]] end", "shocking [[end]]")
    (tmp_path / "house.yaml").write_text(broken, "utf-8")
    result = house("test", "house.yaml")
    assert result.code == 1
    assert (
        result.out == "house.yaml:18:13: error: a bad example: expected ['end'], found ['shocking'] [house.shocking]\n"
    )


@pytest.mark.parametrize("which", ["rules", "report", "config"])
def test_schemas_are_json_schemas(newslint: Run, which: str) -> None:
    import jsonschema

    jsonschema.Draft202012Validator.check_schema(json.loads(newslint("schema", which).out))


def test_the_published_rule_schema_is_the_generated_one(newslint: Run) -> None:
    """Write it anew with `newslint schema rules > rules/schema.json`."""
    from newslint.paths import builtin_rules

    assert (builtin_rules() / "schema.json").read_text("utf-8") == newslint("schema", "rules").out


def test_the_rule_schema_accepts_a_house_pack_and_refuses_a_slip(house: Run) -> None:
    import jsonschema
    import yaml

    schema = json.loads(house("schema", "rules").out)
    pack = yaml.safe_load(Path("house.yaml").read_text("utf-8"))
    jsonschema.validate(pack, schema)
    pack["rules"][0]["swapp"] = pack["rules"][0].pop("swap")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(pack, schema)


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion(newslint: Run, shell: str) -> None:
    assert "select" in newslint("completion", shell).out


def test_help_is_no_error(newslint: Run) -> None:
    result = newslint("--help")
    assert (result.code, result.err) == (0, "")
    assert "explain" in result.out
    assert newslint("rules", "-h").out.startswith("usage: newslint rules")


def test_former_names_go_on_working_unseen(house: Run) -> None:
    assert house("explain-text", "a.txt").out == house("odd-words", "a.txt").out != ""
    assert house("--no-force-exclude", "a.txt").out == house("--include-excluded", "a.txt").out != ""
    shown = house("--help").out
    assert "odd-words" in shown
    assert "--include-excluded" in shown
    assert not {"explain-text", "--no-force-exclude", "SUPPRESS"} & set(re.findall(r"[\w-]+", shown))


def test_as_a_module_with_odd_output_encodings(house: Run, tmp_path: Path) -> None:
    (tmp_path / "ü\u2028.txt").write_text(ARTICLE, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "ü\u2028.txt"], check=False, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}, cwd=tmp_path
    )  # fmt: skip
    assert (
        done.stdout.splitlines()[0].decode() == "ü\\u2028.txt:1:3: error: 'shocking' is for tabloids. [house.shocking]"
    )
    assert b"\r" not in done.stdout


def test_progress_is_for_terminals_only(house: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    from newslint.cli import main

    for number in range(60):
        Path(f"n{number:02}.txt").write_text("A sad end.\n", "utf-8")
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    out = io.StringIO()
    assert main(["--fail-on=never", "."], io.StringIO(), out, terminal) == 0
    assert terminal.getvalue().endswith("files (0.00 s)\n") or " s)\n" in terminal.getvalue()
    assert "files/s" not in out.getvalue()
