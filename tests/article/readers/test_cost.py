"""Readers take linear time: the lines of Python they run are counted, nothing is timed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from newslint.article.readers import read
from newslint.article.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Protocol

    class Tracer(Protocol):
        def __call__(self, frame: FrameType, event: str, argument: object, /) -> Tracer: ...


HOSTILE = {
    "plain": ("a\n", "a\n\n", "- a\n", "\r\n", "By \n", "A ", "A. ", "word word word word word word word word.\n"),
    "markdown": (
        "[",
        ">",
        "> ",
        "- a\n",
        "*a ",
        "`",
        "![",
        "[a](b)",
        "<b>",
        "<div>\n\n",
        "&amp;",
        "|a|\n",
        "---\n",
        "# a\n",
        "é ",
    ),
    "html": (
        "<div>",
        "<p>",
        "<ul><li>",
        "<li></li>",
        "<td>",
        "</p>",
        "</div>",
        "<q>",
        "&amp;",
        "<br>",
        "<a href=x>",
        "<span class=credit>",
    ),
}
CASES = [(form, unit) for form, units in HOSTILE.items() for unit in units]


def _steps(function: Callable[[], object]) -> int:
    """How many lines of Python a function runs through."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> Tracer:
        nonlocal count
        count += event == "line"
        return note

    held = sys.gettrace()
    sys.settrace(note)
    try:
        function()
    finally:
        sys.settrace(held)
    return count


@pytest.mark.parametrize(("form", "unit"), CASES)
def test_steps_grow_with_the_file(form: str, unit: str) -> None:
    def steps(times: int) -> int:
        text = Text("Head\n\n" + unit * times)
        return _steps(lambda: read(text, form))

    steps(10)
    few, many = steps(200), steps(800)
    assert many <= 4.5 * few


@pytest.mark.parametrize("inner", ["<li></li>", "</p>", "</section>", "<td>", "<p>"])
def test_deep_nesting_costs_no_walk(inner: str) -> None:
    def steps(times: int) -> int:
        text = Text("<div>" * times + inner * times)
        return _steps(lambda: read(text, "html"))

    steps(10)
    few, many = steps(200), steps(800)
    assert many <= 4.5 * few
