"""Turns: who speaks in a transcript or an interview: "Ann Lee: We, we had a bit more." What follows the name is speech."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.segment import Segment

_TURN = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}) ?: (?=\S)")
_FEWEST: Final = 6  # turns of a transcript, and
_EACH: Final = 2  # turns of each speaker on the average: "Note:" and "Update:" do not alternate
_SPEAKERS: Final = 2


def turns(text: str, segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """[start, end) of what is said in each turn, in order; none where the paragraphs are no transcript."""
    hits = [_TURN.match(text, s.start, s.end) for s in segments if s.kind == "paragraph"]
    said = [hit for hit in hits if hit is not None]
    speakers = Counter(hit["name"] for hit in said)
    if len(said) < _FEWEST or len(speakers) < _SPEAKERS or len(said) < _EACH * len(speakers):
        return []
    ends = {segment.start: segment.end for segment in segments}
    return [(hit.end(), ends[hit.start()]) for hit in said]
