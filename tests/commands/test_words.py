"""Words of the command line that people try: help, --version anywhere, completion, --require, test's notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.commands import present
from newslint.languagetool import copies
from newslint.languagetool.client import ServerError

Run = Callable[..., Any]


def test_help(house: Run) -> None:
    assert house("help").out == house("--help").out
    for name in present():
        assert house("help", name).out == house(name, "--help").out
    result = house("help", "rulez")
    assert (result.code, result.err) == (2, "newslint: error: unknown command 'rulez'; did you mean 'rules'?\n")


@pytest.mark.parametrize(
    "argv",
    [
        "--version",
        "-V",
        "rules --version",
        "-V a.txt",
        "a.txt -V",
        "explain x --version",
        "help --version",
        "a.txt --format json -V",
    ],
)
def test_version_anywhere(house: Run, argv: str) -> None:
    result = house(*argv.split())
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("newslint ")


def test_after_two_dashes_it_is_a_file(house: Run) -> None:
    Path("--version").write_text("A shocking end.\n", "utf-8")
    assert house("--", "--version").code == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh", "powershell"])
def test_completion(house: Run, shell: str) -> None:
    script = house("completion", shell).out
    assert "newslint" in script
    assert "explain" in script
    assert "fail-on" in script


@pytest.fixture
def without_languagetool(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(folder: str) -> copies.Copy:
        raise ServerError("starting LanguageTool needs an extra: pip install 'newslint[grammar]'")

    monkeypatch.setattr(copies, "find", find)


@pytest.mark.usefixtures("without_languagetool")
class TestRequire:
    @pytest.mark.parametrize("options", ["", "--extend-select grammar", "--select integrity", "--ignore grammar"])
    @pytest.mark.parametrize("name", ["grammar", "grammar.agreement"])
    def test_what_is_missing_fails_the_run(self, newslint: Run, options: str, name: str) -> None:
        Path("a.txt").write_text("The council met on Monday in the old town hall.\n", "utf-8")
        result = newslint("a.txt", "--require", name, *options.split())
        assert result.code == 3
        assert "newslint[grammar]" in result.out + result.err

    def test_otherwise_it_does_not(self, newslint: Run) -> None:
        Path("a.txt").write_text("The council met on Monday in the old town hall.\n", "utf-8")
        assert newslint("a.txt").code == 0
        assert newslint("a.txt", "--require", "integrity").code == 0

    def test_of_what_none_runs_it_is_said(self, house: Run) -> None:
        Path("a.txt").write_text("The council met.\n", "utf-8")
        result = house("a.txt", "--require", "house", "--ignore", "house")
        assert "--require house: none of its rules is selected; select them with --extend-select house" in result.err

    def test_test_says_it_once(self, newslint: Run) -> None:
        result = newslint("test", "grammar")
        assert result.err.count("were not checked") == 1
        assert result.err.count("LanguageTool") == 1
