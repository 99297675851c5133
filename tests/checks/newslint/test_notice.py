"""Notices about the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


def test_a_short_foreign_line_is_not_worth_a_notice(lint: Callable[..., tuple[Finding, ...]]) -> None:
    assert not lint("newslint.other-language", "Brücke zu")
