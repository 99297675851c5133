"""Bulletins: what a page copies, item by item: from a database of security holes, from another project's list of changes,
and the titles of reports from a tracker.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.segment import Segment
    from newslint.article.text import View

_ID: Final = r"(?:CVE-\d{4}-\d{4,}|GHSA(?:-\w{4}){3}|USN-\d+-\d+)"
# "CVE-2024-12345: A flaw was found …", the number as bare text or code: where it links, the page says in its own words what it is.
_HOLE = lazy(rf"[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+|<[^<>\n]{{0,200}}>)*[*_`]{{0,3}}{_ID}[*_`]{{0,3}}[ \t]*(?::|[–—-] )")
_FEWEST: Final = 3  # of one page
# "Updates from [the core team](https://…/NEWS):", before the list.
_SOURCE = lazy(
    r"[^\n]*\b(?:from|according to|quoting)\b[^\n]*(?:\]\(|href=[\"']?)<?(?:https?:)?//[^\s()<>\"']*"
    r"(?:\b|_)(?:news|change-?logs?|changes|history|release-?notes)\b[^\n]*[:,][ \t*_]*(?:\r?\n|\Z)",
    re.IGNORECASE,
)
# `Fixed "it crashes with with a "?" in it" (#1234)`: a report's title, before its number.
_REPORT = lazy(r"[^\n\"“]{0,40}(?P<title>[\"“][^\n]+[\"”])[ \n]*[(\[]?(?:[\w.-]+/[\w.-]+)?#\d+[)\]]?[ .]*$")
_LONGEST: Final = 600  # code points of a line that names a source
_ITEMS: Final = frozenset({"list-item", "paragraph"})


def bulletins(content: str, prose: View, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """[start, end) in the prose of each description of a hole and title of a report, if a page has several, and of each item
    below its source.
    """
    if "CVE-" in content or "GHSA-" in content:
        holes = [s for s in segments if s.kind in _ITEMS and _HOLE.match(content, _line(content, prose, s))]
        yield from ((s.start, s.end) for s in holes if len(holes) >= _FEWEST)
    if "#" in content:
        reports = [hit for s in segments if s.kind in _ITEMS and (hit := _REPORT.match(prose.text, s.start, s.end))]
        yield from (hit.span("title") for hit in reports if len(reports) >= _FEWEST)
    if "from" in content and "//" in content:
        for number, segment in enumerate(segments):
            short = segment.kind == "paragraph" and segment.end - segment.start < _LONGEST
            if short and prose.text[segment.end - 1] in ":,":
                line = _line(content, prose, segment)
                if _SOURCE.match(content, line, line + _LONGEST):
                    items = takewhile(lambda s: s.kind == "list-item", segments[number + 1 :])
                    yield from ((item.start, item.end) for item in items)


def _line(content: str, prose: View, segment: Segment) -> int:
    """Where the line begins in which a segment does."""
    return content.rfind("\n", 0, prose.span(segment.start, segment.end).start) + 1
