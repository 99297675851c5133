"""Whatever an article holds, every format stays what it claims to be."""

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

from newslint.reporters import json as json_reporter
from newslint.reporters.report import FileReport, Look

Render = Callable[..., str]
HERE = Path(__file__).parent
SCHEMAS = HERE.parent / "schemas"
SARIF = HERE.parents[2] / "shared" / "schemas" / "sarif-2.1.0.json"
REPORTS = st.lists(st.from_type(FileReport), max_size=3)  # see conftest.py
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


@pytest.mark.parametrize("name", ["text", "concise"])
@BRISK
@given(files=REPORTS)
def test_a_finding_is_a_line(name: str, files: list[FileReport], render: Render) -> None:
    lines = render(name, files).splitlines()
    told = [line for line in lines if not line.startswith("  see ")]
    assert len(told) >= sum(len(list(report.shown)) + len(report.errors) for report in files)
    assert not any(re.search(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e]", line) for line in lines)


@BRISK
@given(files=REPORTS)
def test_json_is_valid(files: list[FileReport], render: Render) -> None:
    schema = json.loads(json_reporter.schema())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(render("json", files)))


@BRISK
@given(files=REPORTS)
def test_every_json_line_is_an_object(files: list[FileReport], render: Render) -> None:
    lines = [json.loads(line) for line in render("jsonl", files).split("\n")[:-1]]
    assert lines[-1]["type"] == "summary"
    assert [line["type"] for line in lines].count("finding") == sum(lines[-1]["findings"].values())


@BRISK
@given(files=REPORTS)
def test_rdjson_is_valid(files: list[FileReport], render: Render) -> None:
    validator(SCHEMAS / "rdjson.json").validate(json.loads(render("rdjson", files)))


@pytest.mark.skipif(not SARIF.exists(), reason="the schema of SARIF is not ours to commit")
@BRISK
@given(files=REPORTS, look=LOOKS)
def test_sarif_is_valid(files: list[FileReport], look: Look | None, render: Render) -> None:
    validator(SARIF).validate(json.loads(render("sarif", files, look)))


@BRISK
@given(files=REPORTS)
def test_junit_is_valid(files: list[FileReport], render: Render) -> None:
    junit_schema().assertValid(etree.fromstring(render("junit", files).encode()))


@BRISK
@given(files=REPORTS)
def test_checkstyle_is_well_formed(files: list[FileReport], render: Render) -> None:
    root = etree.fromstring(render("checkstyle", files).encode())
    assert len(root) == len(files)


@BRISK
@given(files=REPORTS)
def test_gitlab_fingerprints_are_unique(files: list[FileReport], render: Render) -> None:
    issues = json.loads(render("gitlab", files))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert all(issue["location"]["lines"]["begin"] >= 1 for issue in issues)


@BRISK
@given(files=REPORTS)
def test_every_line_for_github_is_a_command(files: list[FileReport], render: Render) -> None:
    output = render("github", files)
    assert all(re.match(r"::(error|warning|notice) title=", line) for line in output.split("\n")[:-1])
    assert "\r" not in output


def test_the_committed_schema_is_the_one_generated() -> None:
    path = Path(json_reporter.__file__).parents[1] / "data" / "report.schema.json"
    assert path.read_bytes() == json_reporter.schema()
