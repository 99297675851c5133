"""A real editor talks to the language server: Neovim without a screen. Skipped where it is not installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("neovim.lua")


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_findings_and_a_fix_in_neovim(tmp_path: Path) -> None:
    article = tmp_path / "pier.md"
    article.write_text("# Pier opens\n\nThe mayor said the the pier was long.\n\nBack to top\n", "utf-8")
    environment = os.environ | {"ARTICLE": str(article), "PYTHON": sys.executable, "XDG_STATE_HOME": str(tmp_path)}
    ran = subprocess.run(
        ["nvim", "--headless", "--clean", "-n", "-c", f"luafile {SCRIPT}"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.stdout.splitlines() == [
        "opened: 2:15-22 integrity.doubled-word, 4:0-11 integrity.boilerplate",
        "fixed: 4:0-11 integrity.boilerplate",
        "text: The mayor said the pier was long.",
    ], ran.stderr
