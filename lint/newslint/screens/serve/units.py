"""Units: code points of a text → the UTF-16 units in which scripts count."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from newslint.patterns import lazy

_ASTRAL: Final = lazy("[\U00010000-\U0010ffff]")


class Units:
    """Converts the offsets of one text."""

    def __init__(self, content: str) -> None:
        self._astral = [hit.start() for hit in _ASTRAL.finditer(content)]

    def __call__(self, offset: int) -> int:
        """The unit at which a code point begins, or the text ends."""
        return offset + bisect_left(self._astral, offset)
