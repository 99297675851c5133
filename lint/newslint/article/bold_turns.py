"""Turns whose speaker is in bold at the head of a line of Markdown, with the words behind the name or on the lines below it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from newslint.article.turns import LONGEST, SAID, is_meeting
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.segment import Segment
    from newslint.article.text import View

_CLOCK: Final = r"(?:[ \t]*[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?(?:\([^()\n]*\))?)?"
# "**Ann Lee**" alone, "**Ann Lee:** So", "**Ann Lee (12:03) -** So", "**Ann Lee** [12:03](https://example.org): So".
_NAMED: Final = lazy(
    r"^[ \t]*(?:[*-] )?(?P<mark>\*\*|__)(?P<name>[^\W\d_a-z][\w.'’/-]*(?: [^\W\d_a-z][\w.'’)-]*){0,3})"
    rf"{_CLOCK}(?:[ \t]*[:–-][ \t]*(?P=mark)|(?P=mark){_CLOCK}[ \t]*(?:[:–-]|$)|(?P=mark)[ \t]*$)[ \t]*",
    re.MULTILINE,
)


def bold_turns(content: str, prose: View, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """[start, end) in the prose of what is said in a meeting that the file takes down so, if it does."""
    if content.count("**") + content.count("__") < _FEWEST:
        return
    hits = list(_NAMED.finditer(content))
    if not is_meeting([hit["name"] for hit in hits]):
        return
    begins = [prose.locate(hit.end()) for hit in hits]
    left = 0
    for segment in segments:
        at = bisect_left(begins, segment.start)
        turned = at < len(begins) and begins[at] <= segment.end
        if segment.kind not in SAID:
            left = LONGEST if turned else 0 if segment.kind == "subhead" else left
        elif turned or left:
            start = begins[at] if turned and not left else segment.start
            left = LONGEST if turned else left - 1
            yield start, segment.end


_FEWEST: Final = 40  # marks of a file with so many turns that it can be a meeting
