"""Patterns that are kept between runs do what compiled ones do, and whatever is wrong with the file costs time only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from newslint import kept_patterns, patterns
from newslint.kept_patterns import KeptPatterns
from newslint.paths import CACHE_FOLDER, NO_CACHE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Run

SOURCES = [rf"(?P<word>w{n})(?: (\d+))?|(?i:É{n})" for n in range(12)]


@pytest.fixture(autouse=True)
def _plainly() -> Iterator[None]:
    yield
    patterns.compile_by(re.compile)


def kept(folder: Path) -> KeptPatterns:
    """What a later run finds of some patterns."""
    first = KeptPatterns(folder)
    for source in SOURCES:
        first.compile(source, 0)
    first.save()
    return KeptPatterns(folder)


def test_a_kept_pattern_is_the_compiled_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = kept(tmp_path)
    monkeypatch.setattr(kept_patterns, "_compiled", None)  # nothing is compiled any more
    for source in SOURCES:
        plain, read = re.compile(source), later.compile(source, 0)
        assert (read.pattern, read.flags, read.groups) == (plain.pattern, plain.flags, plain.groups)
        assert dict(read.groupindex) == dict(plain.groupindex)
        for text in ("w1 22", "w10", "é1", "É3 w2", ""):
            hits = [(hit.span(), hit.groupdict(), hit.lastgroup) for hit in plain.finditer(text)]
            assert [(hit.span(), hit.groupdict(), hit.lastgroup) for hit in read.finditer(text)] == hits


def test_flags_are_part_of_a_pattern(tmp_path: Path) -> None:
    found = KeptPatterns(tmp_path)
    assert found.compile("a", 0).search("A") is None
    assert found.compile("a", re.IGNORECASE).search("A")
    assert found.compile("a", re.IGNORECASE).flags == re.compile("a", re.IGNORECASE).flags


def test_a_mistake_is_reported_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="missing"):
        KeptPatterns(tmp_path).compile("(", 0)


def test_lone_surrogates_can_be_looked_for(tmp_path: Path) -> None:
    found = KeptPatterns(tmp_path)
    for number in range(12):
        assert found.compile(f"[\ud800-\udfff]{{{number + 1}}}", 0).search("\ud800" * 12)
    found.save()
    assert KeptPatterns(tmp_path).compile("[\ud800-\udfff]{1}", 0).search("\udead")


@pytest.mark.parametrize("damage", [b"", b"no patterns", b"\0" * 400])
def test_a_damaged_file_is_written_anew(tmp_path: Path, damage: bytes) -> None:
    kept(tmp_path)
    (tmp_path / kept_patterns.name()).write_bytes(damage)
    assert kept(tmp_path).compile(SOURCES[3], 0).fullmatch("w3 4")
    assert (tmp_path / kept_patterns.name()).stat().st_size > 400


def test_a_byte_that_changed_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path)
    file = tmp_path / kept_patterns.name()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    compiled: list[str] = []
    own = kept_patterns._compiled
    monkeypatch.setattr(kept_patterns, "_compiled", lambda *given: compiled.append(given[0]) or own(*given))
    assert KeptPatterns(tmp_path).compile(SOURCES[3], 0).fullmatch("w3")
    assert compiled


def test_code_that_re_refuses_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = kept(tmp_path)
    monkeypatch.setattr(kept_patterns, "_made", _refuse)
    assert later.compile(SOURCES[3], 0).fullmatch("w3")


def _refuse(source: str, parts: object) -> re.Pattern[str]:
    raise RuntimeError("invalid SRE code")


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert kept(tmp_path / "file").compile(SOURCES[3], 0).fullmatch("w3")


def test_few_new_patterns_are_not_worth_a_file(tmp_path: Path) -> None:
    found = KeptPatterns(tmp_path)
    found.compile("a", 0)
    found.save()
    assert not list(tmp_path.iterdir())


def test_two_runs_at_a_time_keep_the_patterns_of_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = KeptPatterns(tmp_path), KeptPatterns(tmp_path)
    for number in range(12):
        one.compile(f"one{number}", 0)
        other.compile(f"other{number}", 0)
    one.save()
    other.save()
    later = KeptPatterns(tmp_path)
    monkeypatch.setattr(kept_patterns, "_compiled", None)
    assert later.compile("one3", 0).match("one3")
    assert later.compile("other3", 0).match("other3")


def test_a_run_keeps_its_patterns_unless_the_user_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The pier was shut.\n\nIt opened in May, Ann Lee said.\n", "utf-8")
    cache = tmp_path / "cache"
    nothing_kept = run(tmp_path, {CACHE_FOLDER: str(cache), NO_CACHE: "1"})
    assert not cache.exists()
    kept_anew = run(tmp_path, {CACHE_FOLDER: str(cache), NO_CACHE: ""})
    assert [file.name for file in cache.iterdir()] == [kept_patterns.name()]
    assert run(tmp_path, {CACHE_FOLDER: str(cache), NO_CACHE: ""}) == kept_anew == nothing_kept


def test_an_emptied_cache_has_none(newslint: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_FOLDER, str(tmp_path))
    kept(tmp_path)
    (tmp_path / "patterns-1-cpython-30").touch()
    assert newslint("cache", "clear").code == 0
    assert not list(tmp_path.glob("patterns-*"))


def run(folder: Path, environment: dict[str, str]) -> tuple[int, str, str]:
    """A run in a process of its own, in which no pattern has been compiled yet."""
    command = [sys.executable, "-m", "newslint", "--quick", "--no-cache", "a.txt"]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr
