"""The plugin for WordPress, run with stand-ins for what it uses of WordPress. Skipped without PHP."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.screens.serving import serving

PLUGIN = Path(__file__).parents[2] / "editors/wordpress/newslint/newslint.php"
PHP = shutil.which("php")


@pytest.mark.skipif(PHP is None, reason="no PHP")
def test_a_post_with_an_error_is_held(tmp_path: Path) -> None:
    assert PHP
    (tmp_path / ".newslint.yaml").write_text("reading: quick\n", "utf-8")
    command = [
        PHP,
        "-d",
        "error_reporting=-1",
        "-d",
        "display_errors=stderr",
        Path(__file__).with_name("wordpress.php"),
        PLUGIN,
    ]

    def held(url: str) -> list[str | None]:
        ran = subprocess.run([*command, url], capture_output=True, text=True, check=True)
        assert ran.stderr == ""
        return [json.loads(line) for line in ran.stdout.splitlines()]

    with serving(tmp_path) as server:
        url = server.address.rstrip("/")
        first, draft, clean, saved = held(url)
    assert first == saved == "newslint: 'Certainly! Here is' is a chatbot addressing its user."
    assert (draft, clean) == (None, None)
    assert held(url) == [None] * 4  # nobody answers: nothing is held
