"""What the tests of thorough reading share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.reading import pipelines
from newslint.reading.pipelines import Pipeline

RULES = """\
rules:
  - id: house.agreement
    kind: tokens
    severity: warning
    message: "'{match}' does not agree with '{subject}'."
    why: Verbs agree with their subjects.
    dependencies:
      - - {RIGHT_ID: match, RIGHT_ATTRS: {LOWER: is}}
        - {LEFT_ID: match, REL_OP: ">", RIGHT_ID: subject, RIGHT_ATTRS: {TAG: NNS, DEP: nsubj}}
    without: {subject: [conj]}
    suggest: ["{match:plural}"]
    examples:
      bad: ["The members of the board [[is => are]] happy."]
      good: ["The members of the board are happy."]
  - id: house.very
    kind: tokens
    severity: info
    message: "'{match}': leave '{how}' out."
    why: It says little.
    tokens: [[{LOWER: very, AS: how}, {LOWER: unique, AS: what}]]
    suggest: ["{what}"]
    examples:
      bad: ["A [[very unique => unique]] house."]
      good: ["A unique house."]
"""


@pytest.fixture
def pipeline() -> Pipeline:
    """The installed pipeline; the test is skipped without one, unless CI brings it and says so."""
    found = pipelines.find()
    if found is None:
        assert "pipeline" not in os.environ.get("NEWSLINT_TESTS_NEED", "").split()
        pytest.skip(pipelines.missing(None))
    return found


@pytest.fixture
def no_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if none were installed."""
    monkeypatch.setattr(pipelines, "find", lambda named=None: None)


@pytest.fixture
def rules(newslint: Callable[..., object], tmp_path: Path) -> None:
    """A folder whose pack has a rule that reads grammar, and one that does not; and an article for both."""
    (tmp_path / "house.yaml").write_text(RULES, "utf-8")
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml]\n", "utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")


ARTICLE = "\U0001f40d News\n\nThe members of the board is here, the “chair” said.\nIt is a very unique house. The lists is long.\n"
