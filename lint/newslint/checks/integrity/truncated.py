"""truncated: a paragraph that breaks off in the middle of a sentence."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.page import apart, cut_up
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.segment import Segment

# Words that something must follow; not those that may end a sentence whose full stop is lost ("what it is for").
_UNFINISHED: Final = frozenset(
    "a an the and or but nor than because although whose their its our my your among".split(" ")
)
# Verbs before a block quotation ("He writes,"), anywhere in the last words.
_VERBS: Final = """
    said say says wrote write writes writing added adds asked asks asking tell tells told tweeted tweets stated
    states explained explains replied replies continued continues noted notes argued argues concluded concludes
    declared declares insisted observed observes remarked reported reports responded recalled recalls warned warns
    announced posted claimed claims put puts reads read according saying adding noting quoted quoting tweeting
"""
_INTRODUCE: Final = frozenset(_VERBS.split())
_LAST = lazy(r"([^\W\d_]+)\s*([,;–—-]?)$")
_ENDED: Final = frozenset(".!?…\"”’':)")
_OPENS = lazy(r"[\"“‘']?[A-Z]")
_SHORT_LINE: Final = 60  # code points: verse, addresses, tables
_MIN_WORDS: Final = 8
_WRAPPED: Final = 90  # the longest line of a text that is broken by hand
# What an example, a listing or a speech follows.
_LEADS_IN = lazy(
    r"\b(?:for (?:example|instance)|e\.g\.|i\.e\.|namely|that is|as follows|such as|like so|like this|then),$",
    re.IGNORECASE,
)
_ADDRESSES = lazy(
    r"(?:Dear|My dear|Your|His|Her|Mr|Mrs|Ms|Dr|Sir|Madam|Professor|Prof|Minister|Deputy|Chair(?:man|woman|person)?|President"
    r"|Honou?rable|The Honou?rable|Distinguished|Esteemed|Fellow|Members|Friends|Ladies|Colleagues|Excellenc(?:y|ies))\b"
)
# The last words of a letter: "Thanks in anticipation of your help,", "Looking forward to your answer,".
_SIGNS_OFF = lazy(
    r"(?:\A|[.!?…)] |\n)(?:(?:Many|With|So) )?(?:thank(?:s|ing you| you)|(?:(?:with|my|best|kind|kindest|warm|warmest) ){0,3}"
    r"(?:regards|wishes)|yours|sincerely|respectfully|cheers|looking forward|hop(?:e|ing) to|in anticipation|love)\b[^.!?]*,\Z",
    re.IGNORECASE,
)
# "Slide 61: Teams at", an item in other words; the next clause of a resolution.
_CLAUSE = lazy(
    r"(?:[A-Z]\w*|\d{1,3}) ?(?:\w{1,12} ?){0,2}:\s|(?:(?:and|now),? )?(?:whereas|therefore|be it|provided)\b",
    re.IGNORECASE,
)
_CLOSING: Final = 160  # code points of them
_SMALL: Final = frozenset("a an and at de for from in of on or the to von with y".split())


class Truncated(Check, frozen=True, kw_only=True):
    """Reports the last word of a paragraph that ends in a comma, or in a word that needs another, where the next
    paragraph starts a new sentence.

    Right and silent: a cue verb before a block quotation, salutations, verse and lists of short lines, lists whose
    items end alike, a paragraph before code or a figure, one after which a quotation or an item follows, and text from a PDF
    whose lines or pages have become paragraphs.
    """

    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match at the end of each paragraph that breaks off."""
        text = unit.view.text
        if unit.document.derived(cut_up):
            return
        read = [s for s in unit.document.segments if s.kind not in ("caption", "credit", "boilerplate", "byline")]
        for before, (segment, following) in zip([None, *read], pairwise(read), strict=False):
            broken = segment.kind == following.kind == "paragraph" and _breaks_off(text, segment, following)
            if not broken or apart(unit.document, segment, following):
                continue
            if before is None or not _listed(text, before, segment, following):
                yield self._match(text, segment)

    def _match(self, text: str, segment: Segment) -> Match:
        last = _LAST.search(text, segment.start, segment.end)
        start = last.start() if last else segment.end - 1
        return Match(Span(start, segment.end))


def _breaks_off(text: str, segment: Segment, following: Segment) -> bool:
    if following.end - following.start < _SHORT_LINE:
        return False
    last = (
        None
        if text[segment.end - 1] in _ENDED
        else _LAST.search(text, max(segment.start, segment.end - 40), segment.end)
    )
    if last is None or not _OPENS.match(text, following.start):
        return False
    if text.count(" ", segment.start, segment.end) < _MIN_WORDS:
        return False
    if _leads_on(text, segment, following):
        return False
    word, mark = last[1], last[2]
    if word in ("and", "or") and text[last.start() - 2] in ",;":  # the last item but one of a list
        return False
    if mark == ";" and (
        text.count(";", segment.start, segment.end) > 1 or ";" in text[following.start : following.end]
    ):
        return False
    return not _introduces(text, segment, following) if mark in (",", ";") else not mark and word in _UNFINISHED


def _leads_on(text: str, segment: Segment, following: Segment) -> bool:
    """Whether an example or a listing follows, somebody is addressed, or a line was broken by hand."""
    if _LEADS_IN.search(text, max(segment.start, segment.end - 20), segment.end):
        return True
    if text[segment.end - 1] == "," and _is_of_letters(text[segment.start : segment.end]):
        return True
    if text[segment.end - 1] == ";" and _CLAUSE.match(text, following.start, following.end):
        return True
    wrapped = text.count("\n", segment.end, following.start) == 1 and segment.end - segment.start <= _WRAPPED
    return wrapped and following.end - following.start <= _WRAPPED


def _is_of_letters(paragraph: str) -> bool:
    """Whether a paragraph that ends with a comma addresses somebody, by title or only by names, or signs off."""
    if _ADDRESSES.match(paragraph) or _SIGNS_OFF.search(paragraph, max(len(paragraph) - _CLOSING, 0)):
        return True
    return all(word in _SMALL for word in re.findall(r"(?<![\w’'-])[a-z][\w’'-]*", paragraph))


def _introduces(text: str, segment: Segment, following: Segment) -> bool:
    """Whether a quotation follows: a cue verb or "according to" near the end, or a mark at the next start."""
    if text[following.start] in "\"“‘'«[•-*":
        return True
    words = re.findall(r"[a-z]+", text[max(segment.start, segment.end - 120) : segment.end].lower())
    return any(word in _INTRODUCE for word in words[-18:])


def _listed(text: str, before: Segment, segment: Segment, following: Segment) -> bool:
    """Whether the neighbours end alike, or are lines as short as this one."""
    end = text[segment.end - 1]
    alike = end in (text[before.end - 1], text[following.end - 1]) and not end.isalnum()
    return alike or segment.end - segment.start < _SHORT_LINE or text[before.end - 1] == ":"
