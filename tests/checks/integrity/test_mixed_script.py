"""Letters of another script are replaced by their lookalikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


LOOKALIKES = dict(zip("aeopcxy", "аеорсху", strict=True))


@pytest.mark.parametrize("word", ["pressure", "reservoir", "councilor", "shoe"])
def test_each_lookalike_is_found_and_mended(lint: Callable[..., tuple[Finding, ...]], word: str) -> None:
    for letter, other in LOOKALIKES.items():
        if letter in word:
            [finding] = lint("integrity.mixed-script", f"The {word.replace(letter, other, 1)} rose.")
            assert finding.suggestions == (word,)
