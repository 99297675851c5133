"""Passed over: what a search for articles met and did not take, and how it is said."""

from __future__ import annotations

from collections import Counter
from typing import Final

from newslint.reporters.report import counted

_MOST_NAMED: Final = 5  # paths and formats in one sentence


class PassedOver:
    """Grows while folders are walked."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.excluded = 0
        self.formats: Counter[str] = Counter()

    def sentence(self, searched: list[str]) -> str:
        """Why there is nothing to lint in what was searched: exclusions, and files of other formats by their number."""
        more = f" and {len(searched) - _MOST_NAMED} more" if len(searched) > _MOST_NAMED else ""
        said = [f"no article found in {', '.join(searched[:_MOST_NAMED])}{more}"]
        if self.excluded:
            said.append(f"{counted(self.excluded, 'file')} excluded")
        if total := self.formats.total():
            most = [f"{suffix} {count}" for suffix, count in sorted(self.formats.items(), key=_rank)[:_MOST_NAMED]]
            listed = ", ".join([*most, *["…"] * (len(self.formats) > _MOST_NAMED)])
            said.append(f"{counted(total, 'file')} of other formats: {listed}")
        return "; ".join(said)


def _rank(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
