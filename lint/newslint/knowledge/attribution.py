"""Attribution: the speaker of each quotation, if a cue verb beside it or `according to` names one.

The order of trust is that of Pareti et al., "Automatically Detecting and Attributing Indirect Quotations" (EMNLP 2013),
reduced to what the words next to the marks decide: after the closing mark, before the opening one, then the speaker
of the quotation that this one continues.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.cues import CUES, PLAIN
from newslint.knowledge.signatures import NAME_PART, label, signature
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.quotation import Quotation
    from newslint.article.segment import Segment

How = Literal["after", "before", "inherited", "none"]

# Words that begin an adverbial or a clause, never a speaker; words that end a speaker; words that precede a cue.
_NO_SPEAKER: Final = """
    in on at after before when while as since during for with without by from to under over through if although
    though because but and or so yet still however meanwhile asked speaking writing that which where later earlier
"""
_AFTER_SPEAKER: Final = """
    of in at for from on to with by during after before who whom that as when while and but about
"""
_BEFORE_CUE: Final = """
    has had have also later then once would will can could was is were are did does never not just even
"""


_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "we", "i", "who"})
_OPENERS, _BOUNDS, _BETWEEN = (frozenset(words.split()) for words in (_NO_SPEAKER, _AFTER_SPEAKER, _BEFORE_CUE))
_WORD = lazy(r"[^\W\d_][\w'’.-]*")
_PARTICLES: Final = r"(?:(?:de|da|dos|del|der|den|du|la|le|van|von|bin|ibn|al|el|ben)[ \u00a0]+){0,2}"
_NAME = lazy(rf"{NAME_PART}(?:[ \u00a0]+{_PARTICLES}{NAME_PART}){{0,6}}")
_ARTICLES: Final = frozenset({"The", "A", "An", "But", "And", "In"})
_STOP = lazy(r"(?:(?<=[a-z0-9][a-z0-9][a-z0-9])|(?<=[)”’\"]))[.!?][”’\"')\]]*\s+|;\s")
_PHRASE_END = lazy(r"[,:;()—–\n]|[.!?](?=\s|$)(?<![A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)")
_ACTIVE: Final = r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )\b"
_SAYS = lazy(rf"{_ACTIVE}(?:{PLAIN.replace(' ', '|')}|[Aa]ccording to)\b(?! by\b)")
_REACH: Final = 240  # code points before or after the marks in which a cue is looked for
_FAR, _BACK = 28, 14  # most words between a mark and a cue after or before it


class Attribution(Struct, frozen=True):
    """An outermost quotation and the span of its speaker as written ("Gov. Ann Lee", "she", "the ministry"), or None.

    `how` is where the speaker was found; `inherited` is the speaker of the quotation that this one continues. `cued`
    is true if a cue verb is beside the marks, even if no speaker could be identified.
    """

    quotation: Quotation
    speaker: Span | None = None
    how: How = "none"
    cued: bool = False


def attributions(document: Document) -> tuple[Attribution, ...]:
    """The outermost quotations of a document in order, with their speakers. Use `document.derived(attributions)`."""
    return tuple(_Reader(document).read())


def speakers(document: Document) -> Iterator[Span]:
    """The speakers of all verbs of saying outside quotations, of direct and reported speech alike."""
    reader, text = _Reader(document), document.prose.text
    for segment in document.segments:
        if segment.kind in ("paragraph", "list-item"):
            for hit in _SAYS.finditer(text, segment.start, segment.end):
                if document.quoted.outside(*hit.span()):
                    speaker = reader.speaker(segment, *hit.span())
                    if speaker is not None:
                        yield speaker


class _Reader:
    def __init__(self, document: Document) -> None:
        self.text, self.document = document.prose.text, document
        self.quotations = [q for q in document.reading.quotations if q.depth == 0]

    def read(self) -> Iterator[Attribution]:
        """Forward, so that a later part inherits, and then back: the speaker of a running quotation may come last."""
        found = list(self._forward())
        for number in range(len(found) - 2, -1, -1):
            part, later = found[number], found[number + 1]
            if part.speaker is None and part.quotation.continues and later.speaker is not None:
                found[number] = Attribution(part.quotation, later.speaker, "inherited", cued=True)
        yield from found

    def _forward(self) -> Iterator[Attribution]:
        last: Attribution | None = None
        for number, quotation in enumerate(self.quotations):
            found = self._attribute(number, quotation)
            if found.speaker is None and last is not None and self._goes_on(last.quotation, quotation):
                how: How = "none" if last.speaker is None else "inherited"
                found = Attribution(quotation, last.speaker, how, last.cued or found.cued)
            yield found
            last = found

    def speaker(self, segment: Segment, start: int, end: int) -> Span | None:
        """The speaker for the verb of saying at [start, end): its subject or, after a quotation, what follows it."""
        text = self.text
        before = bisect_right(self.quotations, start, key=lambda quotation: quotation.end)
        first = max(segment.start, self.quotations[before - 1].end if before else 0)
        if text[start:end].lower() == "according to" or not text[first:start].strip(" ,–—"):
            return self._following(end, segment.end)
        for hit in _STOP.finditer(text, max(first, start - _REACH), start):
            first = hit.end()
        return self._subject(max(first, start - _REACH), start)

    def _attribute(self, number: int, quotation: Quotation) -> Attribution:
        segment = self.document.segment_at(quotation.start)
        if segment is None:
            return Attribution(quotation)
        end = self.quotations[number + 1].start if number + 1 < len(self.quotations) else segment.end
        after = self._after(quotation, min(end, segment.end, quotation.end + _REACH)) if quotation.closed else None
        if after is not None and after.speaker is not None:
            return after
        signed = self._signed(quotation, segment)
        if signed is not None:
            return signed
        before = self._before(quotation, self.quotations[number - 1].end if number else 0, segment)
        return before or after or Attribution(quotation)

    def _signed(self, quotation: Quotation, segment: Segment) -> Attribution | None:
        """The name after a dash at the quotation's end, or in a paragraph of its own below."""
        speaker = signature(self.text, quotation.end, segment.end) if quotation.closed else None
        if speaker is None and quotation.closed and not self.text[quotation.end : segment.end].strip():
            index = bisect_right(self.document.segment_starts, segment.start)
            if index < len(self.document.segments):
                below = self.document.segments[index]
                speaker = signature(self.text, below.start, below.end)
        return Attribution(quotation, speaker, "after", cued=True) if speaker is not None else None

    def _goes_on(self, last: Quotation, quotation: Quotation) -> bool:
        """Whether a quotation continues the last one: in the same paragraph, or reopened in the next."""
        if last.continues:
            return True
        begins = self.text[quotation.start + 1 : quotation.start + 2].isupper()
        return begins and self.document.segment_at(last.start) == self.document.segment_at(quotation.start)

    def _after(self, quotation: Quotation, end: int) -> Attribution | None:
        text, start = self.text, quotation.end
        inside, outside = text[start - 2 : start - 1], text[start : start + 2].strip()[:1]
        if inside in ".…" and not outside.islower():
            return None
        stop = _STOP.search(text, start, end)
        end = stop.start() if stop else end
        words = [(text[a:b].rstrip(".").lower(), a, b) for a, b in self._words(start, end)[:_FAR]]
        telling = [(word, a, b) for word, a, b in words if word not in _BETWEEN and not word.endswith("ly")]
        if telling and (telling[0][0] in CUES or telling[0][0] == "according"):
            named = telling[0][2] + len(" to") * (telling[0][0] == "according")
            return Attribution(quotation, self._following(named, end), "after", cued=True)
        cue = next((a for word, a, _ in words if word in CUES), None)
        if cue is None or not (inside in ",?!-–—" or outside in (",", "–", "—")):
            return None
        return Attribution(quotation, self._subject(start, cue), "after", cued=True)

    def _before(self, quotation: Quotation, last: int, segment: Segment) -> Attribution | None:
        text, start, stop = self.text, segment.start, quotation.start
        if quotation.start == segment.start:  # "She added:" is in the paragraph before
            start, stop = self._introduction(segment)
        start = max(start, last, stop - _REACH)
        for hit in _STOP.finditer(text, start, stop):
            start = hit.end()
        words = self._words(start, stop)
        for first, end in reversed(words[-_BACK:]):
            word = text[first:end].lower()
            if word == "according":
                return Attribution(quotation, self._following(end + len(" to"), stop), "before", cued=True)
            if word in CUES:
                return Attribution(quotation, self._subject(start, first), "before", cued=True)
        if text[start:stop].rstrip().endswith(":"):
            return Attribution(quotation, label(text, start, stop), "before", cued=True)
        return None

    def _words(self, start: int, end: int) -> list[tuple[int, int]]:
        return [word.span() for word in _WORD.finditer(self.text, start, end)]

    def _introduction(self, segment: Segment) -> tuple[int, int]:
        """The paragraph before, if a colon or comma at its end introduces this one; else nothing."""
        index = bisect_right(self.document.segment_starts, segment.start) - 2
        if index >= 0:
            other = self.document.segments[index]
            if self.text[other.end - 1] in ":,":
                return other.start, other.end
        return segment.start, segment.start

    def _following(self, start: int, end: int) -> Span | None:
        """The speaker after "said" or "according to": a name, a pronoun or a noun phrase."""
        text = self.text
        cut = _PHRASE_END.search(text, start, end)
        end = cut.start() if cut else end
        bound = next((a for a, b in self._words(start, end) if text[a:b] in _BOUNDS), end)
        return self._named(start, bound, first=True)

    def _subject(self, start: int, end: int) -> Span | None:
        """The speaker before a cue verb: the noun phrase next to it, or the one before an apposition."""
        text = self.text
        words = self._words(start, end)
        while words and (text[slice(*words[-1])].lower() in _BETWEEN or text[slice(*words[-1])].endswith("ly")):
            end = words.pop()[0]
        chunks = [(c.start(), c.end()) for c in re.finditer(r"[^,–—()]+", text[start:end]) if c[0].strip()]
        closed = text[start:end].rstrip()[-1:] in tuple(",–—)")
        for a, b in chunks if closed else reversed(chunks):
            opening = _WORD.search(text, start + a, start + b)
            if opening is not None and opening[0].lower() not in _OPENERS:
                return self._named(self._clause(start + a, start + b), start + b, first=closed)
        return None

    def _clause(self, start: int, end: int) -> int:
        """Where the last clause of a chunk begins: after its last conjunction."""
        edges = [hit.end() for hit in re.finditer(r"\s(?:and|but|that|because|while|when|as)\s", self.text[start:end])]
        return next((start + edge for edge in reversed(edges) if self.text[start + edge : end].strip()), start)

    def _named(self, start: int, end: int, *, first: bool) -> Span | None:
        text = self.text
        names = [n for n in _NAME.finditer(text, start, end) if n[0] not in _ARTICLES]
        words = self._words(start, end)
        near = words[:1] if first else words[-1:]
        if near and text[slice(*near[0])].lower() in _PRONOUNS:
            return Span(*near[0])
        if names:
            return Span(*names[0 if first else -1].span())
        if 0 < len(words) <= 8:
            return Span(words[0][0], words[-1][1])
        return None
