"""Whatever the text, no check of these packs fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.rulebook.packs import builtin

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


RULES = {rule.id: rule for rule in builtin() if rule.pack == "integrity"}


@given(st.text())
def test_no_text_makes_a_kind_fail(lint: Callable[..., tuple[Finding, ...]], text: str) -> None:
    for name in RULES:
        lint(name, text)


@given(st.text(alphabet="ab -.“”\nABU.S", max_size=200))
@pytest.mark.parametrize(
    "rule", ["abbreviation", "spelling-variant", "term-drift", "quote-speaker", "headline-contrast", "known-name"]
)
def test_any_text_is_read(lint: Callable[..., tuple[Finding, ...]], rule: str, text: str) -> None:
    lint(f"consistency.{rule}", text)
