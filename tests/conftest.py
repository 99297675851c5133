"""What all tests share: no network but loopback, a fixed day, and the command line as a function."""

from __future__ import annotations

import io
import signal
import socket
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import Any, NamedTuple

import hypothesis
import pytest

from newslint.cli import main
from newslint.run.forgetting import forget

# What a shell runs in the background ignores SIGINT, and so would the runs that tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

# No thresholds of time, and the same examples on every run; `--hypothesis-profile default` looks for new ones.
hypothesis.settings.register_profile("newslint", deadline=None, derandomize=True)
hypothesis.settings.load_profile("newslint")

EPOCH = "1715731200"  # 15 May 2024
HOUSE = """\
rules:
  - id: house.whilst
    kind: swap
    severity: warning
    message: "Prefer '{suggestion}' to '{match}'."
    why: It is the house's word.
    swap: {whilst: while}
    examples:
      bad: ["She sang [[whilst => while]] he danced."]
      good: ["She sang while he danced."]
  - id: house.shocking
    kind: phrase
    severity: error
    message: "'{match}' is for tabloids."
    why: It is not the house's word.
    phrases: [shocking]
    examples:
      bad: ["A [[shocking]] end."]
      good: ["A sad end."]
  - id: house.maybe
    kind: phrase
    severity: info
    message: "'{match}' says little."
    why: Readers want to know.
    phrases: [maybe]
    examples:
      bad: ["[[Maybe]] so."]
      good: ["So."]
"""


class Result(NamedTuple):
    """What a command line came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection leaves the machine, today is always the same day, and nothing is left of other runs."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
            pytest.fail(f"a test wanted to connect to {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("NEWSLINT_NO_CACHE", "1")  # what a test patches is no part of a result's name


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture
def newslint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line in the test's own folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir(exist_ok=True)  # no configuration or ignore file above it counts

    def run(*argv: str, stdin: str = "") -> Result:
        forget()
        out, err = io.StringIO(), io.StringIO()
        code = main(argv, io.StringIO(stdin), out, err)
        return Result(code, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def house(newslint: Run, tmp_path: Path) -> Run:
    """The same, in a folder whose configuration loads a small pack of its own and no other."""
    (tmp_path / "house.yaml").write_text(HOUSE, "utf-8")
    (tmp_path / ".newslint.yaml").write_text("packs: [house.yaml]\n", "utf-8")
    return newslint
