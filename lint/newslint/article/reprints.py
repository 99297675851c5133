"""Reprints: words of others that an article shows as they were written: excerpts, posts, chats, comments, mails, letters.

They are kept apart from quotations, which an article's author writes down: nobody corrects a slip in a letter that is
shown, while a slip in a spoken quotation is the writer's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.article.correspondence import chats, comments, letters, mails
from newslint.article.entries import blogs, signed_comments
from newslint.article.marks import DOUBLE
from newslint.article.posts import posts
from newslint.article.running import is_ornament
from newslint.article.stretches import apart
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.quotation import Quotation
    from newslint.article.segment import Segment
    from newslint.article.stretches import Stretches

_FRAMED: Final = 60  # paragraphs between two marks that are alone in theirs
_DIGEST: Final = 3  # headings over quoted paragraphs that make a page a digest
_LONGEST_ENTRY: Final = 25  # paragraphs of one entry
_LONGEST_HEADING: Final = 160  # code points
# The end of an excerpt whose rest was left out.
_CUT = lazy(r"(?:\((?:\.\.\.|…)\)|\[(?:\.\.\.|…)\])[\"”’]?$")
_REST: Final = 8  # code points of it
_BODY: Final = frozenset({"paragraph", "list-item", "block-quote", "subhead"})
_OPENING: Final = '“„«‘"″'
_STOP = lazy(r"[.!?…:;,]$")
# What is typed by the person who is quoted, not heard by a reporter: before a quotation, or after it.
_TYPED: Final = (
    r"(?:re-?)?tweet(?:ed|s|ing)?|blogged|texted|posted|(?:wrote|writes|writing|said|says|saying|added|commented)"
    r"(?: (?:on|in) (?:\w+[’'\w]* ){0,4}(?:Twitter|Facebook|Instagram|LinkedIn|Reddit|Weibo|Telegram|WhatsApp|X|blog|forum"
    r"|e-?mail|mail|letter|post|tweet|message|memo|note|diary|petition|thread|list|channel|caption))"
)
_BEFORE = lazy(rf"\b(?:{_TYPED})\b[^.!?“”\"]{{0,40}}[:,] ?$", re.IGNORECASE)
_AFTER = lazy(rf"[,.]?[”\"’'] ?(?:[^.!?“”\"]{{0,40}} )?(?:{_TYPED})\b", re.IGNORECASE)
_NEAR: Final = 90


def reprints(
    text: str, segments: Sequence[Segment], quotations: Sequence[Quotation], titles: Stretches
) -> list[tuple[int, int]]:
    """[start, end) of the words of others that are shown as written, in order; without block quotes and `titles`."""
    return apart(
        [
            *_framed(text, segments),
            *_digested(text, segments),
            *_cut_short(text, segments),
            *_typed(text, quotations),
            *posts(text, segments),
            *comments(text, segments),
            *chats(text, segments),
            *mails(text, segments),
            *letters(text, segments),
            *blogs(text, segments, titles),
            *signed_comments(text, segments),
        ]
    )


def _framed(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """What is between two marks each of which is alone in its paragraph."""
    first: int | None = None
    for number, segment in enumerate(segments):
        if not is_ornament(text, segment):
            continue
        mark = text[segment.start]
        if first is not None and number - first <= _FRAMED:
            yield segments[first].start, segment.start if mark in "“„«" else segment.end
        opens = mark in "“„«" or (mark not in "”»" and first is None)
        first = number if opens else None


def _digested(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The quoted paragraphs under the headings of a digest, up to the one that ends with a mark."""
    entries = [
        number
        for number in range(1, len(segments))
        if _is_quoted(text, segments[number]) and _is_heading(text, segments[number - 1])
    ]
    if len(entries) < _DIGEST:
        return
    for number in entries:
        last = next(_ends(text, segments, number), number)
        yield segments[number].start, segments[last].end


def _cut_short(text: str, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """The paragraphs of a digest between a title and the end of an excerpt that is cut: "(...)"."""
    lasts = [
        number
        for number, segment in enumerate(segments)
        if _CUT.search(text, max(segment.end - _REST, segment.start), segment.end)
    ]
    if len(lasts) < _DIGEST:
        return
    before = 0
    for last in lasts:
        for first in range(last, max(before, last - _LONGEST_ENTRY), -1):
            if _is_heading(text, segments[first - 1]):
                yield segments[first].start, segments[last].end
                break
        before = last + 1


def _is_quoted(text: str, segment: Segment) -> bool:
    """Whether a paragraph is quoted from its first word to its last, or goes on to be in the next one."""
    if segment.kind != "paragraph" or text[segment.start] not in _OPENING:
        return False
    return text[segment.end - 1] in DOUBLE or not any(mark in DOUBLE for mark in text[segment.start + 1 : segment.end])


def _is_heading(text: str, segment: Segment) -> bool:
    """Whether a block names what follows: a heading, or a short line that is no sentence."""
    if segment.kind in ("subhead", "headline"):
        return True
    short = segment.end - segment.start <= _LONGEST_HEADING and "\n" not in text[segment.start : segment.end]
    return segment.kind in _BODY and short and _STOP.search(text, segment.start, segment.end) is None


def _ends(text: str, segments: Sequence[Segment], first: int) -> Iterator[int]:
    """The paragraphs of an entry that end with a mark, in order; none lies behind the next heading."""
    for number in range(first, len(segments))[:_LONGEST_ENTRY]:
        if segments[number].kind == "subhead":
            return
        if text[segments[number].end - 1] in DOUBLE:
            yield number


def _typed(text: str, quotations: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """The quotations that the text says were written: "tweeted: …", "… , she wrote on her blog"."""
    for quotation in quotations:
        if quotation.depth or not quotation.mark:
            continue
        before = text[max(quotation.start - _NEAR, 0) : quotation.start]
        after = text[quotation.end - 2 : quotation.end + _NEAR]
        if _BEFORE.search(before) or _AFTER.match(after.partition("\n")[0]):
            yield quotation.start, quotation.end
