"""Words without their space."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newslint.checks.integrity.glued import Glued

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [("missileinto", "missile into"), ("arethe", "are the"), ("asDonald", "as Donald"), ("forthwith", "")],
)
def test_glued_words(found: Callable[..., list[tuple[str, tuple[str, ...]]]], word: str, suggestion: str) -> None:
    text = f"Then the old {word} rose again."
    assert found(Glued(), text) == ([(word, (suggestion,))] if suggestion else [])


def test_what_stands_in_an_address_is_not_glued(found: Callable[..., list[tuple[str, tuple[str, ...]]]]) -> None:
    assert found(Glued(), "See #missileinto and a@missileinto now.") == []
