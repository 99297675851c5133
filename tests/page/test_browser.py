"""The page of a run in a real Chromium: by keyboard alone, in light and dark, and with articles that mean harm.

Skipped without Chromium, Node.js, or the packages that NEWSLINT_NPM (a `node_modules` folder) has: puppeteer-core, axe-core.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.page.hostile import HOSTILE

from newslint.article.text import Text
from newslint.finding import Finding, Related, Severity, Span
from newslint.reporters.html import Html
from newslint.reporters.report import FileReport, RuleInfo, Summary

SCRIPT = Path(__file__).with_name("browser.cjs")
CHROMIUM, NODE, MODULES = shutil.which("chromium"), shutil.which("node"), os.environ.get("NEWSLINT_NPM", "")
pytestmark = pytest.mark.skipif(not (CHROMIUM and NODE and MODULES), reason="no Chromium, Node.js or NEWSLINT_NPM")


def findings(text: str, count: int) -> tuple[Finding, ...]:
    """Findings all over a text, of all severities, each compared with the text's beginning."""
    step = max(len(text) // count, 1)
    return tuple(
        Finding(
            Span(at, at + 9),
            f"house.{text[:8] if number % 3 == 0 else 'rule'}",
            list(Severity)[number % 3],
            f"{text[at : at + 60]} is wrong.",
            text[at : at + 9],
            (text[at : at + 12], ""),
            related=(Related(Span(0, 5), text[:40]),),
        )
        for number, at in enumerate(range(0, len(text), step))
    )


def page(folder: Path, name: str, *files: FileReport) -> Path:
    stream = io.StringIO()
    reporter = Html(stream)
    reporter.begin([RuleInfo("house.rule", "error", "{match}", why=HOSTILE[0], url="javascript:alert(9)")])
    summary = Summary()
    for file in files:
        reporter.file(file)
        summary = summary.plus(file)
    reporter.end(summary)
    path = folder / name
    path.write_text(stream.getvalue(), "utf-8")
    return path


def looked_at(*pages: Path) -> list[dict[str, Any]]:
    assert CHROMIUM
    assert NODE
    ran = subprocess.run(
        [NODE, str(SCRIPT), CHROMIUM, str(Path(MODULES).absolute()), *map(str, pages)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_keyboard_accessibility_and_harm(tmp_path: Path) -> None:
    plain = "Pier opens\n\n" + "The mayor said that the pier was long, and that its baths would open in May.\n\n" * 12
    good = FileReport("desk/pier.txt", Text(plain), findings(plain, 30), fails=True)
    harmful = [
        FileReport(f"{text[:40]}{number}.html", Text(text), findings(text, 6), fails=True)
        for number, text in enumerate(HOSTILE)
    ]
    one, several, harm = looked_at(
        page(tmp_path, "one.html", good),
        page(
            tmp_path, "several.html", good, FileReport("<b>.txt", Text(plain), findings(plain, 5)), FileReport("c.txt")
        ),
        page(tmp_path, "harm.html", *harmful),
    )
    assert one["lines"] == 1  # from the second finding to what it was compared with
    assert (one["faults"], several["faults"]) == ([], [])
    for seen in (one, several, harm):
        assert seen["happened"] == []
        assert seen["seen"][0] == seen["seen"][2] == seen["seen"][3] != seen["seen"][1]
        assert (seen["opened"], seen["help"], seen["wide"], seen["harmed"]) == (1, True, False, False)
        assert 0 < seen["after"] < seen["before"]
