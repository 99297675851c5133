"""Titles: links to other sites with which a digest's blocks begin, or that are all of a block but for a label before them.

Their words are those of the pages that they lead to.
"""

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
_LINK = lazy(
    r"\[(?P<shown>[^\[\]\n]{1,300})\]\(<?(?:https?:)?//[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)"
    r"|<a\b[^<>]{0,300}\bhref\s*=\s*[\"']?(?:https?:)?//[^<>]{1,600}>(?P<linked>[^<\n]{1,300})</a>",
    re.IGNORECASE,
)
# Before a link that is the rest of its block: "2020-05-04 | Brell | ", "Harbour: ", "[video] ".
_LABEL = lazy(r"[^\n.!?]{1,80}[|:\])–—•·>-]\s*$")
_REACH: Final = 1000  # code points of a tag
_FEWEST: Final = 3  # titles of a digest
_WORDS: Final = 3
_KINDS: Final = frozenset({"paragraph", "list-item", "subhead", "headline"})


def titles(content: str, prose: View, segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """[start, end) in the prose of such links, if there are several. `content` is the file's."""
    if "//" not in content:
        return []
    found = [
        title
        for s in segments
        if s.kind in _KINDS and (title := _begins(content, prose, s) or _fills(content, prose, s))
    ]
    return found if len(found) >= _FEWEST else []


def _begins(content: str, prose: View, segment: Segment) -> tuple[int, int] | None:
    """The link with which a block begins, unless it is only a word or two."""
    span = prose.span(segment.start, segment.end)
    opened = _BEFORE.search(content, max(span.start - _REACH, 0), span.start)
    if opened is None:
        return None
    closed = _AFTER.search(content, span.start, span.end + _REACH)
    if closed is None or (opened[0].startswith("[") and not closed["away"]):
        return None
    end = min(prose.locate(closed.start()), segment.end)
    return (segment.start, end) if prose.text.count(" ", segment.start, end) >= _WORDS - 1 else None


def _fills(content: str, prose: View, segment: Segment) -> tuple[int, int] | None:
    """The link of two words and more that ends a block in which only a label is before it."""
    span = prose.span(segment.start, segment.end)
    if "//" not in content[span.start : span.end + _REACH]:
        return None
    for link in _LINK.finditer(content, span.start, min(span.end + _REACH, len(content))):
        group = "shown" if link["shown"] else "linked"
        start, end = prose.locate(link.start(group)), prose.locate(link.end(group))
        if start >= segment.end or not _LABEL.match(prose.text, segment.start, start):
            return None
        if _CLOSING.match(prose.text, end, segment.end) and " " in prose.text[start:end].strip():
            return start, min(end, segment.end)
    return None


# After a title: "by Ann Lee", "(The Brell Courier)".
_CLOSING = lazy(r"[ .)*_”\"]*(?:,? ?(?:by|from|in|via|at|[–—-]) [^\n.!?]{1,60}|\([^()\n]{1,60}\))?[ .)*_”\"]*$")
