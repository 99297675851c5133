"""A pair of words needs its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.checks.machine.pair_in_context import PairInContext

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_pair_needs_its_place(found: Callable[..., list[tuple[str, tuple[str, ...]]]]) -> None:
    check = PairInContext(originals={"dying": "death"})
    assert found(check, "The dying toll rose to nine, officials said.") == [("dying", ("death",))]
    assert found(check, "His father was dying when the letter came.") == []
