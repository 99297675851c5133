"""Outputs that cannot be written and runs that are interrupted end with one clear line and the right exit code."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
HANGING = """\
rules:
  - id: bad.rule
    kind: pattern
    severity: warning
    message: "'{match}'."
    why: w
    pattern: '(x+x+)+y'
"""


class Full(io.StringIO):
    """A stream whose disk is full."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


class Closed(io.StringIO):
    """A stream that nobody reads any more."""

    def write(self, text: str) -> int:
        raise BrokenPipeError(32, "Broken pipe")


@pytest.mark.parametrize(
    ("stream", "said"),
    [
        (Full(), "newslint: error: cannot write the output: No space left on device\n"),
        (Closed(), "newslint: error: the output was closed before everything was written\n"),
    ],
)
def test_output_that_cannot_be_written(house: Run, stream: io.StringIO, said: str) -> None:
    from newslint.cli import main

    Path("good.txt").write_text("A shocking end.\n", "utf-8")
    err = io.StringIO()
    assert main(["good.txt"], io.StringIO(), stream, err) == 3
    assert err.getvalue() == said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
class TestProcesses:
    """The same with real descriptors, which the interpreter flushes once more when it ends."""

    @pytest.fixture(autouse=True)
    def _article(self, house: Run, tmp_path: Path) -> None:
        (tmp_path / "good.txt").write_text("A shocking end.\n", "utf-8")

    def run(self, *argv: str, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "newslint", *argv], check=False, text=True, stderr=subprocess.PIPE, **options
        )

    def test_full_disk(self) -> None:
        with Path("/dev/full").open("w") as full:
            done = self.run("good.txt", stdout=full)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (
            3,
            "newslint: error: cannot write the output: No space left on device",
        )

    def test_full_disk_for_an_output_file(self) -> None:
        done = self.run("good.txt", "--output-file", "json:/dev/full", stdout=subprocess.DEVNULL)
        assert done.returncode == 3
        assert "No space left on device" in done.stderr
        assert "Traceback" not in done.stderr

    def test_no_standard_streams_at_all(self) -> None:
        """As in `newslint good.txt >&- 2>&-`: the exit code still tells."""
        done = subprocess.run(
            f"'{sys.executable}' -m newslint good.txt <&- >&- 2>&-", shell=True, check=False, capture_output=True
        )
        assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")

    def test_closed_pipe(self) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        done = self.run("good.txt", stdout=writer)
        os.close(writer)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (
            3,
            "newslint: error: the output was closed before everything was written",
        )
        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr


def test_interruption(house: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.commands import check

    def interrupt(*_: object) -> object:
        raise KeyboardInterrupt

    Path("good.txt").write_text("x\n", "utf-8")
    monkeypatch.setattr(check, "run_files", interrupt)
    result = house("good.txt")
    assert (result.code, result.err) == (130, "newslint: interrupted\n")


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
def test_an_interrupted_run_leaves_no_process(house: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(HANGING, "utf-8")
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml, bad.yaml]\n", "utf-8")
    for number in range(16):
        (tmp_path / f"{number:02}.txt").write_text(f"A shocking end.\n\n{'x' * 5000}\n", "utf-8")
    argv = [sys.executable, "-m", "newslint", "--jobs", "2", "--format", "jsonl", "."]
    with subprocess.Popen(
        argv, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, bufsize=1
    ) as run:
        assert run.stdout is not None
        assert "shocking" in run.stdout.readline()
        os.killpg(run.pid, signal.SIGINT)
        _, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (130, "newslint: interrupted\n")


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks at Linux's list of processes")
def test_a_killed_run_leaves_no_process(house: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(HANGING, "utf-8")
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml, bad.yaml]\n", "utf-8")
    for number in range(16):
        (tmp_path / f"{number:02}.txt").write_text(f"A shocking end.\n\n{'x' * 5000}\n", "utf-8")
    mark = f"NEWSLINT_TEST_{os.getpid()}_{time.monotonic_ns()}"
    run = subprocess.Popen(
        [sys.executable, "-m", "newslint", "--jobs", "2", "."],
        env={**os.environ, mark: "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for(lambda: len(having(mark)) >= 3)
    run.kill()
    run.wait(30)
    wait_for(lambda: not having(mark))


def having(mark: str) -> list[str]:
    """The processes that have a variable in their environment."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in path.read_bytes():
                found.append(path.parent.name)
        except OSError:
            continue
    return found


def wait_for(holds: Callable[[], bool]) -> None:
    """Waits a generous time for something to become true."""
    for _ in range(600):
        if holds():
            return
        time.sleep(0.1)
    pytest.fail("it never came true")
