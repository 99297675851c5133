"""Running quotations: those that begin in one paragraph and end in a later one that does not reopen them.

Transcripts, letters, poems, lists and interviews quote so, and templates frame an excerpt between two marks that are
alone in their paragraphs. What is between them is somebody's words as much as where each paragraph is reopened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.article.marks import DOUBLE, Pairs, ends_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.segment import Segment

_MOST: Final = 25  # paragraphs and items of a running quotation
_FEW: Final = 4  # of one that begins in the middle of a paragraph, where a lost mark is as likely
_FRAMED: Final = 60  # paragraphs between two ornaments or after a colon
_SPEECH: Final = 6  # words from which a quotation inside is another speaker's rather than a term
_ENDS: Final = frozenset(".,!?…;:)’'—–")
_NEW: Final = frozenset('.:!?…”"')  # after these a sentence of its own begins
_STRAIGHT: Final = frozenset('"″')
_SILENT: Final = frozenset({"caption", "credit", "boilerplate"})


class Run(Struct, frozen=True):
    """Segments [first, last] that one quotation runs through: from `opener` to `closer`, offsets of its marks."""

    first: int
    last: int
    opener: int
    closer: int


def is_ornament(text: str, segment: Segment) -> bool:
    """Whether a mark is alone in its paragraph."""
    return segment.end - segment.start == 1 and text[segment.start] in DOUBLE


def runs(
    text: str, segments: Sequence[Segment], pairs: Sequence[Pairs], turned: frozenset[int] = frozenset()
) -> Iterator[Run]:
    """The quotations over several segments, apart and in order; none runs into a segment, by number, that is `turned`.

    There somebody else begins to speak.
    """
    after = 0
    for number, segment in enumerate(segments):
        if number < after:
            continue
        opener = _opener(text, segment, pairs[number])
        last = _last(text, segments, pairs, number, opener) if opener is not None else None
        if last is not None and not turned.isdisjoint(range(number + 1, last + 1)):
            continue
        if opener is not None and last is not None:
            yield Run(number, last, opener, pairs[last].closers[0] if pairs[last].closers else segments[last].start)
            after = last + is_ornament(text, segments[last])


def _opener(text: str, segment: Segment, pairs: Pairs) -> int | None:
    """The mark that may open a running quotation: the only one without partner, with no speech quoted after it."""
    if is_ornament(text, segment):
        return segment.start if text[segment.start] not in "”»" else None
    if len(pairs.openers) != 1 or segment.kind in _SILENT:
        return None
    at = pairs.openers[0]
    return None if any(_speech(text, segment, *pair[:2]) for pair in pairs.closed if pair[0] > at) else at


def _last(text: str, segments: Sequence[Segment], pairs: Sequence[Pairs], first: int, opener: int) -> int | None:
    """The segment in which the quotation ends; None if another begins or a heading comes before that."""
    framed = is_ornament(text, segments[first])
    lead = text[max(opener - 4, segments[first].start) : opener].rstrip()[-1:]
    most = _FRAMED if framed or lead == ":" else _MOST if lead in ("", ",") else _FEW
    introduced = opener == segments[first].start and first > 0 and text[segments[first - 1].end - 1] == ":"
    headed = False
    for number in range(first + 1, len(segments))[:most]:
        segment, marks = segments[number], pairs[number]
        if segment.kind in _SILENT:
            continue
        if is_ornament(text, segment):
            return number if text[segment.start] not in "“„«" else None
        if not framed and any(pair[0] == segment.start for pair in marks.closed):
            return None  # a quotation of its own
        if not framed and segment.kind == "subhead" and opener > segments[first].start:
            return None
        if marks.closers:
            if headed and not framed and not ends_paragraph(text, marks.closers[0], segment.end):
                return None  # only an excerpt of whole paragraphs has headings of its own
            listed = text[segments[first].end - 1] == ":" or _is_cut(text, segments[first], segment)
            alike = (text[opener] in _STRAIGHT) == (text[marks.closers[0]] in _STRAIGHT)
            return number if alike and _closes(text, segment, marks, listed=listed) else None
        headed = headed or segment.kind == "subhead"
        if introduced and not marks.openers:
            continue  # in a text that is announced as quoted there may be speech
        if not framed and (marks.openers or any(_speech(text, segment, *pair[:2]) for pair in marks.closed)):
            return None
    return None


def _is_cut(text: str, before: Segment, segment: Segment) -> bool:
    """Whether two blocks are one paragraph that the end of a page has cut."""
    return text[before.end - 1] not in _NEW and text[segment.start].islower()


def _closes(text: str, segment: Segment, pairs: Pairs, *, listed: bool) -> bool:
    """Whether the first lone closer of a segment ends a sentence or clause of the quotation that runs into it.

    Where the first paragraph ends with a colon, or is cut (`listed`), any of its words may be the last.
    """
    at = pairs.closers[0]
    if len(pairs.closers) > 1 or any(_speech(text, segment, *pair[:2]) for pair in pairs.closed if pair[0] < at):
        return False
    return listed or ends_paragraph(text, at, segment.end) or text[at - 1] in _ENDS


def _speech(text: str, segment: Segment, start: int, end: int) -> bool:
    """Whether a quotation inside is another speaker's: long, and a sentence of its own or closed before "she said"."""
    if text.count(" ", start, end) + 1 < _SPEECH:
        return False
    before = text[max(start - 4, segment.start) : start].rstrip()[-1:]
    return text[end - 1] == "," or not before or before in _NEW
