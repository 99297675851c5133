"""Passed over: what a search for articles met and did not take, and how it is said."""

from __future__ import annotations

import os
from collections import Counter
from typing import Final

from newslint.article.readers import PLAIN, format_of
from newslint.article.readers.recognise import HEAD, is_shared
from newslint.reporters.report import counted

_MOST_NAMED: Final = 5  # paths and formats in one sentence


def unknown(path: str) -> str:
    """Why a file with a name that many kinds of file have is not linted; empty if it begins like an article."""
    if not is_shared(path) or not os.path.isfile(path):  # noqa: PTH113 (a folder may hold thousands)
        return ""
    try:
        with open(path, "rb") as file:
            known = format_of(path, file.read(HEAD)) != PLAIN
    except OSError:  # it fails when it is linted
        return ""
    return "" if known else "no article in a format that newslint reads"


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
