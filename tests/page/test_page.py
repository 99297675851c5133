"""Pages: well-formed whatever they are given, nothing from elsewhere, a policy that says so, and figures for those who do not see."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.page import desk
from newslint.page.plots import bars, columns
from newslint.page.sheet import own, sheet, table, text

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</title><script>alert(1)</script><img src="x" onerror=alert(1)>\0\x1b[31m\ud800&"\''


def parsed(page: str) -> ET.Element:
    return ET.fromstring(page.removeprefix("<!DOCTYPE html>").encode())


def whole(name: str = "desk/sport", figure: float = 3.5) -> str:
    plots = [plot("By folder", "findings", [(name, figure), ("b", 0.0)]) for plot in (bars, columns)]
    return sheet(name, [*plots, table(name, ("folder", "figure"), [(name, "3.5")])])


def test_the_policy_lets_nothing_in_but_the_style() -> None:
    page = parsed(whole())
    policy = page.find(f".//{XHTML}meta[@http-equiv='Content-Security-Policy']").attrib["content"]  # type: ignore[union-attr]
    style = page.find(f".//{XHTML}style").text or ""  # type: ignore[union-attr]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert whole().index("Content-Security-Policy") < whole().index("<style>")


def test_nothing_is_fetched_and_nothing_runs() -> None:
    names = {(element.tag.rpartition("}")[2], name) for element in parsed(whole()).iter() for name in element.attrib}
    assert not {name for _, name in names} & {"src", "href", "style", "action", "srcset", "data"}
    assert not any(name.startswith("on") for _, name in names)
    assert not {tag for tag, _ in names} & {"script", "link", "img", "iframe", "object", "use", "foreignObject"}
    assert not re.search(r"url\(|@import", whole())


@given(st.text(), st.floats(0, 1e9))
def test_any_name_and_figure(name: str, figure: float) -> None:
    page = parsed(whole(name, figure))
    assert not list(page.iter(f"{XHTML}script"))


def test_hostile_names() -> None:
    page = parsed(whole(HOSTILE))
    assert not list(page.iter(f"{XHTML}script"))
    assert page.find(f".//{XHTML}title").text.startswith("</title><script>")  # type: ignore[union-attr]
    opened: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            opened.append(tag)

    Tags().feed(whole(HOSTILE))
    assert "script" not in opened
    assert "img" not in opened


def test_plots_are_told_and_their_figures_are_beside_them() -> None:
    page = parsed(whole())
    for plot in page.iter(f"{SVG}svg"):
        assert plot.attrib["role"] == "img"
        assert plot.attrib["aria-label"].startswith("By folder: findings.")
    assert [cell.attrib["scope"] for cell in page.iter(f"{XHTML}th")] == ["col", "col", "row"]
    assert page.attrib["lang"] == "en"


@pytest.mark.parametrize("plot", [bars, columns])
@pytest.mark.parametrize("found", [[], [("a", 0.0)], [(f"2024-{month:02}", float(month)) for month in range(1, 61)]])
def test_any_number_of_figures(plot, found: list[tuple[str, float]]) -> None:  # type: ignore[no-untyped-def]
    figure = ET.fromstring(plot("By month", "findings", found))
    widths = [float(bar.attrib["width"]) for bar in figure.iter(f"{SVG}rect")]
    assert len(widths) == len(found)
    assert all(0 <= width <= 720 for width in widths)
    assert all(0 <= float(bar.attrib["x"]) <= 720 for bar in figure.iter(f"{SVG}rect"))


def test_long_names_keep_their_end() -> None:
    assert "…" in bars("By folder", "findings", [("a/" * 40 + "sport", 1.0)])
    assert "sport</text>" in bars("By folder", "findings", [("a/" * 40 + "sport", 1.0)])


@pytest.mark.parametrize("page", [desk.page([(HOSTILE, True)], [(HOSTILE, HOSTILE)]), desk.login(wrong=True)])
def test_the_pages_of_the_application_are_whole(page: str) -> None:
    root = parsed(page)
    scripts = [script.attrib["src"] for script in root.iter(f"{XHTML}script")]
    assert scripts in ([], ["page/desk.js"])
    names = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(names) == len(set(names))
    assert not any(name.startswith("on") or name == "style" for element in root.iter() for name in element.attrib)


def test_the_files_of_the_application_are_there() -> None:
    for name in desk.FILES:
        assert own(name)
    script = own("desk.js") + own("paper.js") + own("files.js")
    assert {f"{name}.js" for name in re.findall(r'from "\./(\w+)\.js"', script)} <= set(desk.FILES)
    page = desk.page([], [])
    for name in re.findall(r'\b(?:at|when)\("(\w+)"', script):
        assert f'id="{name}"' in page, name


def test_what_cannot_be_written_is_replaced() -> None:
    assert text("a\0\ud800<b>") == "a\ufffd\ufffd&lt;b&gt;"
