"""Titles: links to other sites with which a digest's blocks begin. Their words are those of the pages that they lead to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.segment import Segment
    from newslint.article.text import View

_BEFORE = lazy(
    r"(?:\[|<a\b[^<>]{0,300}\bhref\s*=\s*[\"']?(?:https?:)?//[^<>]{1,600}>)\s*(?:<\w+[^<>]{0,100}>|[*_`\"“])*$",
    re.IGNORECASE,
)
_AFTER = lazy(r"\]\((?P<away>\s*<?(?:https?:)?//)?|</a\b", re.IGNORECASE)
_REACH: Final = 1000  # code points of a tag
_FEWEST: Final = 3  # titles of a digest
_WORDS: Final = 3
_KINDS: Final = frozenset({"paragraph", "list-item", "subhead", "headline"})


def titles(content: str, prose: View, segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """[start, end) in the prose of the links that lead away and begin a block, if there are several. `content` is the file's."""
    if "//" not in content:
        return []
    found = [(s.start, end) for s in segments if s.kind in _KINDS and (end := _end(content, prose, s))]
    return found if len(found) >= _FEWEST else []


def _end(content: str, prose: View, segment: Segment) -> int:
    """Where in the prose the link ends with which a block begins; 0 if there is none, or only a word or two."""
    span = prose.span(segment.start, segment.end)
    opened = _BEFORE.search(content, max(span.start - _REACH, 0), span.start)
    if opened is None:
        return 0
    closed = _AFTER.search(content, span.start, span.end + _REACH)
    if closed is None or (opened[0].startswith("[") and not closed["away"]):
        return 0
    end = min(prose.locate(closed.start()), segment.end)
    return end if prose.text.count(" ", segment.start, end) >= _WORDS - 1 else 0
