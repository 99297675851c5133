"""Marks of notes that are set as `<sup>`: no part of the word before them."""

from __future__ import annotations

import re
from typing import Final

from newslint.patterns import lazy

# `<sup><a href="#n4">4</a></sup>` after a word; after a figure or a unit it is an exponent.
_MARK = lazy(
    r"<sup\b[^<>]*>(?:\s|<[^<>]{0,300}>)*[\[(]?(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,5}|[a-z,;]|[ivx]{1,5}|[*†‡§¶#]{1,3}|"
    r"(?:note|ref|fn)\.? ?\d{1,3})[\])]?(?:\s|<(?!/sup)[^<>]{0,300}>)*</sup\s*>",
    re.IGNORECASE,
)
_RAISED = lazy(r"(?:\d|(?<![A-Za-z])(?:[kcmdµn]?m|ft|in|yd|mi|s|sq|[A-Za-z]))\s?(?:<[^<>]{0,80}>)?$")


def footnote_mark(content: str, start: int) -> int:
    """Where a `<sup>` ends that opens at `start` and holds the mark of a note; 0 where it is something else."""
    hit = _MARK.match(content, start)
    return hit.end() if hit and not _RAISED.search(content[max(start - 90, 0) : start]) else 0


_MORE = lazy(r"(?:\s|</?(?:a|span)\b[^<>]{0,300}>)*[,;–-](?:\s|<(?:a|span)\b[^<>]{0,300}>)*<sup\b", re.IGNORECASE)


def goes_on(content: str, end: int) -> bool:
    """Whether behind a mark that ends at `end` a comma and another mark follow."""
    return _MORE.match(content, end) is not None


_ENDS_APART = lazy(r"\s(?:</[a-z]+\s*>)*\Z", re.IGNORECASE)
_TAGS: Final = 80  # code points of the end tags between a space and the end of an element


def ends_apart(content: str, end: int) -> bool:
    """Whether an inline element that is not read, up to `end`, has a space before its end tags: it parts words as well."""
    return _ENDS_APART.search(content, max(end - _TAGS, 0), end) is not None
