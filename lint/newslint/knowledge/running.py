"""Running prose: the paragraphs that tell a story, as against what may be said twice on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.finding import Span
from newslint.knowledge.words import by_segment
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.segment import Segment

_ENDS = lazy(r"[.!…][\"”’')\]]*$")
# Captions, labels of speakers and sections ("Q:", "About Brell Trams:"), notes, numbered items.
_LABELLED = lazy(
    r"(?:Facebook Twitter|Image|Photo|Enlarge|Watch|Video|Note|Update)\b|[QA][.:]\s|(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]*:\s"
    r"|(?:About|Contact)\s(?:[A-Z]|us\b|the\b)|[\[(*•†‡§©]|\(?(?:\d{1,3}|[a-z])[.)]\s|[^\n]{0,500}\bHide Caption\b"
)
# What the law, a licence or a house style wants said again.
_FORMULA = lazy(
    r"\b(?:must not|shall|hereby|herein|hereto|thereof|pursuant|warrant(?:y|ies)|copyrights?|licen[cs]ed?|trademarks?"
    r"|liab(?:le|ility)|disclaimers?|forward[- ]looking|obligations?|rights reserved|privacy policy|terms (?:of|and)"
    r"|investment advice|informational purposes|(?:recommend|solicit)ations?|eligib(?:le|ility)|please|click here"
    r"|for (?:more|further) information|visit|subscribe|register(?:ed)?|lorem ipsum|consectetur)\b"
    r"|https?://|www\.|[©®™￼]",
    re.IGNORECASE,
)
_SET_APART = lazy(
    r"(?:<(?!p>|div>|br ?/?>|/|article|section|main|body|td)[^<>]{1,300}>|[*_]{1,3}|^[ \t]*>[ \t]?|\||=ZOOM=|!!!|\]\(|: )\s*$",
    re.MULTILINE,
)
# The time over an entry of a live page, which tells readers of each entry what they need to know.
_CLOCK = lazy(r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?$", re.IGNORECASE)
_LONG: Final = 400  # code points of a paragraph that is running prose however it opens and ends
_BEFORE: Final = 320  # code points of the file before a paragraph in which its tag or mark is looked for
_QUOTED: Final = 3  # a paragraph of which one part in so many is quoted is somebody's words


class Paragraph(NamedTuple):
    """A paragraph of running prose: its place in the prose, its words, and the number of the heading that it is under."""

    span: Span
    words: tuple[str, ...]
    section: int


def paragraphs(document: Document) -> list[Paragraph]:
    """Those of the document, in order; use with `document.derived`.

    Left out: headlines, items, captions, block quotations; what is mostly quotation; what ends without a full stop, in
    a question or a colon; and what opens with a label or a number.
    """
    return list(_paragraphs(document))


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    section = 0
    for segment, words in zip(document.segments, document.derived(by_segment), strict=True):
        if _opens_section(document, segment):
            section += 1
        elif segment.kind == "paragraph" and _runs(document, segment):
            yield Paragraph(Span(segment.start, segment.end), tuple(words), section)


def _opens_section(document: Document, segment: Segment) -> bool:
    if segment.kind in ("subhead", "headline"):
        return segment.marked or _CLOCK.match(document.prose.text[segment.start : segment.end]) is not None
    return (
        segment.end - segment.start < 16 and _CLOCK.match(document.prose.text[segment.start : segment.end]) is not None
    )


def _runs(document: Document, segment: Segment) -> bool:
    text = document.prose.text
    if segment.end - segment.start > _LONG:
        return document.quoted.length(segment.start, segment.end) * _QUOTED < segment.end - segment.start
    if not _ENDS.search(text, max(segment.start, segment.end - 6), segment.end) or _LABELLED.match(text, segment.start):
        return False
    return document.quoted.length(segment.start, segment.end) * _QUOTED < segment.end - segment.start


def formula(document: Document, span: Span) -> bool:
    """Whether a passage of the prose is one that law or service wants said again."""
    return _FORMULA.search(document.prose.text, span.start, span.end) is not None


def set_apart(document: Document, span: Span) -> bool:
    """Whether markup before a passage of the prose shows it apart from running text: in bold, in a box, with a class."""
    start = document.prose.span(span.start, span.end).start
    return _SET_APART.search(document.text.content[max(0, start - _BEFORE) : start]) is not None
