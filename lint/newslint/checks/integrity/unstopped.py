"""unstopped: a paragraph whose last sentence lacks its full stop, among paragraphs that have theirs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.page import apart, cut_up
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.segment import Segment

_STOPPED: Final = lazy(r"[.?!…][”’\"'»)\]]*\Z")
_DAY: Final = (
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    "|November|December"
)
# A last word in lower case, a figure, a day or a month: no name of a speaker or of a photographer.
_LAST: Final = lazy(rf"(?:(?<=[ \-—“‘(])[a-z][a-z’'-]*[a-z]|(?<= )(?:\$?\d[\d,.]*\d%?|{_DAY}))\Z")
_INNER: Final = lazy(r"[a-z]{3}[.?!][”\"]? [“\"]?[A-Z]")
_CUE: Final = lazy(r"[,?!][”\"] (?:[A-Z]?[\w’.-]+ ){0,4}(?:said|says|told|added|wrote|tweeted)\b")
_QUOTED: Final = lazy(r"[“\"‘'][^“”\"]*[”\"’']?")
# Captions, promotions, labels, tables, and what a page offers.
_OTHER: Final = lazy(
    r"\b[\w’]+ ?:(?=\S)|\A(?![QA]: ).{0,40}?[A-Za-z]:|\A[\d*•·–—-]|\A[a-z]|[|@]|https?:|\bPhoto|\b[A-Z]{3,} [A-Z]{3,} [A-Z]{3,}"
    r"|\((?:left|right|above|below|top|bottom|centre|center|pictured|from left)\b"
    r"|\b(?:inbox|newsletter|recaptcha|[Cc]lick|[Mm]ore photos|[Rr]ead more|[Ss]ign up|[Ss]ubscribe)\b"
    r"|\b(?:19|20)\d\d\Z|\d%? \$?\d[\d,.]*%?\Z"
)
_PICTURE: Final = lazy(r"[ \t]*\n?[ \t]*(?:<img\b|!\[)")
_FIRST: Final = 3  # paragraphs at the start, among which are standfirsts
_FEWEST: Final = 5  # paragraphs with a full stop, and
_SHARE: Final = 0.8  # their share
_LONG: Final = 25  # words of one sentence that is no heading, and
_MIDDLING: Final = 20  # of two sentences
_GOES_ON: Final = frozenset("a an and as at by for from in into of on or that the their this to which with".split())
_LONGEST: Final = 150  # words; more is a box whose lines have run together
_ITEMS: Final = 3  # lines of a list that nothing marks
_RUN: Final = 4  # words in a row that make a passage, and
_REPEATED: Final = 0.25  # share of a pull quote's passages that the article has elsewhere


class Unstopped(Check, frozen=True, kw_only=True):
    """Reports the last word of a paragraph of prose that ends without a mark, between two that end with one.

    Left alone are headings, standfirsts, captions, lists, pull quotes, and paragraphs that are nothing but a quotation.
    """

    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each such paragraph; the suggestion adds the full stop."""
        text = unit.view.text
        read = [s for s in unit.document.segments if s.kind not in ("caption", "credit", "boilerplate", "byline")]
        paragraphs = [s for s in read if s.kind == "paragraph"]
        stopped = sum(_stopped(text, s) for s in paragraphs)
        if (
            unit.document.derived(cut_up)
            or stopped < _FEWEST
            or stopped < _SHARE * len(paragraphs)
            or stopped == len(paragraphs)
        ):
            return
        for before, segment, after in islice(zip(read, read[1:], read[2:], strict=False), _FIRST - 1, None):
            last = _LAST.search(text, segment.start, segment.end)
            if (
                last is None
                or last[0].lower() in _GOES_ON
                or not _between(text, before, segment, after)
                or apart(unit.document, segment, after)
            ):
                continue
            if _ends_in_picture(unit.document, segment):
                continue
            if _is_prose(text[segment.start : segment.end]) and not _pulled(unit.document, segment):
                yield Match(Span(last.start(), last.end()), (f"{last[0]}.",))


def _stopped(text: str, segment: Segment) -> bool:
    return _STOPPED.search(text, max(segment.end - 4, segment.start), segment.end) is not None


def _between(text: str, before: Segment, segment: Segment, after: Segment) -> bool:
    """Whether all three are paragraphs, and the outer two end with a mark."""
    alike = before.kind == segment.kind == after.kind == "paragraph"
    if not alike or text[after.start].islower():
        return False
    return _stopped(text, before) and _stopped(text, after) and not _stopped(text, segment)


def _is_prose(paragraph: str) -> bool:
    """Whether a paragraph is long enough to be no heading, and no quotation or label by its form."""
    words = paragraph.count(" ") + 1
    least = _LONG
    if _INNER.search(paragraph):
        least = _MIDDLING
    if _CUE.search(paragraph):
        least = 0
    if _is_list(paragraph):
        return False
    return least <= words <= _LONGEST and not _OTHER.search(paragraph) and not _QUOTED.fullmatch(paragraph)


def _ends_in_picture(document: Document, segment: Segment) -> bool:
    """Whether a picture, such as a drawn smile, is the last thing in a paragraph."""
    end = document.prose.span(segment.start, segment.end).end
    return _PICTURE.match(document.text.content, end) is not None


def _is_list(paragraph: str) -> bool:
    """Whether each line is an item: all begin with a capital, and only some end with a mark, if any."""
    lines = paragraph.split("\n")
    return len(lines) >= _ITEMS and all(line[:1].isupper() and not _STOPPED.search(line) for line in lines[1:])


def _pulled(document: Document, segment: Segment) -> bool:
    """Whether the article has much of a paragraph elsewhere: it is a pull quote."""
    passages = document.derived(_passages)
    own = _runs(document.prose.text[segment.start : segment.end])
    return sum(passages[run] > 1 for run in own) > _REPEATED * len(own)


def _passages(document: Document) -> Counter[tuple[str, ...]]:
    return Counter(run for s in document.segments for run in _runs(document.prose.text[s.start : s.end]))


def _runs(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return list(zip(*(words[n:] for n in range(_RUN)), strict=False))
