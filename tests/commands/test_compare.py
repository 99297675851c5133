"""compare: two texts beside each other, on a terminal and as a page."""

from __future__ import annotations

import xml.dom.minidom
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WIRE = (
    "Bridge\n\nThe bridge in Corrin Bay closes on 3 March. Repairs cost £14 million. Nobody asked the ferry’s owner.\n"
)
ARTICLE = "Bridge\n\nThe bridge <b> in Corrin Bay closes on 13 March. It rains.\n"


@pytest.fixture
def both(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")


@pytest.mark.usefixtures("both")
def test_lines(newslint: Callable[..., Any]) -> None:
    result = newslint("compare", "wire.txt", "article.txt")
    assert result.code == 0
    lines = result.out.splitlines()
    assert lines[2].startswith("article.txt:3:1 = wire.txt:3:1 (")
    assert "on [-3-] {+13+} March." in lines[3]
    assert "article.txt:3:50: not in the source" in lines
    assert "wire.txt:3:45: not in the article" in lines


@pytest.mark.usefixtures("both")
def test_colours(newslint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[32m13\x1b[0m" in newslint("compare", "wire.txt", "article.txt").out


@pytest.mark.usefixtures("both")
def test_a_page(newslint: Callable[..., Any]) -> None:
    page = newslint("compare", "--format", "html", "wire.txt", "article.txt").out
    xml.dom.minidom.parseString(page.partition("\n")[2])
    assert "<del>3</del>" in page
    assert "<ins>13</ins>" in page
    assert "&lt;" in page
    assert "<b>" not in page


@pytest.mark.usefixtures("both")
def test_what_cannot_be_compared(newslint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    assert "'gone.txt' does not exist" in newslint("compare", "gone.txt", "article.txt").err
    result = newslint("compare", "empty.txt", "article.txt")
    assert (result.code, "'empty.txt' has no text to compare" in result.err) == (2, True)
