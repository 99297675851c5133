"""The exact bytes of every format. `NEWSLINT_GOLDEN=write pytest tests/reporters` writes them anew: read the diff."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newslint import __version__
from newslint.reporters import REPORTERS
from newslint.reporters.report import FileReport, Look

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parent / "golden"
TERMINAL = Look(snippets=True, width=90, verbose=True)
COLOUR = Look(snippets=True, colour=True, links=True, width=90)


def agree(name: str, output: str) -> None:
    path = GOLDEN / name
    output = output.replace(f'"version": "{__version__}"', '"version": "0"')
    if os.environ.get("NEWSLINT_GOLDEN") == "write":
        path.write_text(output, encoding="utf-8", newline="\n")
    assert output == path.read_bytes().decode()


@pytest.mark.parametrize("name", REPORTERS)
def test_format(name: str, sample: list[FileReport], render: Callable[..., str]) -> None:
    agree(name, render(name, sample))


@pytest.mark.parametrize(("name", "look"), [("terminal", TERMINAL), ("colour", COLOUR)])
def test_text_on_a_terminal(name: str, look: Look, sample: list[FileReport], render: Callable[..., str]) -> None:
    agree(name, render("text", sample, look))


@pytest.mark.parametrize("name", ["jsonl", "sarif"])
def test_silenced_findings_are_written_if_asked_for(
    name: str, sample: list[FileReport], render: Callable[..., str]
) -> None:
    agree(f"{name}-verbose", render(name, sample, Look(verbose=True)))


def test_every_golden_file_is_compared() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {
        *REPORTERS,
        "terminal",
        "colour",
        "jsonl-verbose",
        "sarif-verbose",
    }
