"""Whatever stands in an article, every format stays what it claims to be."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, validators
from lxml import etree

from newslint.article.text import Text
from newslint.errors import CheckError, NewslintError
from newslint.finding import Finding, Related, Severity, Span
from newslint.reporters import REPORTERS, wire
from newslint.reporters.report import FileReport, Look

Render = Callable[..., str]
HERE = Path(__file__).parent
SCHEMAS = HERE.parent / "schemas"
SARIF = HERE.parents[2] / "shared" / "schemas" / "sarif-2.1.0.json"
TROUBLE = "\x00\x1b\r\n\t\u0301\u200b\u202e\u2028\ufffe\ud800\udcff😀東é%:,<&\"']|\\=> a"
HARD = st.text(st.one_of(st.sampled_from(TROUBLE), st.characters()), max_size=40)
NAMED = st.text(st.one_of(st.sampled_from(TROUBLE), st.characters()), min_size=1, max_size=20)


@st.composite
def reports(draw: st.DrawFn) -> list[FileReport]:
    """Reports with any text, any names and any spans, as no engine would dare to give them."""
    return draw(st.lists(report(), max_size=3))


@st.composite
def report(draw: st.DrawFn) -> FileReport:
    content, path = draw(HARD), draw(NAMED)
    found = sorted(draw(st.lists(finding(content), max_size=4)), key=lambda one: one.order)
    place = st.integers(0, 3)
    error = st.builds(CheckError, HARD, path=st.just(path), line=place, column=place, rule=HARD)
    errors: list[NewslintError] = list(draw(st.lists(error, max_size=2)))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    return FileReport(path, Text(content, path, encoding=encoding), tuple(found), tuple(errors))


def finding(content: str) -> st.SearchStrategy[Finding]:
    offset = st.integers(0, len(content))
    span = st.tuples(offset, offset).map(lambda ends: Span(min(ends), max(ends)))
    return st.builds(
        Finding,
        span,
        rule=NAMED,
        severity=st.sampled_from(Severity),
        message=HARD,
        match=HARD,
        suggestions=st.lists(HARD, max_size=4).map(tuple),
        related=st.lists(st.builds(Related, span, HARD), max_size=2).map(tuple),
        scores=st.dictionaries(HARD, st.floats(), max_size=2),
        fingerprint=st.sampled_from(["", "0123456789abcdef"]),
        silenced=st.sampled_from(["", "by a \udcff\n suppression"]),
    )


BRISK = settings(max_examples=40, deadline=None)  # a busy machine is no failure
LOOKS = st.sampled_from(
    [None, Look(verbose=True), Look(snippets=True, colour=True, links=True, width=60, verbose=True)]
)


@cache
def validator(path: Path) -> Any:
    schema = json.loads(path.read_text(encoding="utf-8"))
    return validators.validator_for(schema)(schema)


@cache
def junit_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))


@BRISK
@given(files=reports(), look=LOOKS)
def test_any_text_can_be_encoded(files: list[FileReport], look: Look | None, render: Render) -> None:
    for name in REPORTERS:
        output = render(name, files, look)
        output.encode("utf-8")
        assert output == render(name, files, look)


@pytest.mark.parametrize("name", ["text", "concise"])
@BRISK
@given(files=reports())
def test_a_finding_is_a_line(name: str, files: list[FileReport], render: Render) -> None:
    lines = render(name, files).splitlines()
    told = [line for line in lines if not line.startswith("  see ")]
    assert len(told) >= sum(len(list(report.shown)) + len(report.errors) for report in files)
    assert not any(re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e]", line) for line in lines)


@BRISK
@given(files=reports())
def test_json_is_valid(files: list[FileReport], render: Render) -> None:
    schema = json.loads(wire.schema())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(render("json", files)))


@BRISK
@given(files=reports())
def test_every_json_line_is_an_object(files: list[FileReport], render: Render) -> None:
    lines = [json.loads(line) for line in render("jsonl", files).split("\n")[:-1]]
    assert lines[-1]["type"] == "summary"
    assert [line["type"] for line in lines].count("finding") == sum(lines[-1]["findings"].values())


@BRISK
@given(files=reports())
def test_rdjson_is_valid(files: list[FileReport], render: Render) -> None:
    validator(SCHEMAS / "rdjson.json").validate(json.loads(render("rdjson", files)))


@pytest.mark.skipif(not SARIF.exists(), reason="the schema of SARIF is not ours to commit")
@BRISK
@given(files=reports(), look=LOOKS)
def test_sarif_is_valid(files: list[FileReport], look: Look | None, render: Render) -> None:
    validator(SARIF).validate(json.loads(render("sarif", files, look)))


@BRISK
@given(files=reports())
def test_junit_is_valid(files: list[FileReport], render: Render) -> None:
    junit_schema().assertValid(etree.fromstring(render("junit", files).encode()))


@BRISK
@given(files=reports())
def test_checkstyle_is_well_formed(files: list[FileReport], render: Render) -> None:
    root = etree.fromstring(render("checkstyle", files).encode())
    assert len(root) == len(files)


@BRISK
@given(files=reports())
def test_gitlab_fingerprints_are_unique(files: list[FileReport], render: Render) -> None:
    issues = json.loads(render("gitlab", files))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert all(issue["location"]["lines"]["begin"] >= 1 for issue in issues)


@BRISK
@given(files=reports())
def test_every_line_for_github_is_a_command(files: list[FileReport], render: Render) -> None:
    output = render("github", files)
    assert all(re.match(r"::(error|warning|notice) title=", line) for line in output.split("\n")[:-1])
    assert "\r" not in output


def test_the_committed_schema_is_the_one_generated() -> None:
    path = Path(wire.__file__).parents[1] / "data" / "report.schema.json"
    assert path.read_bytes() == wire.schema()
