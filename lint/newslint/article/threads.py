"""Threads: mails that a page shows one after another, each under lines that say who sent it, and when."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from newslint.article.correspondence import goes_on
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.segment import Segment

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY: Final = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
_CLOCK: Final = r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?"
# When a mail was sent, as its header has it: "Thu, 05 Oct 2006 11:25:39 -0700".
_DAY: Final = rf"{_WEEKDAY},? \d{{1,2}} {_MONTH},? \d{{4}}"
_SENT: Final = rf"{_DAY},? {_CLOCK}(?: ?(?:[+-]\d{{4}}|\(?[A-Z]{{2,4}}\)?)){{0,2}}"
_ADDRESS: Final = r"[\[<(](?:mailto:)?[\w.+-]{1,64}(?: ?@ ?| at )[\w.-]{1,80}[\])>]"
# Who sent it, perhaps with the date: "Ann Lee [ann at brell.example]", "From Ann Lee on Tue, 04 Jul 2000".
_SENDER = lazy(
    rf"[^\n\[\]<>()]{{0,60}}{_ADDRESS}(?P<sent>\s{{0,3}}[,–-]?\s{{0,3}}{_SENT})?\s*$"
    rf"|From [^\n.!?]{{1,60}} on {_DAY}(?P<day>)$"
)
_STAMP = lazy(rf"{_SENT}\s*$")
# A header in one block that begins with the date: "Wed, 05 Apr 2000 10:53:22 PDT", "From: Ann Lee <…>", "Subject: LILO".
_HEADER = lazy(rf"{_SENT}\s*\n(?:[^\n]*\n){{0,2}}?(?:From|Subject)\s?:\s*\S")
_LONGEST_HEAD: Final = 300  # code points
_OWN: Final = 3  # first segments of a page: a sender and a date there are the page's own
_LONGEST: Final = 40  # segments of one mail


def threads(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The mails, each from its sender to the next heading or the next mail; [start, end) of the text."""
    for number in range(_OWN, len(segments)):
        size = _head(text, segments, number)
        if size:
            body = takewhile(goes_on, segments[number + size : number + _LONGEST])
            yield segments[number].start, segments[number + size - 1 + sum(1 for _ in body)].end


def _head(text: str, segments: Sequence[Segment], number: int) -> int:
    """How many segments from a number on say who sent a mail, and when; 0 if they are no head."""
    first = segments[number]
    if first.end - first.start > _LONGEST_HEAD:
        return 0
    sender = _SENDER.match(text, first.start, first.end)
    if sender is None:
        return int(_HEADER.match(text, first.start, first.end) is not None)
    if sender["sent"] or sender["day"] is not None:
        return 1
    after = segments[number + 1 : number + 2]
    return 2 if after and _STAMP.match(text, after[0].start, after[0].end) else 0
