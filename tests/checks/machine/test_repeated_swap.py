"""One swap throughout is one finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks.machine.repeated_swap import RepeatedSwap

if TYPE_CHECKING:
    from collections.abc import Callable


def test_one_swap_throughout_is_reported_once(found: Callable[..., list[tuple[str, tuple[str, ...]]]]) -> None:
    text = "The atomic deal was signed. Critics of the atomic deal spoke first. The atomic talks go on."
    assert found(RepeatedSwap(), text) == [("atomic", ("nuclear",))]
    assert found(RepeatedSwap(), text.partition(" The atomic talks")[0]) == []
