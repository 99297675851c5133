"""What others run newslint by: the pre-commit hooks, through pre-commit itself, and the GitHub Action's own script."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint.article.readers import READERS
from newslint.reading import pipelines

ROOT = Path(__file__).parents[1]
ARTICLE = "# Talks\n\nThe minister held disastrous talks with allies on Monday.\n"


@pytest.fixture(scope="module")
def hooks() -> list[dict[str, Any]]:
    return yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


def test_the_hooks_run_what_is_installed(hooks: list[dict[str, Any]], newslint: Callable[..., Any]) -> None:
    assert [hook["id"] for hook in hooks] == ["newslint", "newslint-thorough", "newslint-fix", "newslint-warn"]
    Path("a.md").write_text(ARTICLE, "utf-8")
    codes = [newslint(*hook["entry"].split()[1:], "a.md").code for hook in hooks]
    assert codes == [1, 1 if pipelines.find() else 3, 1, 0]
    assert all(hook["types_or"] == list(dict.fromkeys(form.tag for form in READERS if form.tag)) for hook in hooks)
    assert [hook.get("verbose", False) for hook in hooks] == [False, False, False, True]


def test_the_thorough_hook_brings_the_pipeline_that_is_measured(hooks: list[dict[str, Any]]) -> None:
    pinned = re.findall(r"^([\w-]+==[\d.]+) --hash", (ROOT / "tools/pipeline.txt").read_text("utf-8"), re.MULTILINE)
    assert [hook["id"] for hook in hooks if set(pinned) <= set(hook.get("additional_dependencies", ()))] == [
        "newslint-thorough"
    ]


def test_the_readme_names_the_hooks(hooks: list[dict[str, Any]]) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(re.search(rf"id: {hook['id']}(?![\w-])", readme) for hook in hooks)


def git(folder: Path, *argv: str) -> str:
    names = [
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "init.defaultBranch=main",
    ]
    done = subprocess.run(["git", *names, *argv], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.mark.integration
@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs git and a checkout")
def test_pre_commit_runs_the_hooks_from_a_clone(tmp_path: Path) -> None:
    """Installs newslint from a local clone, as pre-commit does: needs the package registry, a minute or two."""
    clone, articles = tmp_path / "newslint", tmp_path / "articles"
    git(tmp_path, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone))
    articles.mkdir()
    git(articles, "init", "--quiet")
    listed = [{"id": "newslint"}, {"id": "newslint-warn"}]
    config = {"repos": [{"repo": str(clone), "rev": git(clone, "rev-parse", "HEAD"), "hooks": listed}]}
    (articles / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    (articles / "a.md").write_text(ARTICLE, "utf-8")
    (articles / "README.md").write_text(ARTICLE, "utf-8")
    git(articles, "add", ".")
    environ = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
    done = subprocess.run(command, cwd=articles, env=environ, check=False, capture_output=True, text=True)
    assert done.returncode == 1, done.stdout + done.stderr
    strict, _, lenient = done.stdout.partition("newslint (never fails)")
    for shown in (strict, lenient):
        assert "a.md:3:19: warning: 'disastrous talks'" in shown
        assert "README.md" not in shown
    assert re.search(r"^newslint\.+Failed$", done.stdout, re.MULTILINE)
    assert re.search(r"^newslint \(never fails\)\.+Passed$", done.stdout, re.MULTILINE)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
@pytest.mark.parametrize(("fail_on", "code"), [("warning", "1"), ("never", "0"), ("fatal", "2")])
def test_the_script_of_the_action(tmp_path: Path, fail_on: str, code: str) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    step = next(step for step in action["runs"]["steps"] if step.get("id") == "lint")
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "two words.md").write_text(ARTICLE, "utf-8")
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "newslint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n', "utf-8")
    (bin_ / "newslint").chmod(0o755)
    environ = {
        **os.environ,
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "PATHS": "a.md\ntwo words.md\n",
        "ARGUMENTS": "--select\nmachine.spun-idiom\n",
        "FAIL_ON": fail_on,
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
    }
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=tmp_path, env=environ, check=True, capture_output=True, text=True
    )
    assert (tmp_path / "output").read_text("utf-8") == f"code={code}\n"
    if code != "2":
        assert done.stdout.count("::warning ") == 2
        log = json.loads((tmp_path / "newslint.sarif").read_text("utf-8"))
        assert [len(run["results"]) for run in log["runs"]] == [2]
