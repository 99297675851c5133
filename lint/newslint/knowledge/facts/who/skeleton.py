"""Skeletons: the sentence around a quotation, parsed with a stand-in for the words: who is the subject of its verb of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.cues import CUES
from newslint.patterns import lazy
from newslint.reading import spacy_door
from newslint.reading.parses import readable

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.article.quotation import Quotation

_STAND_IN: Final = '"Yes,"'
_REACH: Final = 300  # code points beside the marks that may belong to the sentence
_ENDS: Final = lazy(r"[.!?][\"”’']?\s+(?=[A-Z“\"‘])|\n")
_GOES_ON: Final = lazy(
    r"\s*[,–—-]?\s*(?:[a-z(–—]|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}(?:,[^,.]{1,80},)? (?P<cue>[a-z]+)\b)"
)
_PREDICATE: Final = lazy(r" (?:is|was|are|were|has|had|became|becomes|sounds?|seems?|sums?|may|might|would|could)\b")
_CLOSED: Final = frozenset(".!?…")
_PUTS: Final = CUES | frozenset("goes went has was read reads came ran".split())
_BEFORE: Final = 3  # tokens: a verb, a mark, the quotation mark
_AFTER: Final = 3  # tokens: a mark, the quotation mark, the next word
_UP: Final = frozenset({"conj", "xcomp", "advcl", "ccomp", "acl"})


class Skeleton(Struct, frozen=True):
    """A sentence without its quotation: [start, quote.start) and [quote.end, end) of the prose, and the parse of both."""

    start: int
    quotation: Quotation
    doc: Any

    def span(self, first: Any, last: Any) -> Span:
        """The place in the prose from one token to another."""
        return Span(self._at(first.idx), self._at(last.idx + len(last.text) - 1) + 1)

    def _at(self, offset: int) -> int:
        before = self.quotation.start - self.start
        return self.start + offset if offset < before else offset - before - len(_STAND_IN) + self.quotation.end


def skeleton(document: Document, quotation: Quotation) -> Skeleton | None:
    """The sentence around a quotation; None if nothing is there."""
    segment, text = document.segment_at(quotation.start), document.prose.text
    if segment is None:
        return None
    first = max(segment.start, quotation.start - _REACH)
    ends = [hit.end() for hit in _ENDS.finditer(text[first : quotation.start + 1])]
    before = text[first + (ends[-1] if ends else 0) : quotation.start]
    after = _after(text, quotation, segment.end)
    if not f"{before}{after}".strip(" .,"):
        return None
    (doc,) = spacy_door.parse(document.settings.pipeline, [readable(f"{before}{_STAND_IN}{after}")])
    return Skeleton(quotation.start - len(before), quotation, doc)


def _after(text: str, quotation: Quotation, end: int) -> str:
    """What follows a quotation in its sentence; nothing if the sentence ends with it."""
    rest = text[quotation.end : min(end, quotation.end + _REACH)]
    if text[quotation.end - 2 : quotation.end - 1] in _CLOSED:
        hit = _GOES_ON.match(rest)
        if hit is None or (hit["cue"] is not None and hit["cue"] not in CUES):
            return ""
    stop = _ENDS.search(rest)
    return rest[: stop.start() + 1] if stop else rest


def said_by(found: Skeleton) -> Any | None:
    """The token that the parse makes the subject of the verb of saying next to the words; None if it shows none."""
    if _PREDICATE.match(found.doc.text.partition(_STAND_IN.replace("“", '"'))[2]):
        return None  # the words are what is talked of, not what is said
    place = next((token.i for token in found.doc if token.text == "Yes"), None)
    if place is None:
        return None
    verbs = sorted((token for token in found.doc if token.lower_ in _PUTS), key=lambda token: abs(token.i - place))
    told = [(verb, holder) for verb in verbs if (holder := _subject(verb)) is not None]
    beside = [(verb, holder) for verb, holder in told if _beside(place, verb, holder)]
    holders = {holder.i: (verb, holder) for verb, holder in beside or told}
    if len(holders) == 1:
        verb, holder = next(iter(holders.values()))
        if holder.i < place < verb.i:
            return None  # "of Ms Kim, “…,” says Lee": who is named before the words hardly speaks behind them
        return None if any(child.dep_ == "neg" for child in verb.children) else holder
    if holders:
        return None  # "Lee says that Kim told her: “…”"
    return _according(found.doc)


def _beside(place: int, verb: Any, holder: Any) -> bool:
    """Whether a verb of saying, or its subject, is right beside the marks around the word at a place."""
    if verb.i < place:
        return bool(place - verb.i <= _BEFORE)
    return bool(min(verb.i, holder.left_edge.i) - place <= _AFTER)


def _according(doc: Any) -> Any | None:
    for token in doc:
        if token.lower_ == "according":
            return next((name for to in token.rights for name in to.rights if name.dep_ == "pobj"), None)
    return None


def _subject(verb: Any) -> Any | None:
    """Who does what a verb says, named beside it or beside the verb that it follows; nobody of a passive."""
    if any(child.dep_ == "auxpass" for child in verb.children):
        return None
    for child in verb.children:
        if child.dep_ == "nsubj" and child.text != "Yes":
            if child.lower_ in ("who", "which", "that"):
                return verb.head if verb.dep_ == "relcl" else None
            return child
    return _subject(verb.head) if verb.dep_ in _UP and verb.head.i != verb.i else None
