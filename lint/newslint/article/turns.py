"""Turns: who speaks in a transcript or an interview: "Ann Lee: We, we had a bit more." What follows the name is speech."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.segment import Segment

_TURN = lazy(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}) ?: (?=\S)")
# When it was said: "[00:12:03] We, we had more.", "00:12 - We".
_TIMED = lazy(
    r"\(?\[?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?\]?\)?(?: ?(?:-->|[–—-]) ?[\d:.,]{4,12})?(?: ?[–—-])?[ \n]+(?=[^\W\d])"
)
# The metadata of a transcript: `transcript_by: Ada Lind`.
TRANSCRIBED: Final = lazy(r"^transcri(?:pt|bed|ption)[ _-]?(?:by|er)$|^transcriber$", re.IGNORECASE)
# What people say, and editors take out.
_FILLERS = lazy(r"\b(?:[Uu][hm]+|[Ee]rm?|[Hh]mm+|[Yy]eah|[Oo](?:K|kay)|[Yy]ou know|I mean|[Gg]onna|[Ww]anna)\b")
_FILLED: Final = 4
_RARE: Final = 10_000  # code points of a transcript that have one at least
_FEWEST: Final = 6  # turns of a transcript, and
_EACH: Final = 2  # turns of each speaker on the average: "Note:" and "Update:" do not alternate
_SPEAKERS: Final = 2
_LONGEST: Final = 30  # paragraphs of one turn


def turns(text: str, segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """[start, end) of what is said in each turn, in order; none where the paragraphs are no transcript."""
    hits = [_TURN.match(text, s.start, s.end) for s in segments if s.kind == "paragraph"]
    said = [hit for hit in hits if hit is not None]
    speakers = Counter(hit["name"] for hit in said)
    if len(said) < _FEWEST or len(speakers) < _SPEAKERS or len(said) < _EACH * len(speakers):
        return []
    ends = {segment.start: segment.end for segment in segments}
    return [(hit.end(), ends[hit.start()]) for hit in said]


def speech(text: str, segments: Sequence[Segment], *, transcribed: bool = False) -> list[tuple[int, int]]:
    """[start, end) of what a transcript takes down word for word; none where an interview has been edited.

    It is in turns, with their later paragraphs, and in what a clock precedes; all paragraphs where the metadata name who
    `transcribed` them.
    """
    if transcribed:
        return [(segment.start, segment.end) for segment in segments if segment.kind in _SAID]
    if len(_FILLERS.findall(text)) < max(_FILLED, len(text) // _RARE):
        return []
    said = turns(text, segments)
    timed = [hit for s in segments if s.kind in _SAID and (hit := _TIMED.match(text, s.start, s.end))]
    if len(timed) >= _FEWEST:
        ends = {segment.start: segment.end for segment in segments}
        said += [(hit.end(), ends[hit.start()]) for hit in timed]
    return sorted({*said, *_later(segments, {end for _, end in said})}) if said else []


def _later(segments: Sequence[Segment], ends: set[int]) -> Iterator[tuple[int, int]]:
    """The paragraphs that follow a turn, up to a heading."""
    left = 0
    for segment in segments:
        if segment.end in ends:
            left = _LONGEST
        elif segment.kind not in _SAID:
            left = 0 if segment.kind == "subhead" else left
        elif left:
            left -= 1
            yield segment.start, segment.end


_SAID: Final = frozenset({"paragraph", "list-item", "block-quote"})
