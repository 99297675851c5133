"""A paragraph that is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


LEDE = "The river has left its bed again.\n\n"


def test_a_truncated_paragraph_points_at_its_last_word(lint: Callable[..., tuple[Finding, ...]]) -> None:
    text = f"{LEDE}The council met on Monday and closed the bridge to the north of the\n\nNobody was hurt in the flood, which reached the square at noon."
    [finding] = lint("integrity.truncated", text)
    assert text[finding.span.start : finding.span.end] == "the"
