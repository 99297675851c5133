"""stats: figures by rule, folder and month, as a table, as JSON and as a page."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.conftest import Run

XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(autouse=True)
def articles(house: Run) -> None:
    for folder in ("news", "sport"):
        Path(folder).mkdir()
    Path("news/2024-05-02-a.md").write_text("One two three four whilst six seven eight nine ten.\n", "utf-8")
    Path("news/2024-06-02-b.md").write_text("A shocking end " * 10, "utf-8")
    Path("sport/c.txt").write_text("Fine, and nothing else at all happened here.\n", "utf-8")


def test_the_table(house: Run) -> None:
    result = house("stats", "news", "sport")
    assert result.code == 0
    assert result.out == (
        "rule            per 10,000 words  findings  articles with it\n"
        "house.shocking           2,083.3        10                 1\n"
        "house.whilst               208.3         1                 1\n"
        "\n"
        "folder  per 10,000 words  findings  articles  words\n"
        "news             2,750.0        11         2     40\n"
        "sport                0.0         0         1      8\n"
        "\n"
        "month    per 10,000 words  findings  articles  words\n"
        "2024-05           1,000.0         1         1     10\n"
        "2024-06           3,333.3        10         1     30\n"
        "undated               0.0         0         1      8\n"
    )
    assert result.err == "11 findings in 3 articles of 48 words\n"


def test_json(house: Run) -> None:
    found = json.loads(house("stats", "--format", "json", "news", "sport").out)
    assert found["rules"][0] == {"name": "house.shocking", "findings": 10, "words": 48, "articles": 1, "rate": 2083.333}
    assert [row["name"] for row in found["months"]] == ["2024-05", "2024-06", "undated"]
    assert (found["articles"], found["words"], found["findings"], found["failures"]) == (3, 48, 11, 0)


def test_the_page(house: Run) -> None:
    page = house("stats", "--format", "html", "news", "sport").out
    root = ET.fromstring(page.removeprefix("<!DOCTYPE html>"))
    assert len(list(root.iter("{http://www.w3.org/2000/svg}svg"))) == 3
    assert len(list(root.iter(f"{XHTML}table"))) == 3
    assert [h.text for h in root.iter(f"{XHTML}h2")] == ["By rule", "By folder", "By month"]
    assert "11 findings in 3 articles of 48 words." in page
    assert page == house("stats", "--format", "html", "news", "sport").out


def test_a_page_without_findings(house: Run) -> None:
    page = house("stats", "--format", "html", "sport").out
    ET.fromstring(page.removeprefix("<!DOCTYPE html>"))
    assert "<p>None.</p>" in page


def test_a_folder_with_a_hostile_name(house: Run) -> None:
    folder = Path("<script>&\x1b")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("no such names here")
    (folder / "a.txt").write_text("Whilst.\n", "utf-8")
    page = house("stats", "--format", "html", ".").out
    assert "<script" not in page
    assert "\x1b" not in page + house("stats", ".").out


def test_severity(house: Run) -> None:
    assert "house.whilst" not in house("stats", "--min-severity", "error", "news").out


def test_a_file_that_cannot_be_read(house: Run) -> None:
    Path("news/broken.txt").write_bytes(b"\0\1\2" * 50)
    result = house("stats", "news")
    assert result.code == 3
    assert result.err == "11 findings in 3 articles of 40 words; 1 article failed\n"


@pytest.mark.parametrize(("arguments", "said"), [(("nowhere",), "no such file"), (("--format", "pdf", "news"), "pdf")])
def test_what_makes_no_sense(house: Run, arguments: tuple[str, ...], said: str) -> None:
    result = house("stats", *arguments)
    assert result.code == 2
    assert said in result.err
