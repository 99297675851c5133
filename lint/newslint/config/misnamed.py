"""Misnamed: files that somebody took for newslint's configuration and that it never reads."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import Final

from newslint.config.file import NAME
from newslint.patterns import lazy

WRONG: Final = (
    ".newslint.yml",
    "newslint.yaml",
    "newslint.yml",
    ".newslint",
    ".newslintrc",
    ".newslint.json",
    ".newslint.toml",
)
# Files of other tools → what opens a section of ours in them, and what to call it.
_INI: Final = lazy(rb"^\[(?:tool:)?newslint\b", re.MULTILINE)
_SECTIONS: Final = {
    "pyproject.toml": (
        lazy(rb"^[ \t]*\[+[ \t]*tool[ \t]*\.[ \t]*[\"']?newslint\b", re.MULTILINE),
        "[tool.newslint]",
    ),
    "setup.cfg": (_INI, "[newslint]"),
    "tox.ini": (_INI, "[newslint]"),
}


@lru_cache(maxsize=4096)
def misnamed(folder: str) -> tuple[tuple[str, str], ...]:
    """(path, what of it is ignored) in a folder and above it, not beyond a repository's root."""
    found = tuple((os.path.join(folder, name), what) for name, what in _here(folder))
    above = os.path.dirname(folder)
    if above == folder or os.path.lexists(os.path.join(folder, ".git")):
        return found
    return (*found, *misnamed(above))


def _here(folder: str) -> list[tuple[str, str]]:
    found = [(name, "") for name in WRONG if os.path.isfile(os.path.join(folder, name))]
    return found + [(name, what) for name, (section, what) in _SECTIONS.items() if _has(folder, name, section)]


def _has(folder: str, name: str, section: re.Pattern[bytes]) -> bool:
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return section.search(file.read()) is not None
    except OSError:
        return False


def notice(shown: str, what: str) -> str:
    """What to say of one of them; `shown` is its path as reports write it."""
    subject = f"{what} in {shown}" if what else shown
    return f"{subject} is ignored; newslint reads its configuration only from a file named {NAME}"
