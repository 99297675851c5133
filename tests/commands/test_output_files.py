"""Output files never destroy what the run reads; nothing is written before that is known."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
posix = pytest.mark.skipif(os.name == "nt", reason="POSIX files")
SHOCK = "A shocking end.\n"


@pytest.fixture
def desk(house: Run) -> Run:
    Path("desk").mkdir()
    for name in ("a.txt", "b.txt", "README.md"):
        Path("desk", name).write_text(SHOCK, "utf-8")
    return house


def refused(result: Any, what: str) -> None:
    assert (result.code, result.out) == (2, "")
    assert what in result.err
    assert Path("desk/a.txt").read_text("utf-8") == SHOCK


@pytest.mark.parametrize("output", ["desk/a.txt", "./desk/../desk/a.txt", "{here}/desk/a.txt"])
@pytest.mark.parametrize("named", ["desk/a.txt", "desk", "desk/*.txt"])
def test_over_an_article(desk: Run, named: str, output: str) -> None:
    output = output.replace("{here}", str(Path.cwd()))
    result = desk(named, "--output-file", "json:new.json", "--output-file", f"json:{output}")
    refused(result, "is the article 'desk/a.txt'")
    assert not Path("new.json").exists()


@posix
@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_over_an_article_by_a_link(desk: Run, link: Callable[[str, str], None]) -> None:
    link(str(Path("desk/a.txt").absolute()), "report.json")
    refused(desk("desk", "--output-file", "json:report.json"), "is the article 'desk/a.txt'")
    refused(desk("report.json", "--output-file", "json:desk/a.txt"), "is the article 'report.json'")


def test_over_what_is_named_and_left_out(desk: Run) -> None:
    refused(desk("desk/README.md", "desk/a.txt", "--output-file", "json:desk/README.md"), "is the article")


def test_over_the_configuration_or_a_sidecar(desk: Run) -> None:
    Path("desk/a.txt.newslint.yaml").write_text("ignore: []\n", "utf-8")
    refused(desk("desk", "--output-file", "json:.newslint.yaml"), "is the configuration '.newslint.yaml'")
    refused(desk("desk", "--output-file", "json:desk/a.txt.newslint.yaml"), "is the sidecar of 'desk/a.txt'")


@pytest.mark.parametrize("other", ["new.json", "./new.json", "desk/../new.json"])
def test_two_outputs_to_one_file(desk: Run, other: str) -> None:
    refused(
        desk("desk", "--output-file", "json:new.json", "--output-file", f"sarif:{other}"), "are the same output file"
    )
    assert not Path("new.json").exists()


def test_into_a_folder(desk: Run) -> None:
    refused(desk("desk", "--output-file", "json:desk"), "'desk' is a folder; name a file in it")
    result = desk("desk", "--output-file", "json:new.json", "--output-file", "json:no/such/x")
    refused(result, "cannot write 'no/such/x'")
    assert not Path("new.json").exists()


def test_a_report_beside_the_articles_is_none_of_them(desk: Run) -> None:
    for _ in range(2):
        assert desk("desk", "--output-file", "json:desk/report.json").code == 1
    Path("desk/report.txt").write_text("An old report.\n", "utf-8")
    refused(desk("desk", "--output-file", "concise:desk/report.txt"), "is the article 'desk/report.txt'")


@posix
def test_devices_take_any_number(desk: Run) -> None:
    assert desk("desk", "--output-file", "json:/dev/null", "--output-file", "sarif:/dev/null").code == 1


@posix
@pytest.mark.parametrize("command", ["- < desk/a.txt --output-file json:desk/a.txt", "desk/a.txt >> desk/a.txt"])
def test_streams_are_files_too(desk: Run, command: str) -> None:
    done = subprocess.run(
        f"{sys.executable} -m newslint {command}", shell=True, check=False, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "standard output would overwrite the article" in done.stderr or "is standard input" in done.stderr
    assert Path("desk/a.txt").read_text("utf-8") == SHOCK
