"""The words of an article, the oddest first."""

from __future__ import annotations

import io
from pathlib import Path

from newslint.cli import main

PRISON = "He was sentenced to life in penitentiary for the fire."


def test_explain_text_lists_the_oddest_word_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"A Headline\n\n{PRISON}\n", encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    assert main(["explain-text", str(tmp_path / "a.txt"), "--number", "1"], io.StringIO(), out, err) == 0
    first, second = out.getvalue().splitlines()
    assert "content words" in first
    assert ":3:29: " in second
    assert "[penitentiary]" in second
    assert "(prison, +" in second
