"""Articles in which nobody is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


def test_the_anonymous_article_is_told_once_at_its_headline(lint: Callable[..., tuple[Finding, ...]]) -> None:
    text = "Bridge to close\n\nThe bridge will close, a person familiar with the plan said.\n\nIt is old, a second person said."
    [finding] = lint("sourcing.anonymous-only", text)
    assert (finding.span.start, finding.span.end) == (0, len("Bridge to close"))


def test_one_name_is_enough(lint: Callable[..., tuple[Finding, ...]]) -> None:
    text = "Bridge to close\n\nThe bridge will close, a person familiar with the plan said.\n\nIt is old, Ann Lee said."
    assert not lint("sourcing.anonymous-only", text)
