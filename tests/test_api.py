"""The Python API: the same findings as the command, lazily imported, safe in threads."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import newslint as package
from newslint.api import Linter, lint
from newslint.errors import FileError, UsageError

TEXT = "Pier opens\n\nThe the pier is long.\n\nBack to top\n"


def test_a_text_and_a_file_have_the_findings_of_the_command(newslint: Callable[..., Any]) -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    command = json.loads(newslint("--no-config", "--format", "json", "a.txt").out)["findings"]
    for article in (TEXT, Path("a.txt")):
        found = lint(article)
        assert [(f.rule, f.message) for f in found] == [(f["rule"], f["message"]) for f in command]
    assert TEXT[found[0].span.start : found[0].span.end] == found[0].match


def test_an_article_beside_its_sources() -> None:
    source = (
        "The bridge closes.\n\nThe repairs of the harbour bridge will cost £14.2 million, Ruth Adair said on Tuesday.\n"
    )
    article = source.replace("14.2", "12.4").replace("Tuesday", "Monday")
    assert not [f for f in lint(article) if f.rule.startswith("fidelity.")]
    Path("wire.txt").write_text(source, "utf-8")
    for given in (source, Path("wire.txt")):
        found = [f for f in lint(article, sources=[given]) if f.rule.startswith("fidelity.")]
        assert [(f.rule, f.match) for f in found] == [
            ("fidelity.figure", "£12.4 million"),
            ("fidelity.weekday", "Monday"),
        ]
    assert not [
        f for f in lint(article, sources=["", "Die Brücke ist seit Montag zu. " * 9]) if f.rule.startswith("fidelity.")
    ]
    with pytest.raises(FileError, match="cannot read the source"):
        lint(article, sources=[Path("gone.txt")])


def test_format_date_and_configuration(house: Callable[..., Any]) -> None:
    assert [f.rule for f in lint("She sang whilst *he* danced.", config=".newslint.yaml")] == ["house.whilst"]
    assert not lint("<!-- newslint-disable-next-line integrity: a title -->\nThe the pier is long.", format="markdown")
    told = "Pier opens\n\nThe pier reopened on Monday, 3 May, the mayor said."
    assert [f.rule for f in lint(told, date=datetime.date(2024, 5, 4))] == ["consistency.weekday-date"]


def test_one_linter_in_many_threads() -> None:
    linter = Linter()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(linter.lint, [TEXT] * 8))
    assert all(one == found[0] for one in found)


def test_what_is_wrong_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="No such file"):
        lint(tmp_path / "none.txt")
    with pytest.raises(UsageError, match="unknown format 'word'"):
        lint("x", format="word")
    with pytest.raises(UsageError, match="does not exist"):
        Linter(tmp_path / "none.yaml")


def test_importing_newslint_loads_nothing() -> None:
    code = (
        "import sys, newslint; print(sorted(m for m in sys.modules if m.startswith(('newslint', 'msgspec', 'regex'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "['newslint']\n"
    with pytest.raises(AttributeError, match="no attribute 'lnt'"):
        package.lnt  # noqa: B018
    assert package.lint is lint
