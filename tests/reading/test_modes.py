"""Quick, thorough or as it comes: what runs, what is said of it, and what is loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.reading.conftest import ARTICLE

from newslint.reading.pipelines import Pipeline

pytestmark = pytest.mark.usefixtures("rules")
AGREEMENT, VERY = "house.agreement", "house.very"


def found(out: str) -> list[tuple[str, int, int, tuple[str, ...]]]:
    findings = json.loads(out)["findings"]
    return [(f["rule"], f["line"], f["column"], tuple(f["suggestions"])) for f in findings]


@pytest.mark.parametrize("options", [(), ("--thorough",)])
def test_a_pipeline_reads_along_where_one_is_installed(
    newslint: Callable[..., Any], pipeline: Pipeline, options: tuple[str, ...]
) -> None:
    done = newslint("a.txt", "--format", "json", *options)
    assert done.code == 1
    places = [(AGREEMENT, 3, 26, ("are",)), (VERY, 4, 9, ("unique",)), (AGREEMENT, 4, 38, ("are",))]
    assert found(done.out) == places
    summary = json.loads(done.out)["summary"]
    assert (summary["reading"], summary["pipelines"]) == ("thorough", [str(pipeline)])
    assert done.err.endswith("; thorough reading\n")
    assert str(pipeline) in newslint("a.txt", "-v").err


@pytest.mark.parametrize("how", ["--quick", "reading: quick"])
def test_quick_reading_runs_what_needs_no_model(newslint: Callable[..., Any], how: str) -> None:
    if not how.startswith("-"):
        with Path(".newslint.yaml").open("a", encoding="utf-8") as file:
            file.write(f"{how}\n")
    done = newslint("a.txt", "--format", "json", "-v", *([how] if how.startswith("-") else []))
    assert found(done.out) == [(VERY, 4, 9, ("unique",))]
    assert json.loads(done.out)["summary"]["reading"] == "quick"
    assert done.err == "newslint: note: quick reading: no model read along\n1 info in 1 file\n"


@pytest.mark.usefixtures("no_pipeline")
def test_without_a_pipeline_the_rest_runs_and_it_is_said_once(newslint: Callable[..., Any]) -> None:
    Path("b.txt").write_text(ARTICLE, "utf-8")
    done = newslint("a.txt", "b.txt", "--format", "json")
    assert {rule for rule, *_ in found(done.out)} == {VERY}
    assert done.err.count("house.agreement was not checked: no English spaCy pipeline is installed; ") == 1
    assert "not checked" not in newslint("a.txt", "--quick").err
    assert "not checked" not in newslint("a.txt", "--ignore", AGREEMENT).err


@pytest.mark.usefixtures("no_pipeline")
def test_thorough_reading_without_a_pipeline_is_one_sentence(newslint: Callable[..., Any]) -> None:
    for options in (("--thorough",), ("--thorough", "--ignore", AGREEMENT)):
        done = newslint("a.txt", *options)
        assert (done.code, done.out) == (3, "")
        assert done.err.startswith("newslint: error: reading cannot be thorough: no English spaCy pipeline")
        assert done.err.count("\n") == 1


def test_a_pipeline_that_is_not_there_is_named(newslint: Callable[..., Any]) -> None:
    with Path(".newslint.yaml").open("a", encoding="utf-8") as file:
        file.write("pipeline: en_nowhere\n")
    assert "'en_nowhere' is not an installed English spaCy pipeline" in newslint("a.txt").err
    assert newslint("a.txt", "--thorough").code == 3


def test_quick_and_thorough_exclude_each_other(newslint: Callable[..., Any]) -> None:
    assert newslint("a.txt", "--quick", "--thorough").code == 2


@pytest.mark.usefixtures("no_pipeline")
def test_the_laws_say_once_what_they_could_not_check(newslint: Callable[..., Any]) -> None:
    done = newslint("test", "house.yaml")
    assert done.code == 0
    assert done.err.count("no English spaCy pipeline is installed") == 1
    assert done.err.endswith("1 rule checked, 1 not checked: all examples pass\n")


def test_the_examples_pass(newslint: Callable[..., Any], pipeline: Pipeline) -> None:
    assert newslint("test", "house.yaml").err == "2 rules checked: all examples pass\n"


@pytest.mark.usefixtures("pipeline")
def test_alone_or_among_many_in_one_process_or_two(newslint: Callable[..., Any]) -> None:
    names = [f"{n}.txt" for n in range(4)]
    for n, name in enumerate(names):
        Path(name).write_text(ARTICLE.replace("members", "members and staff") if n % 2 else ARTICLE, "utf-8")
    together = newslint(*names, "--format", "concise").out
    assert together == "".join(newslint(name, "--format", "concise").out for name in names)
    assert together == newslint(*names, "--format", "concise", "--jobs", "2").out
    assert together.count("\n") == 10


def test_a_suppression_of_what_did_not_run_is_not_called_useless(newslint: Callable[..., Any]) -> None:
    text = f"# Talks\n\n<!-- newslint-disable-next-line {AGREEMENT}: ours -->\nThe lists is long.\n"
    Path("b.md").write_text(text, "utf-8")
    with Path(".newslint.yaml").open("a", encoding="utf-8") as file:
        file.write("extend-packs: [newslint]\n")
    assert newslint("b.md", "--quick", "--format", "concise").out == ""


@pytest.mark.parametrize(
    ("text", "option", "heavy"),
    [(ARTICLE, "--quick", False), ("News\n\nNothing to ask.\n", "--thorough", False), (ARTICLE, "--thorough", True)],
)
def test_nothing_heavy_is_imported_before_something_is_asked(
    pipeline: Pipeline, tmp_path: Path, text: str, option: str, heavy: bool
) -> None:
    Path("a.txt").write_text(text, "utf-8")
    code = (
        "import sys\nfrom newslint.cli import main\n"
        f"main(['a.txt', {option!r}, '--select', {AGREEMENT!r}])\nprint('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, text=True, capture_output=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == str(heavy)
