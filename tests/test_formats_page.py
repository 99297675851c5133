"""The page about formats: its example is linted as it says, and it has a section on every format."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.article.readers import READERS

if TYPE_CHECKING:
    from tests.conftest import Run

PAGE = (Path(__file__).parents[1] / "docs" / "formats.md").read_text("utf-8")


def test_the_example_gives_what_the_page_shows(newslint: Run, tmp_path: Path) -> None:
    story = re.search(r"```xml\n(.*?)```", PAGE, re.DOTALL)
    shown = re.search(r"```console\n\$ newslint (.*?)\n(.*?)```", PAGE, re.DOTALL)
    assert story
    assert shown
    (tmp_path / "ferry.nitf").write_text(story[1], "utf-8")
    result = newslint(*shown[1].split())
    assert result.out + result.err == shown[2]


def test_every_format_is_described() -> None:
    headings = " ".join(re.findall(r"^## (.*)$", PAGE, re.MULTILINE))
    for form in READERS:
        if form.exchanged:
            assert form.title.split(" (")[0] in headings, form.title
