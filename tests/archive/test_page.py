"""docs/archives.md: its table of fields is the schema, and its examples do what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow")
from newslint.archive import arrow  # noqa: E402 (only where pyarrow is)

PAGE = (Path(__file__).parents[2] / "docs/archives.md").read_text("utf-8")
FIELDS = re.compile(r"^\| (?P<names>`\w+`(?:, `\w+`)*) \| `(?P<type>[\w<>, ]+)` \|", re.MULTILINE)
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r"print\(.*\)  # (.*)")


def test_the_table_of_fields_is_the_schema() -> None:
    said = [(name, hit["type"]) for hit in FIELDS.finditer(PAGE) for name in re.findall(r"\w+", hit["names"])]
    there = [(field.name, re.sub(r"struct<[^>]*>", "struct", _plain(str(field.type)))) for field in arrow.SCHEMA]
    assert said == there
    related = arrow.SCHEMA.field("related").type.value_type
    assert ", ".join(f"`{field.name}`" for field in related) in PAGE


def _plain(kind: str) -> str:
    return re.sub(r"(?:item|element|child): ", "", kind).replace(" not null", "")


@pytest.mark.parametrize("code", [hit["code"] for hit in BLOCK.finditer(PAGE) if "arrow.lint" in hit["code"]])
def test_an_example_prints_what_it_says(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "archives.md", "exec"), {})
    assert capsys.readouterr().out.splitlines() == SHOWN.findall(code)
