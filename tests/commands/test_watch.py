"""--watch: a real file that is saved, in a process of its own; and what each kind of change comes to."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.conftest import HOUSE, Result, Run

from newslint.commands import watch

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")


class Lines:
    """What a process writes, line by line as it comes."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._lines: queue.Queue[str] = queue.Queue()
        for stream in (process.stdout, process.stderr):
            threading.Thread(target=self._take, args=(stream,), daemon=True).start()

    def _take(self, stream: Iterator[str]) -> None:
        for line in stream:
            self._lines.put(line.rstrip("\n"))

    def until(self, end: str) -> list[str]:
        """The lines up to the one that has some words in it."""
        taken: list[str] = []
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                taken.append(self._lines.get(timeout=0.2))
            except queue.Empty:
                continue
            if end in taken[-1]:
                return taken
        pytest.fail(f"'{end}' did not come; got {taken}")


@posix
def test_a_file_that_is_saved(house: Run, tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    article = tmp_path / "a.txt"
    article.write_text("She sang while he danced.\n", "utf-8")
    (tmp_path / "b.txt").write_text("A shocking end.\n", "utf-8")
    command = [sys.executable, "-m", "newslint", "--watch", "."]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            lines = Lines(process)
            assert any("b.txt:1:3: error: 'shocking'" in line for line in lines.until("watching, Ctrl-C ends"))
            article.write_text("She sang whilst he danced.\n", "utf-8")
            told = lines.until("a.txt: 1 warning")
            assert not any("b.txt:1" in line for line in told)
            assert "All: 1 error and 1 warning in 2 files" in told[-1]
            draft = tmp_path / "a.txt.tmp~"
            draft.write_text("Well.\n", "utf-8")
            draft.replace(article)
            assert lines.until("a.txt: no findings")
            (tmp_path / "new").mkdir()
            time.sleep(0.3)
            (tmp_path / "new/c.txt").write_text("Whilst it lasted.\n", "utf-8")
            assert lines.until("new/c.txt: 1 warning")
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 1
        finally:
            process.kill()
    assert "Traceback" not in "".join(lines.until("") if not lines._lines.empty() else [])


Change = Callable[[], object]


@pytest.fixture
def watched(house: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs --watch while changes are made one after the other, and then Ctrl-C is pressed."""

    def run(*changes: Change, options: tuple[str, ...] = (".",)) -> Result:
        def beats(folders: object) -> Iterator[None]:
            for change in changes:
                change()
                yield
                yield
            raise KeyboardInterrupt

        monkeypatch.setattr(watch, "beats", beats)
        return house("--watch", *options)

    Path("a.txt").write_text("She sang whilst he danced.\n", "utf-8")
    Path("b.txt").write_text("Fine.\n", "utf-8")
    return run


def write(name: str, text: str) -> Change:
    return lambda: Path(name).write_text(text, "utf-8")


def news(result: Result) -> list[str]:
    """The summary lines after the first, without the time."""
    return [line.partition(" ")[2] for line in result.err.splitlines()[1:-1]]


def test_nothing_happens(watched: Callable[..., Result]) -> None:
    result = watched()
    assert result.code == 1
    assert result.out.count("house.whilst") == 1
    assert result.err == "1 warning in 1 of 2 files; watching, Ctrl-C ends\n\n"


def test_a_finding_goes(watched: Callable[..., Result]) -> None:
    result = watched(write("a.txt", "Better so.\n"))
    assert result.code == 0
    assert news(result) == ["a.txt: no findings. All: No findings in 2 files"]


def test_saved_as_it_was(watched: Callable[..., Result]) -> None:
    result = watched(write("a.txt", "She sang whilst he danced.\n\n"))
    assert result.out.count("house.whilst") == 1
    assert news(result) == ["nothing new. All: 1 warning in 1 of 2 files"]


def test_files_come_and_go(watched: Callable[..., Result]) -> None:
    result = watched(write("c.txt", "A shocking end.\n"), lambda: Path("a.txt").unlink())
    assert news(result) == [
        "c.txt: 1 error. All: 1 error and 1 warning in 2 of 3 files",
        "a.txt is gone. All: 1 error in 1 of 2 files",
    ]


def test_what_concerns_all_is_read_again(watched: Callable[..., Result]) -> None:
    result = watched(
        write("house.yaml", HOUSE.replace("whilst", "danced").replace("while", "sang")),
        write("a.txt.newslint.yaml", "ignore: [{rule: house.danced}]\n"),
        write(".gitignore", "a.txt\n"),
        write("notes.yaml", "a: b\n"),
    )
    assert "Prefer 'sang' to 'danced'." in result.out
    assert [line.partition(".")[0] for line in news(result)] == ["a", "a", "a"]
    assert news(result)[2] == "a.txt is gone. All: No findings in 1 file"


def test_a_configuration_that_is_being_edited(watched: Callable[..., Result]) -> None:
    result = watched(
        write(".newslint.yaml", "packs: [house.yaml]\nignor"),
        write(".newslint.yaml", "packs: [house.yaml]\nignore: [house]\n"),
    )
    said = result.err.splitlines()
    assert said[1].startswith("newslint: .newslint.yaml:")
    assert said[2].endswith("a.txt: no findings. All: No findings in 2 files")
    assert result.code == 0


def test_a_file_that_cannot_be_read_any_more(watched: Callable[..., Result]) -> None:
    result = watched(lambda: Path("a.txt").write_bytes(b"\0\1\2" * 50))
    assert "a.txt: error: this is a binary file" in result.out
    assert result.code == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--fix", "."), "leave out --fix"),
        (("--diff-base", "main", "."), "leave out --diff-base"),
        (("--output-file", "json:x.json", "."), "leave out --output-file"),
        (("--format", "json", "."), "leave out --format json"),
        (("-",), "not standard input"),
        ((), "nothing to watch"),
        (("nowhere.txt",), "no such file"),
    ],
)
def test_what_makes_no_sense(house: Run, options: tuple[str, ...], said: str) -> None:
    result = house("--watch", *options)
    assert result.code == 2
    assert said in result.err


def test_without_watchfiles(house: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("Fine.\n", "utf-8")
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = house("--watch", "a.txt")
    assert result.code == 3
    assert result.err.endswith("error: --watch needs watchfiles; run: pip install 'newslint[watch]'\n")
