"""Invented reports in six hands, each with one conflict or a trap; `todo` marks what is not found yet, or found wrongly.

They are read thoroughly, with every rule on people, speakers, headlines and terms, those in preview, too.
"""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from newslint.article.document import Settings
from newslint.article.readers import document_of, format_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.reading import pipelines
from newslint.rulebook.packs import builtin

PIPELINE = pipelines.find()
pytestmark = pytest.mark.skipif(PIPELINE is None, reason="no spaCy pipeline is installed")
RULES = tuple(
    f"consistency.{name}"
    for name in (
        "age",
        "headline-contrast",
        "institution",
        "name",
        "nation",
        "quote-speaker",
        "role",
        "surname",
        "term",
    )
)
Case = dict[str, str]


@cache
def linter() -> Linter:
    """All rules of the kinds that the files are about."""
    return Linter([rule for rule in builtin() if rule.id.startswith(RULES)])


def cases(kind: str) -> list[object]:
    """Every case of that kind, with its file and number as its name."""
    folder = Path(__file__).parents[2] / "conflicts"
    return [
        pytest.param(case, id=f"{path.stem}-{number}")
        for path in sorted(folder.glob("*.yaml"))
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8"))[kind], 1)
    ]


def found(case: Case) -> bool:
    """Whether anything is reported in a report."""
    name = f"report.{case.get('format', 'txt')}"
    date = datetime.date.fromisoformat(case["date"]) if "date" in case else None
    assert PIPELINE is not None
    settings = Settings(today=datetime.date(2026, 11, 27), date=date, pipeline=PIPELINE.name)
    text = Text(re.sub(r"\[\[|\]\]", "", case["text"]), name)
    report = linter().lint(document_of(text, settings, format_of(name)))
    assert not report.errors
    return any(not finding.silenced for finding in report.findings)


@pytest.mark.parametrize("case", cases("conflicts"))
def test_conflicts_are_found(case: Case) -> None:
    assert found(case) == (not case.get("todo"))


@pytest.mark.parametrize("case", cases("traps"))
def test_traps_are_not(case: Case) -> None:
    assert found(case) == bool(case.get("todo"))
