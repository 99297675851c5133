"""A developing story may be new."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


LEDE = "The river has left its bed again.\n\n"


def test_a_developing_story_may_be_new(lint: Callable[..., tuple[Finding, ...]]) -> None:
    text = f"{LEDE}This is a developing story."
    assert not lint("integrity.developing", text, date=datetime.date(2024, 5, 14))
    assert "14 days old" in lint("integrity.developing", text, date=datetime.date(2024, 5, 1))[0].message
