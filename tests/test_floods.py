"""Floods of one thing end soon; the limit is generous, benchmarks/floods.py measures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SIZE = 60_000
LIMIT_S = 20.0  # some thirty times what it takes


@pytest.mark.parametrize(
    "piece",
    [
        "x",
        "X",
        "xа",
        "theword",
        "”",
        "«",
        "&amp;",
        "&#",
        "Ã©",
        "an ",
        "[",
        "SHOUT ",
        "- a\n",
        "a\n",
        '"\n',
        "The pier is long. ",
        "He said 3 of 9 men, 40, met Ann Lee in Rome on 3 May. ",
    ],
)
def test_floods(newslint: Callable[..., Any], piece: str) -> None:
    Path("flood.txt").write_text(piece * (SIZE // len(piece)), "utf-8")
    started = time.process_time()
    result = newslint("flood.txt", "--quiet", "--format", "concise")
    assert result.code in (0, 1), result.out[-300:]
    assert time.process_time() - started < LIMIT_S
