"""Characters that nobody sees are deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


@pytest.mark.parametrize("code", [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x202E, 0xE0041])
def test_a_hidden_character_in_a_word_is_deleted_by_its_suggestion(
    lint: Callable[..., tuple[Finding, ...]], code: int
) -> None:
    text = f"The cap{chr(code)}tain left."
    [finding] = lint("integrity.hidden-characters", text)
    assert text[: finding.span.start] + finding.suggestions[0] + text[finding.span.end :] == "The captain left."
