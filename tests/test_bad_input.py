"""Wrong rules and wrong command lines give one clear line and the right exit code, no traceback and no hang."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SHOCK = "good.txt:1:3: error: 'shocking' is for tabloids. [house.shocking]"


RULE = "rules:\n  - id: bad.rule\n    kind: {kind}\n    severity: warning\n    message: \"'{{match}}'.\"\n    why: w\n    {more}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RULE.format(kind="pattern", more="pattern: '(unclosed'"), "bad.yaml:7:5: error: bad regular expression: missing )"),
        (RULE.format(kind="phrse", more="phrases: [x]"), "bad.yaml:3:11: error: unknown kind 'phrse'; did you mean 'phrase'?"),
        (RULE.format(kind="phrase", more="phrases: [x]\n    why: again"), "bad.yaml:8:5: error: key 'why' occurs twice; remove one of the two"),
        (RULE.format(kind="phrase", more="frases: [x]"), "bad.yaml:7:5: error: unknown key 'frases'; did you mean 'phrases'?"),
        (RULE.format(kind="phrase", more="\tphrases: [x]"), "bad.yaml:7:5: error: not valid YAML: found "),
        (RULE.format(kind="phrase", more="phrases: !!python/name:os.system x"), "a tag that would run code is not allowed; write plain YAML"),
        (RULE.format(kind="phrase", more="phrases: !house x"), "tag '!house' is not allowed; write plain YAML"),
        (RULE.format(kind="phrase", more="phrases: &a [*a]"), "nested deeper than 40 levels (an alias loop?); write it flat"),
        ("rules: {}\n", "bad.yaml:1:1: error: expected the key 'rules' with a list of rules"),
        ("rules:\n  - id: other.rule\n", "error:"),
        ("\0", "error:"),
        ("", "bad.yaml:1:1: error: expected the key 'rules' with a list of rules"),
    ],
)  # fmt: skip
def test_rule_files(house: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bad.yaml").write_text(text, "utf-8")
    (tmp_path / "good.txt").write_text("A shocking end.\n", "utf-8")
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml, bad.yaml]\n", "utf-8")
    result = house("good.txt")
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.startswith("newslint: bad.yaml:")
    assert result.err.count("\n") == 1


def test_a_catastrophic_pattern_is_cut_off_and_named(house: Run, tmp_path: Path) -> None:
    rule = RULE.format(kind="pattern", more="pattern: '(x+x+)+y'")
    (tmp_path / "bad.yaml").write_text(rule, "utf-8")
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml, bad.yaml]\n", "utf-8")
    (tmp_path / "good.txt").write_text(f"A shocking end.\n\n{'x' * 5000}\n", "utf-8")
    result = house("good.txt")
    assert result.code == 3
    assert result.out.splitlines()[0] == SHOCK
    assert "its pattern ran longer than" in result.out
    assert "bad.yaml:2" in result.out.splitlines()[1]
    assert result.out.splitlines()[1].endswith("[bad.rule]")


def test_a_check_that_raises_is_one_error(house: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.checks.general.phrase import Phrase

    def fail(self: object, unit: object) -> object:
        raise ZeroDivisionError("oh")

    Path("good.txt").write_text("A shocking end, whilst it lasted.\n", "utf-8")
    monkeypatch.setattr(Phrase, "find", fail)
    result = house("good.txt")
    assert result.code == 3
    assert [line.rpartition("[")[2] for line in result.out.splitlines()] == ["house.whilst]", "house.shocking]"]
    assert "the check failed: ZeroDivisionError: oh (rule in" in result.out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ([], "nothing to lint; name files or folders, or - for standard input (see 'newslint --help')"),
        (["--selct=x", "a"], "unknown option '--selct'; did you mean '--select'?"),
        (["a", "--zzzz"], "unknown option '--zzzz'; see --help"),
        (["--format", "jason", "a"], "--format: unknown value 'jason'; did you mean 'json'?"),
        (["--select", "house.whlst", "good.txt"], "unknown rule or pack 'house.whlst'; did you mean 'house.whilst'?"),
        (["--severity", "house=fatal", "good.txt"], "--severity needs ID=LEVEL, where LEVEL is error, warning or info, not 'house=fatal'"),
        (["--today", "tomorrow", "good.txt"], "--today needs a date such as 2024-05-15, not 'tomorrow'"),
        (["--jobs", "0", "good.txt"], "-j/--jobs: expected a whole number above 0, got '0'"),
        (["--config", "none.yaml", "good.txt"], "--config: 'none.yaml' does not exist; name a file that is there"),
        (["--output-file", "sarif", "good.txt"], "--output-file needs FORMAT:FILE, such as sarif:newslint.sarif, not 'sarif'"),
        (["--output-file", "sarf:x", "good.txt"], "unknown format 'sarf'; did you mean 'sarif'?"),
        (["--output-file", "sarif:no/such/x", "good.txt"], "cannot write 'no/such/x': No such file or directory"),
        (["explain", "house.whlst"], "unknown rule 'house.whlst'; did you mean 'house.whilst'?"),
        (["explain", "house"], "'house' is a pack; name one of its rules: house.maybe, house.shocking, house.whilst"),
        (["rules", "hause"], "unknown rule or pack 'hause'; did you mean 'house'?"),
        (["test", "hause"], "unknown pack 'hause'; name a folder, a file or a built-in pack: claims, consistency,"),
        (["schema", "rule"], "WHICH: unknown value 'rule'; did you mean 'rules'?"),
        (["explian", "x"], "unknown file or command 'explian'; did you mean 'newslint explain'?"),
    ],
)  # fmt: skip
def test_command_lines(house: Run, argv: list[str], said: str) -> None:
    Path("good.txt").write_text("A shocking end.\n", "utf-8")
    result = house(*argv)
    assert result.code == 2
    assert result.err == f"newslint: error: {said}\n" or (said in result.err and argv[0] == "test")
    assert result.err.count("\n") == 1
    assert result.out == ""
