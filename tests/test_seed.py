"""The seed article's golden output, as a reader of a pipe gets it.

To write it anew, from the top of the repository:
`newslint seeds/000_ba7215d09c2d4071.txt > seeds/000_ba7215d09c2d4071.out`; then read the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SEED = Path(__file__).parents[1] / "seeds/000_ba7215d09c2d4071.txt"


def test_the_seed(newslint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SEED.parents[1])
    result = newslint(f"seeds/{SEED.name}")
    assert result.out == SEED.with_suffix(".out").read_text("utf-8")
    assert result.code == 1
