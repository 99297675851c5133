"""unattributed: a quotation of which nothing near it says who spoke."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.attribution import attributions
from newslint.knowledge.cues import CUES, SAYING
from newslint.knowledge.people import people
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.quotation import Quotation

_WORD = lazy(r"[a-z]+")
_PERSON = lazy(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir|I|[Mm]y|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our)\b")
_FEWEST: Final = 6  # words of a quotation
_ENDS = lazy(r"[.!?…,][\"”’'»]*$")
_NAMED_BEFORE = lazy(r"(?:[:—–]|\baccording to\b.*)\s*$")
# What else shows that words are read out, not said: rules, letters, signs, songs, laws, headlines.
_THINGS = """
    headline headlined title titled book film movie song slogan sign signs poster banner banners caption email
    letter memo text texts tweet tweets post posts statement speech slide slides essay column op ed line lines
    joke question questions phrase mantra motto amendment law rule oath verse lyrics answer transcript interview
"""
_SHOWN = frozenset(_THINGS.split())


class Unattributed(Check, frozen=True, kw_only=True):
    """Reports a direct quotation of six words or more of which nothing near it tells the speaker.

    Nearby means its paragraph and the next ones on either side: a verb of saying outside quotation marks, a colon before
    the mark, a signature, a person of whom the words before the quotation tell, or a word for something read out (a sign,
    a song) is enough. Questions are left alone: they are asked of everybody.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"quotation"})
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match over each such quotation."""
        document, text = unit.document, unit.view.text
        for found in document.derived(attributions):
            quotation = found.quotation
            said = text[quotation.start + 1 : quotation.end - 1]
            if found.speaker or found.cued or not quotation.mark or not quotation.closed or not _direct(said, _FEWEST):
                continue
            if not _told_nearby(document, quotation):
                yield Match(Span(quotation.start, quotation.end), values={"quotation": said})


def _direct(said: str, words: int) -> bool:
    """Whether the words are a sentence of their own, not a fragment or a title."""
    capitals = sum(word[:1].isupper() for word in said.split())
    return (
        said[:1].isupper()
        and said.count(" ") + 1 >= words
        and bool(_ENDS.search(said))
        and not said.rstrip("”’\"'").endswith("?")
        and capitals * 2 < said.count(" ") + 1
    )


def _told_nearby(document: Document, quotation: Quotation) -> bool:
    """Whether a cue verb is outside the marks in the paragraph or its neighbours."""
    text = document.prose.text
    index = bisect_right(document.segment_starts, quotation.start) - 1
    own = document.segments[index]
    if own.kind in ("headline", "subhead", "block-quote", "caption") or _NAMED_BEFORE.search(
        text, own.start, quotation.start
    ):
        return True
    for segment in document.segments[max(index - 1, 0) : index + 2]:
        words = set(_WORD.findall(_outside(document, segment.start, segment.end).lower()))
        cues = CUES if segment is own else SAYING  # at a distance only the verbs that do nothing but report
        if not words.isdisjoint(cues) or not words.isdisjoint(_SHOWN) or "according" in words:
            return True
    return _subject_before(document, index, quotation)


def _subject_before(document: Document, index: int, quotation: Quotation) -> bool:
    """Whether what leads up to the quotation, its paragraph or the one before, is about a person: she is the speaker."""
    text, own = document.prose.text, document.segments[index]
    for segment in document.segments[max(index - 1, 0) : index + 1]:
        start, end = segment.start, quotation.start if segment is own else segment.end
        if _PERSON.search(text, start, end) or any(start <= at < end for at in document.derived(_people)):
            return True
    return False


def _people(document: Document) -> frozenset[int]:
    """Where the people are mentioned whom the text once gives a full name, an honorific or a title."""
    known = [p for p in document.derived(people) if any(m.full or m.honorific or m.title for m in p.mentions)]
    return frozenset(mention.start for person in known for mention in person.mentions)


def _outside(document: Document, start: int, end: int) -> str:
    """The text of [start, end) that nobody is quoted with."""
    text, parts, last = document.prose.text, [], start
    for quotation in document.reading.quotations:
        if quotation.depth == 0 and quotation.end > start and quotation.start < end:
            parts.append(text[last : max(quotation.start, last)])
            last = max(last, quotation.end)
    return " ".join([*parts, text[min(last, end) : end]])
