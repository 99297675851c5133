"""Tables whose figures are nought: nothing is a share of them, rose from them or adds up to them, and nothing breaks."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

COLUMNS = (
    ("Votes", "120", "80", "40"),
    ("Share", "50%", "33%", "17%"),
    ("2020", "100", "90", "50"),
    ("Change", "20%", "-11%", "-20%"),
)


@pytest.mark.parametrize("noughts", list(product((False, True), repeat=len(COLUMNS))))
@pytest.mark.parametrize("total", [False, True])
def test_a_column_of_noughts_breaks_nothing(
    newslint: Run, tmp_path: Path, noughts: tuple[bool, ...], *, total: bool
) -> None:
    columns = [
        (name, *("0%" if "%" in one else "0" for one in cells)) if empty else (name, *cells)
        for (name, *cells), empty in zip(COLUMNS, noughts, strict=True)
    ]
    rows = zip(("Ward", "North", "South", "East"), *columns, strict=True)
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * (len(COLUMNS) + 1))
    if total:
        lines.append("| Total | 0 | 0% | 0 | 0% |")
    (tmp_path / "a.md").write_text("# The vote\n\nThe town voted.\n\n" + "\n".join(lines) + "\n", "utf-8")
    assert newslint("--quick", "a.md").code in (0, 1)
