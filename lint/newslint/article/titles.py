"""Titles: blocks that are nothing but a link to another site, as digests name what they excerpt. Their words are its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.segment import Segment
    from newslint.article.text import View

_BEFORE = re.compile(
    r"(?:\[|<a\b[^<>]{0,300}\bhref\s*=\s*[\"']?(?:https?:)?//[^<>]{1,600}>)\s*(?:<\w+[^<>]{0,100}>|[*_`\"“])*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:[*_`\"”]|</\w+>)*\s*(?:\]\(\s*<?(?:https?:)?//|</a\b)", re.IGNORECASE)
_REACH: Final = 1000  # code points of a tag
_TAIL: Final = 60
_FEWEST: Final = 3  # titles of a digest
_WORDS: Final = 3
_KINDS: Final = frozenset({"paragraph", "list-item", "subhead", "headline"})


def titles(content: str, prose: View, segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """[start, end) in the prose of the blocks that are links to other sites, if there are several. `content` is the file's."""
    if "//" not in content:
        return []
    found = [(s.start, s.end) for s in segments if s.kind in _KINDS and _is_linked(content, prose, s)]
    return found if len(found) >= _FEWEST else []


def _is_linked(content: str, prose: View, segment: Segment) -> bool:
    if prose.text.count(" ", segment.start, segment.end) < _WORDS - 1:
        return False
    span = prose.span(segment.start, segment.end)
    if not _AFTER.match(content, span.end, span.end + _TAIL):
        return False
    return _BEFORE.search(content, max(span.start - _REACH, 0), span.start) is not None
