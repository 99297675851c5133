"""Every newslint command that the README and the docs show is one that newslint understands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.commands import COMMANDS, FORMER, load
from newslint.commands.parser import Parser

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
SHOWN = re.compile(r"`(newslint [^`\n]+)`|^(?:    |\$ )(?:.*&& )?(newslint .*)$", re.MULTILINE)
# Names of hooks and packages, and what has no argument of its own.
NO_COMMAND = re.compile(r"newslint(?:\[|-|\.| COMMAND)|[|…]")


def shown() -> Iterator[tuple[str, str]]:
    """(page, command) of everything that is written as a command, comments and redirections cut off."""
    for page in PAGES:
        for hit in SHOWN.finditer(page.read_text("utf-8")):
            line = re.sub(r"\s+(?:#|>).*$", "", hit[1] or hit[2])
            if not NO_COMMAND.search(line):
                yield page.name, line


@pytest.mark.parametrize(("page", "line"), sorted(set(shown())))
def test_a_command_that_is_shown_is_understood(page: str, line: str) -> None:
    _, *words = shlex.split(line)
    name = words.pop(0) if words and words[0] in (*COMMANDS, *FORMER) else "check"
    parser = Parser(name)
    load(name).configure(parser)
    parser.parse_args(words)


def test_there_are_some() -> None:
    assert len(list(shown())) > 40
