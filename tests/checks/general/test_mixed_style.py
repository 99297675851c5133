"""Of two styles the rarer one is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


@given(st.integers(1, 4), st.integers(1, 4))
def test_the_rarer_style_is_reported_where_it_first_stands(
    lint: Callable[..., tuple[Finding, ...]], us: int, points: int
) -> None:
    sentences = ["The US fleet sailed."] * us + ["The U.S. fleet sailed."] * points
    (finding,) = lint("consistency.abbreviation", " ".join(sentences))
    rarer = "US" if us < points else "U.S."
    assert finding.match == rarer
