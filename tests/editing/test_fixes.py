"""Fixes: what --fix, --unsafe-fixes and --diff change, and what they leave alone."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.editing import writing
from newslint.editing.edits import Edit, applied

Run = Callable[..., Any]
QUICK = ("--quick", "--no-config")
ARTICLE = "Pier opens\n\nThe the pier is long, and a heаrt was broken. “The the end,” he said.\n"
FIXED = "Pier opens\n\nThe pier is long, and a heart was broken. “The the end,” he said.\n"


def test_safe_suggestions_are_applied_outside_quotations_and_a_second_run_finds_no_more(newslint: Run) -> None:
    Path("a.txt").write_text(ARTICLE, "utf-8")
    first = newslint("--fix", *QUICK, "a.txt")
    assert Path("a.txt").read_text("utf-8") == FIXED
    assert "2 fixed" in first.err
    assert "fixed" not in newslint("--fix", *QUICK, "a.txt").err
    assert Path("a.txt").read_text("utf-8") == FIXED


@pytest.mark.parametrize(("text", "code"), [("Pier opens\n\nThe the pier is long.\n", 0), (ARTICLE, 1)])
def test_the_exit_code_is_about_what_is_left(newslint: Run, text: str, code: int) -> None:
    Path("a.txt").write_text(text, "utf-8")
    assert newslint("--fix", *QUICK, "a.txt").code == code


def test_other_suggestions_wait_for_unsafe_fixes(house: Run) -> None:
    Path("a.txt").write_text("She sang whilst he danced.\n", "utf-8")
    assert house("--fix", "a.txt").code == 1
    assert house("--unsafe-fixes", "a.txt").code == 0
    assert Path("a.txt").read_text("utf-8") == "She sang while he danced.\n"


def test_a_house_rule_may_be_safe(house: Run) -> None:
    pack = Path("house.yaml")
    pack.write_text(pack.read_text("utf-8").replace("swap: {whilst", "safe: true\n    swap: {whilst"), "utf-8")
    Path("a.txt").write_text("She sang whilst he danced.\n", "utf-8")
    assert house("--fix", "a.txt").code == 0
    assert "A safe fix" in house("explain", "house.whilst").out


def test_a_diff_changes_nothing_and_is_a_patch(newslint: Run) -> None:
    text = ARTICLE.replace("\n", "\r\n").removesuffix("\r\n")
    Path("a.txt").write_bytes(text.encode())
    result = newslint("--diff", *QUICK, "a.txt")
    assert result.code == 1
    assert Path("a.txt").read_bytes() == text.encode()
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "-"], input=result.out.encode(), check=True)
    assert Path("a.txt").read_bytes() == FIXED.replace("\n", "\r\n").removesuffix("\r\n").encode()
    assert newslint("--diff", *QUICK, "a.txt", "--ignore", "integrity").out == ""


def test_what_is_suppressed_or_in_code_or_crosses_markup_stays(newslint: Run) -> None:
    text = (
        "# Pier\n\n<!-- newslint-disable-next-line integrity.doubled-word: a title -->\nThe the pier is long.\n\n"
        "`the the` is code, and *the* the mayor said no.\n"
    )
    Path("a.md").write_text(text, "utf-8")
    newslint("--fix", *QUICK, "a.md")
    assert Path("a.md").read_text("utf-8") == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_the_encoding_and_its_mark_stay(newslint: Run, encoding: str) -> None:
    Path("a.txt").write_bytes(ARTICLE.encode(encoding))
    newslint("--fix", *QUICK, "a.txt")
    assert Path("a.txt").read_bytes() == FIXED.encode(encoding)


def test_permissions_and_links_stay(newslint: Run) -> None:
    for name in ("real.txt", "one.txt"):
        Path(name).write_text(ARTICLE, "utf-8")
    Path("real.txt").chmod(0o640)
    Path("soft.txt").symlink_to("real.txt")
    Path("two.txt").hardlink_to("one.txt")
    newslint("--fix", *QUICK, "soft.txt", "one.txt")
    assert Path("soft.txt").is_symlink()
    assert stat.S_IMODE(Path("real.txt").stat().st_mode) == 0o640
    assert [Path(name).read_text("utf-8") for name in ("real.txt", "one.txt", "two.txt")] == [FIXED] * 3


def test_guessed_bytes_are_not_written(newslint: Run) -> None:
    data = ARTICLE.replace("а", "a").replace("“", "é").encode("latin-1", "replace")
    Path("a.txt").write_bytes(data)
    assert "is not fixed: its bytes had to be guessed" in newslint("--fix", *QUICK, "a.txt").err
    assert Path("a.txt").read_bytes() == data


def test_a_file_that_cannot_be_written_is_named_and_left_whole(newslint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: str, data: bytes) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(writing, "_replaced", full)
    Path("a.txt").write_text(ARTICLE, "utf-8")
    result = newslint("--fix", *QUICK, "a.txt")
    assert result.code == 3
    assert "cannot write the fixed file: No space left on device; it is left as it was" in result.out + result.err
    assert Path("a.txt").read_text("utf-8") == ARTICLE


def test_a_file_that_changed_meanwhile_is_left_alone(newslint: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write = writing.write

    def late(path: str, before: bytes, *rest: Any) -> None:
        Path(path).write_text("Somebody else's.\n", "utf-8")
        write(path, before, *rest)

    monkeypatch.setattr(writing, "write", late)
    Path("a.txt").write_text(ARTICLE, "utf-8")
    result = newslint("--fix", *QUICK, "a.txt")
    assert (result.code, Path("a.txt").read_text("utf-8")) == (3, "Somebody else's.\n")


def test_standard_input_has_only_a_diff(newslint: Run) -> None:
    assert newslint("--fix", "-", stdin=ARTICLE).code == 2
    assert "+The pier is long" in newslint("--diff", *QUICK, "-", stdin=ARTICLE).out


def test_edits_are_applied_in_order() -> None:
    assert applied("one two three", [Edit(0, 3, "1", "a"), Edit(7, 13, "", "b")]) == "1 two"


def test_lines_of_furniture_go_but_not_what_may_be_the_articles_own(newslint: Run) -> None:
    story = "The pier is long, and it was opened in May by the mayor."
    Path("a.txt").write_text(
        f"Pier opens\n\n{story}\n\nBack to top\n\n{story[:-1]} of Brell.\n\nBack to top\n", "utf-8"
    )
    newslint("--no-config", "--quick", "--fix", "a.txt")
    assert Path("a.txt").read_text("utf-8") == f"Pier opens\n\n{story}\n\n{story[:-1]} of Brell.\n"


def test_more_than_a_word_said_twice_is_no_safe_fix(newslint: Run) -> None:
    Path("a.txt").write_text("The town may lose as much as as much $4m.\n", "utf-8")
    newslint("--no-config", "--quick", "--fix", "a.txt")
    assert Path("a.txt").read_text("utf-8") == "The town may lose as much as as much $4m.\n"
