"""Correspondence: mails, letters and readers' comments that a page shows, each from its head to its end."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.segment import Segment

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_AGO: Final = r"\d{1,3} (?:second|minute|min|hour|hr|day|week|month|year)s? ago"
_DAY: Final = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})"
)
_CLOCK: Final = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?"
# "Ann Lee says:", "Ann Lee • 2 weeks ago", "Posted by ann on June 5, 2012 at 3:40 pm", "ann wrote on 5 June 2012, 15:40".
_HEAD = lazy(
    rf"[^\n.!?]{{1,60}} (?:says|said|wrote|writes|commented|replied)(?: on {_DAY}[^\n]{{0,30}})?:?$"
    rf"|(?:(?:Posted|Submitted|Written|Comment) )?(?:by|from) [^\n.!?]{{1,60}}(?:{_DAY}[^\n]{{0,12}}{_CLOCK}|{_AGO})[^\n]{{0,20}}$"
    rf"|[^\n.!?]{{1,60}}(?:{_DAY}[^\n]{{0,12}}{_CLOCK}|{_AGO})[^\n]{{0,20}}$",
    re.IGNORECASE,
)
_COMMENTS = lazy(
    r"(?:\d{1,4}|No|Reader|Readers[’']|Your|User|Latest|Top)? ?(?:Comments?|Responses|Replies|Discussion|Feedback)"
    r"(?: ?\(\d{1,4}\)| on [^\n]{1,120}| to [“\"'‘]?[^\n]{1,120})?:?$",
    re.IGNORECASE,
)
_LONGEST_HEAD: Final = 120  # code points
_NEAR: Final = 4  # segments behind the heading within which the first comment begins
_FIELD = lazy(r"(From|To|Cc|Subject|Date|Sent|Reply-To|Newsgroups)\s?:\s*\S", re.IGNORECASE)
_NEXT_FIELD = lazy(r"[\n ](?:From|To|Cc|Subject|Date|Sent|Reply-To)\s?:\s", re.IGNORECASE)
_FIELDS: Final = 2  # header fields of a mail, "From" or "Subject" among them
_OWN: Final = 3  # first segments of a page: header fields there are the page's own
# What says that a letter follows, the greeting of one, and the last words of one.
_ANNOUNCED = lazy(
    r"\b(?:letter|e-?mail|mail|message|note|memo|post|statement|comment|reply|response|text|wrote|writes|written|read|reads"
    r"|sent|following)\b[^.!?\n]{0,120}:$",
    re.IGNORECASE,
)
_GREETING = lazy(r"(?:Dear|Hi|Hello|Hey|Greetings|To whom|Good (?:morning|day|evening))\b[^\n]{0,80}", re.IGNORECASE)
_CLOSING = lazy(
    r"(?:Yours?|Sincerely|(?:Best|Kind|Warm)(?:est)? (?:regards|wishes)|Regards|Best|Cheers|Thanks|Thank you|Love"
    r"|Respectfully|Faithfully|Cordially|Greetings|--+|—)[^\n.!?]{0,40}[,.!]?(?:\n[^\n]{1,60})?$",
    re.IGNORECASE,
)
# "[12:01] <annlee> ...", "Dec 16 08:07:35 <annlee>".
_SPOKEN = lazy(
    rf"(?:[\[(]?(?:{_MONTH} \d{{1,2}} |{_DAY} )?{_CLOCK}[\])]? ?)?<[@+%~& ]?[\w|\[\]\\^{{}}`-]{{1,24}}>(?: |\n|$)"
)
_LINES: Final = 6
_LONGEST: Final = 40  # segments of a letter or mail
_BODY: Final = frozenset({"paragraph", "list-item", "block-quote", "subhead", "dateline", "byline", "dek"})


def comments(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """What follows a heading such as "3 comments" if each entry has a head that names who wrote it, and when."""
    for number, segment in enumerate(segments):
        if not _short(segment) or not _COMMENTS.match(text, segment.start, segment.end):
            continue
        after = segments[number + 1 : number + 1 + _NEAR]
        if any(_is_head(text, other) for other in after):
            yield segments[number + 1].start, segments[-1].end
            return


def _short(segment: Segment) -> bool:
    return segment.end - segment.start <= _LONGEST_HEAD


def _is_head(text: str, segment: Segment) -> bool:
    return _short(segment) and _HEAD.match(text, segment.start, segment.end) is not None


def chats(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """A log of a chat, from the first line that begins with somebody's name to the last; a paragraph may hold many lines."""
    lines = [(hit, number) for number, segment in enumerate(segments) for hit in _spoken(text, segment)]
    if len(lines) < _LINES:
        return
    hit, last = lines[-1]
    if hit.end() == segments[last].end and last + 1 < len(segments):  # what was said has a cell of its own
        last += 1
    yield lines[0][0].start(), segments[last].end


def _spoken(text: str, segment: Segment) -> Iterator[re.Match[str]]:
    """The heads of a segment's lines that begin with the name of who is speaking."""
    start = segment.start
    while start < segment.end:
        if hit := _SPOKEN.match(text, start, segment.end):
            yield hit
        start = (text.find("\n", start, segment.end) + 1) or segment.end


def mails(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Mails with their header, each up to the next heading; a page that begins with such lines is no mail."""
    after = 0
    for number, segment in enumerate(segments):
        if number < max(after, _OWN) or not _FIELD.match(text, segment.start, segment.end):
            continue
        last = number + _fields(text, segments[number : number + _LONGEST]) - 1
        if last < number:
            continue
        body = takewhile(goes_on, segments[last + 1 : last + _LONGEST])
        after = last + 1 + sum(1 for _ in body)
        yield segment.start, segments[after - 1].end


def _fields(text: str, segments: Sequence[Segment]) -> int:
    """How many segments the header of a mail has that begins with the first one; 0 if it is none."""
    names: set[str] = set()
    size = 0
    for segment in segments:
        hit = _FIELD.match(text, segment.start, segment.end)
        if hit is None:
            break
        size += 1
        names.add(hit[1].lower())
        more = _NEXT_FIELD.findall(text, segment.start, segment.end)
        names |= {name.strip(": \n\t").lower() for name in more}
    return size if len(names) >= _FIELDS and names & {"from", "subject"} else 0


def goes_on(segment: Segment) -> bool:
    """Whether a letter or mail may go on in a segment: no heading that markup sets ends it."""
    return segment.kind in _BODY and not (segment.kind == "subhead" and segment.marked)


def letters(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Letters that a line announces, from their greeting to their closing formula, or as far as a heading."""
    for number in range(1, len(segments)):
        before, first = segments[number - 1], segments[number]
        if not _GREETING.match(text, first.start, first.end) or not _ANNOUNCED.search(text, before.start, before.end):
            continue
        last = number
        for at in range(number, len(segments))[:_LONGEST]:
            if not goes_on(segments[at]):
                break
            last = at
            if _short(segments[at]) and _CLOSING.match(text, segments[at].start, segments[at].end):
                break
        yield first.start, segments[last].end
