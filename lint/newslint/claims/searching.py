"""Searching: the claims of an index that are most like a text, the likest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newslint.claims.index import Entry, Index

_WORD: Final = re.compile(r"\w+")
_CANDIDATES: Final = 50


def search(index: Index, text: str) -> list[Entry]:
    """The claims whose words, or whose review's headline, are most like a text, in order of likeness."""
    words = dict.fromkeys(word.lower() for word in _WORD.findall(text))
    if not words:
        return []
    query = " OR ".join(f'"{word}"' for word in words)
    rows = index.database.execute(
        "select rowid from words where words match ? order by bm25(words), rowid limit ?", (query, _CANDIDATES)
    )
    return index.entries([number for (number,) in rows])
