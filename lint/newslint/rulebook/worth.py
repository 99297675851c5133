"""What a built-in rule is worth: how many of its judged findings were right, from data/precision.json.

`python benchmarks/score.py --write` makes the file of the ledger of judged findings: those that the version which wrote it
still reports.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

FILE: Final = Path(__file__).parents[1] / "data" / "precision.json"


class Worth(Struct, frozen=True):
    """`right` of `n` judged findings, Wilson's 95 % interval of that share, the genres read, and the date of the last reading."""

    n: int
    right: int
    interval: tuple[float, float]
    genres: tuple[str, ...]
    date: str

    def __str__(self) -> str:
        low, high = self.interval
        share = f"{self.right / self.n:.2f}, 95 % interval {low:.2f} to {high:.2f}"
        where = f"read in {', '.join(self.genres)}; last on {self.date}"
        return f"{self.right} of {self.n} judged findings were right ({share}); {where}."


UNKNOWN: Final = "No finding of this rule has been judged yet."


def worth(rule: str) -> str:
    """One or two sentences on a built-in rule's measured precision."""
    found = _file().get(rule)
    return str(found) if found else UNKNOWN


@lru_cache(maxsize=1)
def _file() -> dict[str, Worth]:
    return msgspec.json.decode(FILE.read_bytes(), type=dict[str, Worth])


def share(rule: str) -> tuple[float, int]:
    """The share of a rule's findings that is likely to be right, and how many were judged.

    By the rule of succession, (right + 1) / (judged + 2): one half where nothing has been judged.
    """
    found = _file().get(rule)
    right, judged = (found.right, found.n) if found else (0, 0)
    return (right + 1) / (judged + 2), judged
