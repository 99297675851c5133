"""Turns: who speaks in a transcript, minutes or an interview: "Ann Lee: We, we had a bit more." What follows a name is speech."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.segment import Segment

# "Ann Lee: ", "AL (12:03): ", "Speaker 2: ", "Ann Lee (Harbour Board): ", "[00:12] Lee: ".
_CLOCK: Final = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?"
_TURN = lazy(
    rf"(?:[-*•] )?(?:{_CLOCK} )?(?P<name>[A-Z][\w.'’/-]*(?: (?:[A-Z][\w.'’/-]*|\d{{1,2}})){{0,3}})"
    rf"(?: ?\([^()\n:]{{1,40}}\))?(?: ?{_CLOCK})? ?: (?=\S)"
)
# When it was said: "[00:12:03] We, we had more.", "00:12 - We".
_TIMED = lazy(
    r"\(?\[?\d{1,2}:\d\d(?P<exact>:\d\d)?(?:[.,]\d{1,3})?\]?\)?(?: ?(?:-->|[–—-]) ?[\d:.,]{4,12})?(?: ?[–—-])?[ \t\n]+(?=[^\W\d])"
)
# When a caption of a film is shown: "00:01:02.500 --> 00:01:04.000".
_CUE = lazy(r"(?:\d{1,5}\s+)?\d{1,2}:\d\d[\d:.,]* -->")
# The metadata of a transcript: `transcript_by: Ada Lind`.
TRANSCRIBED: Final = lazy(r"^transcri(?:pt|bed|ption)[ _-]?(?:by|er)$|^transcriber$", re.IGNORECASE)
# What people say, and editors take out.
_FILLERS = lazy(r"\b(?:[Uu][hm]+|[Ee]rm?|[Hh]mm+|[Yy]eah|[Oo](?:K|kay)|[Yy]ou know|I mean|[Gg]onna|[Ww]anna)\b")
_FILLED: Final = 4
_RARE: Final = 10_000  # code points of a transcript that have one at least
_FEWEST: Final = 6  # turns of a transcript, and
_EACH: Final = 2  # turns of each speaker on the average: "Note:" and "Update:" do not alternate
_SPEAKERS: Final = 2
SAID: Final = frozenset({"paragraph", "list-item", "block-quote"})  # kinds of segments
LONGEST: Final = 30  # paragraphs of one turn
_MANY: Final = 5  # speakers of a meeting or a chat, which nobody edits as an interview is; and
_LONG: Final = 20  # turns of one
_ORDERS: Final = 1.5  # speakers that each is followed by there, on the average: the fields of a form come in one order
_RESUMED: Final = 12  # of so many turns one at least is that of the speaker before the last: people answer each other


def turns(text: str, segments: Sequence[Segment]) -> list[tuple[int, int]]:
    """[start, end) of what is said in each turn, in order; none where the paragraphs are no transcript."""
    ends = {segment.start: segment.end for segment in segments}
    return [(hit.end(), ends[hit.start()]) for hit in _turns(text, segments)]


def _turns(text: str, segments: Sequence[Segment], *, listed: bool = False) -> list[re.Match[str]]:
    """The name, with its colon, that begins each turn; `listed`: items of a list may be turns, too."""
    kinds = ("paragraph", "list-item") if listed else ("paragraph",)
    hits = [_TURN.match(text, s.start, s.end) for s in segments if s.kind in kinds]
    said = [hit for hit in hits if hit is not None]
    speakers = Counter(hit["name"] for hit in said)
    if len(said) < _FEWEST or len(speakers) < _SPEAKERS or len(said) < _EACH * len(speakers):
        return []
    return said


def speech(text: str, segments: Sequence[Segment], *, transcribed: bool = False) -> list[tuple[int, int]]:
    """[start, end) of what a transcript or minutes take down word for word; none where an interview has been edited.

    It is in turns, with their later paragraphs, and in what a clock precedes; all paragraphs of captions, and where the
    metadata name who `transcribed` them. What tells a transcript from an interview is what people say and editors take out,
    the many speakers of a meeting, or clocks that count seconds.
    """
    if transcribed or _is_captions(text, segments):
        return [(segment.start, segment.end) for segment in segments if segment.kind in SAID]
    spoken = len(_FILLERS.findall(text)) >= max(_FILLED, len(text) // _RARE)
    hits = _turns(text, segments, listed=spoken)  # a list of changes has labels, too, but nobody who says "um"
    if not spoken and not is_meeting([hit["name"] for hit in hits]):
        hits = []
    timed = [hit for s in segments if s.kind in SAID and (hit := _TIMED.match(text, s.start, s.end))]
    if len(timed) >= _FEWEST and (spoken or all(hit["exact"] for hit in timed)):  # no programme has seconds
        hits += timed
    ends = {segment.start: segment.end for segment in segments}
    said = {(hit.end(), ends[hit.start()]) for hit in hits}
    return sorted({*said, *_later(segments, {end for _, end in said})})


def _is_captions(text: str, segments: Sequence[Segment]) -> bool:
    return "-->" in text and sum(_CUE.match(text, s.start, s.end) is not None for s in segments) >= _FEWEST


def is_meeting(names: Sequence[str]) -> bool:
    """Whether these are the speakers, turn by turn, of a meeting or a chat of many: taken down in the order in which they spoke."""
    speakers = set(names)
    if len(speakers) < _MANY or len(names) < _LONG:
        return False
    resumed = sum(a == c != b for a, b, c in zip(names, names[1:], names[2:], strict=False))
    return resumed * _RESUMED >= len(names) and len(set(pairwise(names))) >= _ORDERS * len(speakers)


def _later(segments: Sequence[Segment], ends: set[int]) -> Iterator[tuple[int, int]]:
    """The paragraphs that follow a turn, up to a heading."""
    left = 0
    for segment in segments:
        if segment.end in ends:
            left = LONGEST
        elif segment.kind not in SAID:
            left = 0 if segment.kind == "subhead" else left
        elif left:
            left -= 1
            yield segment.start, segment.end
