"""What every reporter must do, whatever its format: a file of its name, a golden, and the same text for the same run."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslint.reporters
from newslint.article.text import Text
from newslint.finding import Finding, Severity, Span
from newslint.reporters import REPORTERS, reporter
from newslint.reporters.report import FileReport, Look, Reporter

if TYPE_CHECKING:
    from collections.abc import Callable

SHARED = {"__init__", "bars", "columns", "report", "escape", "indented", "snippet", "terminal", "wire"}
LOOKS = st.sampled_from(
    [None, Look(verbose=True), Look(snippets=True, colour=True, links=True, width=60, verbose=True)]
)


def test_the_table_lists_the_files() -> None:
    folder = Path(newslint.reporters.__file__).parent
    assert {path.stem for path in folder.glob("*.py")} - SHARED == set(REPORTERS)


@pytest.mark.parametrize("name", REPORTERS)
class TestEvery:
    def test_is_a_reporter(self, name: str) -> None:
        assert issubclass(reporter(name), Reporter)
        assert REPORTERS[name].about

    @settings(max_examples=40, deadline=None)  # a busy machine is no failure
    @given(files=st.lists(st.from_type(FileReport), max_size=3), look=LOOKS)
    def test_any_text_can_be_encoded(
        self, name: str, files: list[FileReport], look: Look | None, render: Callable[..., str]
    ) -> None:
        output = render(name, files, look)
        output.encode("utf-8")
        assert output == render(name, files, look)

    def test_a_run_of_nothing_ends(self, name: str, render: Callable[..., str]) -> None:
        output = render(name, [])
        assert output == "" or output.endswith("\n")
        assert "\r" not in output

    def test_names_the_rule_the_file_and_the_message(self, name: str, render: Callable[..., str]) -> None:
        found = Finding(Span(2, 5), "house.rule", Severity.ERROR, "Say less.", "bad")
        output = render(name, [FileReport("article.txt", Text("A bad end."), (found,))])
        assert all(part in output for part in ("house.rule", "article.txt", "Say less."))

    def test_reports_that_failed_are_not_passed_over(
        self, name: str, sample: list[FileReport], render: Callable[..., str]
    ) -> None:
        output = render(name, sample)
        assert "the file vanished during the run" in output
        assert "the pattern ran out of time" in output

    def test_reports_travel_between_processes(
        self, name: str, sample: list[FileReport], render: Callable[..., str]
    ) -> None:
        assert render(name, pickle.loads(pickle.dumps(sample))) == render(name, sample)
