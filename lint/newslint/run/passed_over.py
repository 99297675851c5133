"""Passed over: what a search for articles met and did not take, and how it is said."""

from __future__ import annotations

import os
from collections import Counter
from typing import Final

from newslint.article.readers import PLAIN, format_of
from newslint.article.readers.recognise import HEAD, is_shared
from newslint.patterns import lazy
from newslint.reporters.report import counted

_MOST_NAMED: Final = 5  # paths and formats in one sentence
# Formats that may hold articles, and the names of files of these formats that only set something up.
TEXTS: Final = frozenset(
    ".adoc .asciidoc .csv .doc .eml .epub .ipynb .json .jsonl .mbox .ndjson .odt .org .parquet .pdf .rst .rtf .tex .textile .tsv "
    ".wiki .xml".split()
)
_SETTINGS: Final = lazy(
    r"(?:package|composer|bower|manifest|angular|vercel|netlify|firebase|now|lerna|nx|app|deno|renovate|site|browserconfig|pom"
    r"|sitemap|feed|atom|rss|search|tsconfig|jsconfig|opensearch|settings|config|.*[._-](?:config|lock|schema))\b.*\.(?:json|xml)"
    r"|.*rc\.json"
)


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
        self.unread: Counter[str] = Counter()

    def add(self, name: str, suffix: str, *, excluded: bool) -> None:
        """Counts a file of a format that is not read, by its name in lower case; apart if it may hold articles."""
        self.formats[suffix or "without a suffix"] += 1
        if suffix in TEXTS and not excluded and not _SETTINGS.fullmatch(name):
            self.unread[suffix] += 1

    @property
    def left_out(self) -> str:
        """What is not linted though it may hold articles, in one sentence; empty if nothing is."""
        total = self.unread.total()
        if not total:
            return ""
        which = "it is in no format" if total == 1 else "they are in no format"
        return f"{counted(total, 'file')} left out because {which} that newslint reads: {_listed(self.unread)}"

    def sentence(self, searched: list[str]) -> str:
        """Why there is nothing to lint in what was searched: exclusions, and files of other formats by their number."""
        more = f" and {len(searched) - _MOST_NAMED} more" if len(searched) > _MOST_NAMED else ""
        said = [f"no article found in {', '.join(searched[:_MOST_NAMED])}{more}"]
        if self.excluded:
            said.append(f"{counted(self.excluded, 'file')} excluded")
        if total := self.formats.total():
            said.append(f"{counted(total, 'file')} of other formats: {_listed(self.formats)}")
        return "; ".join(said)


def _listed(formats: Counter[str]) -> str:
    """`.json 62, .csv 2`: the commonest first, an ellipsis for the rest."""
    most = [f"{suffix} {count}" for suffix, count in sorted(formats.items(), key=_rank)[:_MOST_NAMED]]
    return ", ".join([*most, *["…"] * (len(formats) > _MOST_NAMED)])


def _rank(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
