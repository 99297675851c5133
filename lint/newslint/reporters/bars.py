"""Bars: counts by name as lines of text, the most frequent first, each with a bar of block characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.reporters.columns import measure, padded
from newslint.reporters.escape import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_EIGHTHS: Final = " ▏▎▍▌▋▊▉"  # what is left of a bar beside whole blocks
_SHORTEST: Final = 10  # columns of the longest bar, however narrow the terminal
_LONGEST: Final = 40


def bars(counts: Mapping[str, int], width: int) -> Iterator[str]:
    """Lines of count, name and bar, in at most `width` columns where names leave room for that."""
    found = sorted(((printable(name), number) for name, number in counts.items()), key=lambda item: (-item[1], item[0]))
    names = max((measure(name) for name, _ in found), default=0)
    room = max(_SHORTEST, min(_LONGEST, width - names - 10))
    for name, number in found:
        yield f"{number:7} {padded(name, names)} {_bar(number * room * 8 // found[0][1])}"


def _bar(eighths: int) -> str:
    """A bar so many eighths of a column long, at least one."""
    whole, rest = divmod(max(eighths, 1), 8)
    return ("█" * whole + _EIGHTHS[rest]).rstrip()
