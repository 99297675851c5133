"""What a quick rule finds and the parse of the sentence refutes: hidden, counted, and named with -v."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PACK = """\
rules:
  - id: house.lead
    kind: phrase
    severity: warning
    message: "'{match}' may be led."
    why: It is often confused.
    phrases: [lead]
    refuted-by:
      - kind: tokens
        tokens: [[{LOWER: lead, TAG: NN, DEP: {IN: [nsubj, pobj]}}]]
    examples:
      bad: ["The mayor [[lead]] them to the hall."]
      good: ["The mayor led them to the hall."]
      refuted: ["The [[lead]] in the pipes is old."]
"""


@pytest.mark.usefixtures("pipeline")
def test_the_parse_hides_what_it_refutes(newslint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text(PACK, "utf-8")
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml]\n", "utf-8")
    (tmp_path / "a.txt").write_text(
        "The news of the week\n\nThe lead in the pipes is old. The mayor lead them out.\n", "utf-8"
    )
    assert len(json.loads(newslint("a.txt", "--quick", "--format", "json").out)["findings"]) == 2
    report = json.loads(newslint("a.txt", "--format", "json").out)
    assert [finding["column"] for finding in report["findings"]] == [41]
    assert [finding["silenced"] for finding in report["silenced"]] == ["refuted by the parse of the sentence"]
    assert "refuted by the parse" in newslint("a.txt", "-v").out
    assert newslint("test", "house.yaml").code == 0
