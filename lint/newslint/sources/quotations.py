"""Quotations: those of an article, each with the words of its sources that it repeats, or the nearest to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.article.quotation import Quotation
from newslint.finding import Span
from newslint.sources.alignment import aligned
from newslint.sources.difference import Change, changes
from newslint.sources.spoken import Place, held, nearest, passages, runs, said
from newslint.sources.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document

_FEWEST: Final = 2  # words: one alone is a term, or a doubt
_SHARE: Final = 0.5  # of the quotation's words that the nearest words must have
_MOST_OF: Final = 0.7  # share with which it is enough to have no more than the small words in common
_LIKE: Final = 0.4  # likeness of two sentences whose quotations are held to be the same one
_REWORDED: Final = 0.3  # share of words that such quotations must have in common
_MARGIN: Final = 2  # words on either side of the nearest ones that may belong to them, and a third of their number


class Quoted(Struct, frozen=True):
    """A quotation of the article, the span of its words, and what a source has instead.

    `exact` is the place that has it word for word. Otherwise `near` is the place that comes nearest, if any does, and `changed`
    how its words (the second run) differ from those of the quotation (the first). `gaps` says that it leaves words out.
    """

    quotation: Quotation
    span: Span
    words: tuple[Token, ...]
    gaps: bool
    exact: Place | None = None
    near: Place | None = None
    changed: tuple[Change, ...] = ()


def quoted(document: Document) -> tuple[Quoted, ...]:
    """The outermost quotations of two words or more; use `document.derived(quoted)`."""
    return tuple(_quoted(document))


def _quoted(document: Document) -> Iterator[Quoted]:
    for quotation in document.reading.quotations:
        stretches = tuple(runs(document, quotation)) if quotation.depth == 0 and quotation.mark else ()
        words = tuple(token for run in stretches for token in run)
        if len(words) < _FEWEST:
            continue
        span, gaps = Span(words[0].start, words[-1].end), len(stretches) > 1
        exact = held(document, stretches)
        if exact is not None:
            yield Quoted(quotation, span, words, gaps, exact)
            continue
        near = nearest(document, words)
        found = _compared(words, near) if near is not None else None
        yield Quoted(quotation, span, words, gaps, None, *(found or _by_sentence(document, span, words) or (None, ())))


def _compared(words: Sequence[Token], near: Place, share: float = _SHARE) -> tuple[Place, tuple[Change, ...]] | None:
    """The nearest words, cut where the quotation begins and ends, and how they differ; None if they have too little in common."""
    margin = _MARGIN + len(words) // 3
    first = max(near.first - margin, 0)
    last = min(near.last + margin, len(near.passage.tokens))
    wide = Place(near.passage, first, last)
    found = changes([said(t.word) for t in words], [said(t.word) for t in wide.words])
    if found and not found[0].equal:
        cut = _before(found[0])
        first += cut
        found = [_moved(change, cut) for change in found]
    if found and not found[-1].equal:
        end = found[-1]
        keep = min(end.end - end.start, end.last - end.first)
        last -= end.end - end.start - keep
        found[-1] = end._replace(end=end.start + keep)
    same = [change for change in found if change.equal]
    common = sum(change.last - change.first for change in same)
    meaning = any(words[n].stem for change in same for n in range(change.first, change.last))
    if first >= last or common < share * len(words) or not (meaning or common >= _MOST_OF * len(words)):
        return None
    return Place(near.passage, first, last), tuple(
        change for change in found if change.first < change.last or change.start < change.end
    )


def _before(change: Change) -> int:
    """How many words of the source before the first common one are not of the quotation."""
    return max(change.end - change.start - (change.last - change.first), 0)


def _moved(change: Change, cut: int) -> Change:
    return change._replace(start=max(change.start - cut, 0), end=max(change.end - cut, 0))


def _by_sentence(document: Document, span: Span, words: Sequence[Token]) -> tuple[Place, tuple[Change, ...]] | None:
    """The quotation of the sentence that this one's rests on: a translation of a translation has few words left."""
    alignment = document.derived(aligned)
    number = alignment.at(span.start)
    if number < 0:
        return None
    for link in alignment.links[number]:
        sentence = alignment.source[link.number]
        if link.score < _LIKE:
            continue
        for place in _speech_in(document, sentence.source, sentence.start, sentence.end):
            found = _compared(words, place, _REWORDED)
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
