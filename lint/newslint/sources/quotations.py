"""Quotations: those of an article, each with the words of its sources that it repeats, or the nearest to them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.article.quotation import Quotation
from newslint.finding import Span
from newslint.sources.alignment import aligned
from newslint.sources.difference import Change
from newslint.sources.spoken import Place, held, nearest, passages, runs
from newslint.sources.tokens import Token
from newslint.sources.wording import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.sources.wording import Wording

_BOUND: Final = 300  # quotations that are looked for: more make it no article
_FEWEST: Final = 2  # words: one alone is a term, or a doubt
_SHORT: Final = 4  # words: so few are a term or a title, unless the sentences around them say one thing
_SHARE: Final = 0.5  # of the quotation's words that the nearest words must have
_LIKE: Final = 0.4  # likeness of two sentences whose quotations are held to be the same one
_REWORDED: Final = 0.3  # share of words that such quotations must have in common


class Quoted(Struct, frozen=True):
    """A quotation of the article, the span of its words, and what a source has instead.

    `exact` is the place that has it word for word. Otherwise `near` is the place that comes nearest, if any does, and `changed`
    how its words (the second run) are related to those of the quotation (the first). `gaps` says that it leaves words out.
    """

    quotation: Quotation
    span: Span
    words: tuple[Token, ...]
    gaps: bool
    exact: Place | None = None
    near: Place | None = None
    changed: tuple[Change, ...] = ()


def quoted(document: Document) -> tuple[Quoted, ...]:
    """The outermost quotations of two words or more, titles left out; use `document.derived(quoted)`."""
    return tuple(_quoted(document))


def _quoted(document: Document) -> Iterator[Quoted]:
    outermost = (quotation for quotation in document.reading.quotations if quotation.depth == 0 and quotation.mark)
    for quotation in islice(outermost, _BOUND):
        stretches = tuple(runs(document, quotation))
        words = tuple(token for run in stretches for token in run)
        if len(words) < _FEWEST or _title(words):
            continue
        span, gaps = Span(words[0].start, words[-1].end), len(stretches) > 1
        exact = held(document, stretches)
        best = None if exact is not None else _best(document, span, stretches)
        if best is not None and best.verdict == "same":
            exact = best.place
        if exact is not None or best is None or best.verdict == "longer":
            yield Quoted(quotation, span, words, gaps, exact)
        else:
            yield Quoted(quotation, span, words, gaps, None, best.place, best.changes)


def _title(words: Sequence[Token]) -> bool:
    """Whether all words that say something have capitals: the title of a song, which nobody said."""
    long = [token for token in words if len(token.word) > 3]
    return len(long) > 1 and all(token.capital for token in long)


def _best(document: Document, span: Span, stretches: Sequence[Sequence[Token]]) -> Wording | None:
    """The nearest words of a source, if they have enough in common with those of a quotation."""
    words = [token for run in stretches for token in run]
    if len(words) >= _SHORT:
        near = nearest(document, words)
        found = compared(document, stretches, near, _SHARE) if near is not None else None
        if found is not None:
            return found
    return _by_sentence(document, span, stretches)


def _by_sentence(document: Document, span: Span, stretches: Sequence[Sequence[Token]]) -> Wording | None:
    """The quotation of the sentence that this one's rests on: a translation of a translation has few words left."""
    alignment = document.derived(aligned)
    number, count = alignment.at(span.start), sum(map(len, stretches))
    for link in alignment.links[number] if number >= 0 else ():
        sentence = alignment.source[link.number]
        if link.score < _LIKE:
            continue
        for place in _speech_in(document, sentence.source, sentence.start, sentence.end):
            if count < _SHORT and abs(place.last - place.first - count) > 1:
                continue
            found = compared(document, stretches, place, _REWORDED)
            if found is not None:
                return found
    return None


def _speech_in(document: Document, source: int, start: int, end: int) -> Iterator[Place]:
    """The quoted words of a sentence of a source."""
    for passage in document.derived(passages):
        if passage.speech and passage.source == source:
            inside = [n for n, token in enumerate(passage.tokens) if start <= token.start < end]
            if len(inside) >= _FEWEST:
                yield Place(passage, inside[0], inside[-1] + 1)


def shown(document: Document, one: Quoted) -> str:
    """How a quotation differs from its source, as `wdiff` writes it: "the [-hardest-] {+easiest+} vote"."""
    assert one.near is not None
    source = document.sources[one.near.passage.source].prose.text
    there, here = one.near.words, one.words
    parts: list[str] = []
    for at, change in enumerate(one.changed):
        if change.equal:
            parts.append(_context(document.prose.text, here[change.first : change.last], at, len(one.changed)))
            continue
        parts += [f"[-{_text(source, there[change.start : change.end])}-]"] if change.start < change.end else []
        parts += (
            [f"{{+{_text(document.prose.text, here[change.first : change.last])}+}}"]
            if change.first < change.last
            else []
        )
    return " ".join(filter(None, parts))


def _context(text: str, words: Sequence[Token], at: int, count: int) -> str:
    """Equal words: only those next to what differs."""
    first = "" if at == 0 else _text(text, words[:2])
    last = "" if at == count - 1 else _text(text, words[-2:])
    if at and at < count - 1 and len(words) <= 4:
        return _text(text, words)
    return " … ".join(filter(None, (first, last))) if at and at < count - 1 else first or last


def _text(text: str, words: Sequence[Token]) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def suggestion(document: Document, one: Quoted) -> tuple[str, ...]:
    """The source's words for a quotation that has most of them, where nothing else lies between them."""
    if one.near is None or one.gaps:
        return ()
    passage = one.near.passage
    span = one.near.span
    text = document.sources[passage.source].prose.text[span.start : span.end]
    plain = document.sources[passage.source].quoted
    whole = plain.inside(span.start, span.end) or plain.outside(span.start, span.end)
    common = sum(c.last - c.first for c in one.changed if c.equal)
    if not whole or "\n" in text or common < 0.6 * len(one.words) or any(mark in text for mark in '“”"…[]'):
        return ()
    begins = document.prose.text[one.span.start]
    return (text[0].upper() + text[1:] if begins.isupper() else text,)
