"""Comparing: which claims of an index an article's sentences repeat, and to which pages of such claims it links."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from newslint.claims.addresses import canonical
from newslint.claims.conflicts import conflict
from newslint.claims.index import Index
from newslint.claims.likeness import likeness
from newslint.claims.records import Record
from newslint.claims.reporting import reports
from newslint.claims.stems import Wording, wording
from newslint.finding import Span
from newslint.knowledge.published import article_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.claims.index import Entry

_LONGEST = 1_000  # code points: what is longer is no sentence


class Rated(Struct, frozen=True):
    """A review that concerns a place of an article: of the prose, or of the links. `reported`: the article reports it itself."""

    span: Span
    record: Record
    reported: bool
    likeness: float = 0.0


def resembling(document: Document) -> tuple[Rated, ...]:
    """The sentences of an article, or each two, that make a claim that was rated, with the likest; use with `derived`.

    None where the settings name no index; Unavailable if there is none where they say.
    """
    if (index := _of(document)) is None:
        return ()
    text = document.prose.text
    places = [*_sentences(document), *_pairs(document)]
    worded = [wording(text[span.start : span.end]) for span in places]
    found: list[Rated] = []
    for span, said, numbers in zip(places, worded, index.candidates(worded), strict=True):
        best = max((_judged(document, span, said, entry) for entry in index.entries(numbers)), default=None, key=_order)
        if best is not None and best.likeness > 0 and not any(span.overlaps(other.span) for other in found):
            found.append(best)
    return tuple(sorted(found, key=lambda rated: rated.span))


def _sentences(document: Document) -> Iterator[Span]:
    return (span for span in document.sentences if span.end - span.start <= _LONGEST)


def _pairs(document: Document) -> Iterator[Span]:
    """Each two sentences that follow each other in a paragraph: a claim may need both."""
    for one, other in pairwise(document.sentences):
        if other.end - one.start <= _LONGEST and document.segment_at(one.start) is document.segment_at(other.start):
            yield Span(one.start, other.end)


def linking(document: Document) -> tuple[Rated, ...]:
    """The links of an article to pages that reviews name as a claim's appearance; use with `derived`. Index as above."""
    if (index := _of(document)) is None:
        return ()
    found, start = [], 0
    lines = document.view("links").text.split("\n")
    known = index.appearing({page for line in lines if (page := canonical(line))})
    for line in lines:
        span = Span(start, start + len(line))
        start = span.end + 1
        if entries := known.get(canonical(line)):
            record = entries[-1].record  # of several reviews the one that was added last
            found.append(Rated(span, record, reports(document, record, _in_prose(document, span))))
    return tuple(found)


def _in_prose(document: Document, link: Span) -> Span:
    """Where the prose is that a link is in, or beside."""
    start = document.prose.locate(document.view("links").span(link.start, link.end).start)
    return Span(start, start)


def _judged(document: Document, span: Span, said: Wording, entry: Entry) -> Rated:
    record = entry.record
    like = likeness(said, entry.wording, wording(record.title))
    sentence = document.prose.text[span.start : span.end]
    trusted = document.derived(article_date)
    if like > 0 and conflict(sentence, record, document.prose.text, trusted.day if trusted else None):
        like = 0.0
    return Rated(span, record, like > 0 and reports(document, record, span), like)


def _order(rated: Rated) -> tuple[float, str, str]:
    """The likest first, then the newest review."""
    return rated.likeness, rated.record.date, rated.record.url


def _of(document: Document) -> Index | None:
    """The index that the document's settings name; Unavailable if it cannot be used."""
    if not document.settings.claims:
        return None
    path = Path(document.settings.claims)
    try:
        return _opened(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        return Index(path)


@cache
def _opened(path: Path, _written: int) -> Index:
    """The index at a path; one that has been written since is opened anew."""
    return Index(path)
