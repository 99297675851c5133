"""The tutorial and the desk's day: their files and commands, run in order, print what the page shows.

A block that begins with `# file: NAME` is that file. In a `console` block a line with `$` is a command, and what follows is
its output. `NEWSLINT_GOLDEN=write pytest tests/test_docs.py` writes the output into the page; read the diff.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "docs/tutorial.md", ROOT / "docs/desk.md", ROOT / "docs/sources.md"]
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# file: (\S+)\n")
# Installing is tested by .ci/run, on a clean clone and a bare Python.
NOT_HERE = ("pip install ",)


def run(command: str) -> str:
    """What a command prints, and its exit code if it is not 0."""
    if command.startswith(NOT_HERE):
        return ""
    name, *arguments = shlex.split(command)
    assert name == "newslint"
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *arguments], capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    lines = done.stdout + done.stderr
    return f"{lines}[exit code {done.returncode}]\n" if done.returncode else lines


def played(page: str, run: Callable[[str], str]) -> str:
    """The page with the output of each command as it is now; its files are written to the current folder."""

    def block(hit: re.Match[str]) -> str:
        file = FILE.match(hit["text"])
        if file:
            Path(file[1]).parent.mkdir(exist_ok=True)
            Path(file[1]).write_text(hit["text"][file.end() :], "utf-8")
        if hit["kind"] != "console":
            return hit[0]
        commands = [line[2:] for line in hit["text"].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"$ {command}\n{run(command)}" for command in commands) + "```"

    return BLOCK.sub(block, page)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_what_the_page_shows_is_what_its_commands_print(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
    page = path.read_text("utf-8")
    now = played(page, run)
    if os.environ.get("NEWSLINT_GOLDEN") == "write":
        path.write_text(now, "utf-8")
    else:
        assert now == page
