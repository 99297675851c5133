"""The page of the web application in a real Chromium: keys alone, files, articles that mean harm, and without scripts.

Skipped without Chromium, Node.js, or the packages that NEWSLINT_NPM (a `node_modules` folder) has: puppeteer-core, axe-core.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.page.hostile import HOSTILE
from tests.screens.serving import serving

SCRIPT = Path(__file__).with_name("desk.cjs")
CHROMIUM, NODE, MODULES = shutil.which("chromium"), shutil.which("node"), os.environ.get("NEWSLINT_NPM", "")
pytestmark = pytest.mark.skipif(not (CHROMIUM and NODE and MODULES), reason="no Chromium, Node.js or NEWSLINT_NPM")
WRITTEN = "Pier opens\n\nThe the mayor said it was long and and wide.\n"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    assert CHROMIUM
    assert NODE
    desk, files = tmp_path_factory.mktemp("desk"), tmp_path_factory.mktemp("saved")
    (desk / ".newslint.yaml").write_text("reading: quick\n", "utf-8")
    (desk / "opened.md").write_bytes(b"# Pier\r\n\r\nThe the caf\xc3\xa9 \xf0\x9f\x98\x80.\r\n")
    (desk / "hostile.json").write_text(json.dumps(HOSTILE), "utf-8")
    with serving(desk) as server:
        ran = subprocess.run(
            [
                NODE,
                SCRIPT,
                CHROMIUM,
                Path(MODULES).absolute(),
                server.address,
                desk / "opened.md",
                files,
                desk / "hostile.json",
            ],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    found["saved"] = {path.name: path.read_bytes() for path in files.iterdir()}
    return found


def test_everything_can_be_done_with_keys(seen: dict[str, Any]) -> None:
    keyboard = seen["keyboard"]
    assert keyboard["said"] == ["Hold. 2 warnings; quick reading.", "Publish. No findings; quick reading."]
    assert keyboard["first"][0] == "note warning current"
    assert keyboard["first"][1] != keyboard["second"][1]
    assert keyboard["applied"] == WRITTEN.replace("and and", "and")
    assert keyboard["undone"] == WRITTEN
    assert keyboard["place"] == [True, "The the"]
    assert keyboard["read"] == [False, 2]
    assert keyboard["help"] is True
    assert keyboard["happened"] == []


def test_axe_finds_nothing(seen: dict[str, Any]) -> None:
    assert seen["faults"] == []


def test_a_file_is_opened_corrected_and_saved(seen: dict[str, Any]) -> None:
    assert seen["saved"]["opened.md"] == "# Pier\r\n\r\nThe café 😀.\r\n".encode()
    assert b"No findings" in seen["saved"]["opened.md.report.html"]


def test_articles_that_mean_harm_do_nothing(seen: dict[str, Any]) -> None:
    assert seen["harm"] == {"happened": [], "seen": [False] * len(HOSTILE), "title": "newslint"}


def test_a_bookmarklet_and_a_browser_without_scripts(seen: dict[str, Any]) -> None:
    assert seen["brought"] == ["The the pier: 5 % & more", ""]
    assert seen["verdict"].startswith("Hold.")
