"""English rules say nothing about texts in other languages and scripts, however short."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.rulebook.packs import builtin

TEXTS = [
    line
    for line in (Path(__file__).parent / "texts" / "other_languages.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
LINTER = Linter([rule for rule in builtin() if rule.default == "on" and not rule.reads and rule.pack != "newslint"])


def test_there_are_a_hundred() -> None:
    assert len(TEXTS) >= 100


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("form", ["plain", "html"])
def test_nothing_is_reported(text: str, form: str) -> None:
    content = text if form == "plain" else f"<article><p>{text}</p></article>"
    report = LINTER.lint(document_of(Text(content), Settings(today=datetime.date(2024, 5, 15)), form))
    assert (report.findings, report.errors) == ((), ())
