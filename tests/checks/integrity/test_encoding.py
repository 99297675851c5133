"""Damaged characters and entities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


@pytest.mark.parametrize("word", ["didn’t", "café", "El Niño’s", "“quoted”", "£5"])
def test_mojibake_is_undone(lint: Callable[..., tuple[Finding, ...]], word: str) -> None:
    damaged = word.encode().decode("cp1252", "replace")
    if "\ufffd" not in damaged:
        text = f"They saw {damaged} there."
        for finding in reversed(lint("integrity.encoding", text)):
            text = text[: finding.span.start] + finding.suggestions[0] + text[finding.span.end :]
        assert text == f"They saw {word} there."
    assert not lint("integrity.encoding", f"They saw {word} there.")


def test_an_entity_is_a_fault_in_text_but_not_in_markup(
    matches: Callable[..., list[str]], lint: Callable[..., tuple[Finding, ...]]
) -> None:
    assert matches("integrity.encoding", "Fish &amp; chips.") == ["&amp;"]
    assert not lint("integrity.encoding", "<p>Fish &amp; chips are sold here.</p>", "html")
