"""Support: sentences of an article that rest on none of a source, claims that lost their speaker, a lede that is missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct

from newslint.finding import Span
from newslint.knowledge.cues import CUES
from newslint.patterns import lazy
from newslint.sources.alignment import aligned, keys
from newslint.sources.clauses import clauses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.alignment import Sentence
    from newslint.sources.tokens import Token

_SHORT: Final = 6  # stems of a sentence that say enough to be looked for
_STRANGE: Final = (
    0.2  # share of what a sentence says that the whole of the sources says, below which it is not from them
)
_APART: Final = 0.35  # the same of an article of which most is not from them
_LIKE: Final = 0.55  # likeness of a claim without a speaker to that of one
_WHOLE: Final = 0.5  # share of a sentence that must be in the claim
_OF_THE_CLAIM: Final = 0.7  # share of what two sentences have in common that must be in the words of the speaker
_LITTLE: Final = 0.35  # share of a sentence's weight that an article has in several places if it was split up
_LEDE: Final = 2  # paragraphs of a source that hold what happened
_TOLD: Final = lazy(r"\b(?:according to|in the (?:words|opinion|view) of|by .{3,40} estimate)\b", re.IGNORECASE)
_TELLS: Final = lazy(
    r"(?:told|testif|estimat|accus|alleg|report|claim|believ|conced|hear|found|finding|fear|expect|deem|consider|conclu|suspect)"
)
_REPORTS: Final = frozenset(
    "says said claimed claims alleges accused accuses argued argues warned warns testified wrote writes estimates insisted "
    "insists complained suggested suggests concluded believes believed maintains maintained thinks thought felt feels".split()
)
_SPEECH: Final = lazy(rf"\b(?:according to|{'|'.join(sorted(_REPORTS))})\b", re.IGNORECASE)
_ENOUGH: Final = 3  # stems behind a verb of saying that are a claim


class Unattributed(Struct, frozen=True):
    """A sentence of the article, and the words of a source that give it a speaker."""

    here: Span
    there: Span
    source: int


def unsupported(document: Document) -> tuple[Span, ...]:
    """The sentences of the running text that no source says; use `document.derived(unsupported)`."""
    return tuple(span for span, share in document.derived(supported) if share < _STRANGE)


def strangers(document: Document) -> tuple[int, int]:
    """How many sentences of the running text hardly any source has to do with, of how many; use with `derived`."""
    every = document.derived(supported)
    return sum(share < _APART for _, share in every), len(every)


def supported(document: Document) -> tuple[tuple[Span, float], ...]:
    """The longer sentences of the running text, and how much of each the sources say; 1 for one that rests on some of theirs."""
    alignment = document.derived(aligned)
    known = frozenset[str]().union(*(sentence.stems for sentence in alignment.source))
    found = []
    for sentence, links in zip(alignment.article, alignment.links, strict=True):
        segment = document.segment_at(sentence.start)
        if segment is None or segment.kind not in ("paragraph", "list-item") or len(sentence.stems) < _SHORT:
            continue
        share = alignment.weight(sentence.stems & known) / (alignment.weight(sentence.stems) or 1.0)
        found.append((Span(sentence.start, sentence.end), 1.0 if links else share))
    return tuple(found)


def unattributed(document: Document) -> tuple[Unattributed, ...]:
    """The sentences outside quotations that say as a fact what a source gives as somebody's words; use with `derived`."""
    return tuple(_unattributed(document))


def _unattributed(document: Document) -> Iterator[Unattributed]:
    alignment = document.derived(aligned)
    own, others = document.derived(clauses)
    for number, sentence in enumerate(alignment.article):
        segment = document.segment_at(sentence.start)
        best = next(iter(alignment.links[number]), None)
        if segment is None or segment.kind != "paragraph" or best is None or best.score < _LIKE:
            continue
        other = alignment.source[best.number]
        claim = _claim(document.sources[other.source], other, others[best.number].words)
        if claim is None or _speaks(document, Span(segment.start, sentence.end), claim.words):
            continue
        common = sentence.stems & other.stems
        share = alignment.weight(common & claim.stems)
        whole = max(_OF_THE_CLAIM * alignment.weight(common), _WHOLE * alignment.weight(sentence.stems))
        if share >= whole and own[number].words:
            yield Unattributed(Span(sentence.start, sentence.end), claim.said, other.source)


class Claim(NamedTuple):
    """What a sentence of a source gives as somebody's words: the verb of saying, the stems and the words of what is said."""

    said: Span
    stems: frozenset[str]
    words: frozenset[str]


def _claim(source: Document, sentence: Sentence, words: Sequence[Token]) -> Claim | None:
    """The reported speech of a sentence, behind its verb of saying or, where little is behind it, before it."""
    if not source.quoted.outside(sentence.start, sentence.end):
        return None
    hit = _SPEECH.search(source.prose.text, sentence.start, sentence.end)
    if hit is None:
        return None
    behind = [token for token in words if token.start >= hit.end()]
    named = hit[0].lower() == "according to" and source.prose.text[sentence.start : hit.start()].strip()
    if named or sum(bool(token.stem) for token in behind) < _ENOUGH:
        behind = [token for token in words if token.end <= hit.start()]
    return Claim(Span(*hit.span()), keys(behind), frozenset(token.word for token in behind))


def _speaks(document: Document, span: Span, claim: frozenset[str]) -> bool:
    """Whether a paragraph says so far whose words or findings it gives, by a word that is not of what is said."""
    text = document.prose.text[span.start : span.end].lower()
    words = {hit[0] for hit in re.finditer(r"[^\W\d_]+", text)} - claim
    return _TOLD.search(text) is not None or not words.isdisjoint(CUES) or any(map(_TELLS.match, words))


def missing(document: Document) -> tuple[tuple[int, Span], ...]:
    """The sentences of the sources' first paragraphs on which no sentence of the article rests, and of which it has little.

    Use with `derived`.
    """
    alignment = document.derived(aligned)
    said = frozenset[str]().union(*(sentence.stems for sentence in alignment.article))
    found = []
    for number, source in enumerate(document.sources):
        first = [segment for segment in source.segments if segment.kind == "paragraph"][:_LEDE]
        for at, sentence in enumerate(alignment.source):
            inside = any(s.start <= sentence.start < s.end for s in first)
            if sentence.source != number or not inside or at in alignment.answers or len(sentence.stems) < _SHORT:
                continue
            if alignment.weight(sentence.stems & said) < _LITTLE * alignment.weight(sentence.stems):
                found.append((number, Span(sentence.start, sentence.end)))
    return tuple(found)
