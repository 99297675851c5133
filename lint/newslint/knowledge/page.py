"""What is round an article's text: whether a file is a whole page, and where in it the article is."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.document import Document
    from newslint.article.segment import Segment

_PAGE = lazy(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_TAG = lazy(r"\{%-? ?(?:for|if|include|assign|comment|raw)\b|\{\{[<%] ?[\w/]")  # of the engine that makes the site
_SOURCE = lazy(r"\]\((?![a-z]+:)[^()\s]*\.mdx?(?:#[^()\s]*)?\)")  # a link to a page's own source
_HEAD: Final = 4_000  # code points of a file in which a page says that it is one
# What may stand between two paragraphs that follow each other.
_MARKUP = lazy(r"</?[A-Za-z][^<>]*>|[^\w<]+|<")
_CUTS: Final = 2  # paragraphs of one file that go on after an empty line
_NEAR: Final = 3  # segments between a line and the prose that it interrupts
_WORDS: Final = 8  # of a paragraph of prose
_STOPS: Final = (".", "!", "?", "…", '"', "”", "’", ")", ":")


def is_page(document: Document) -> bool:
    """Whether the file is a whole HTML page, frame and all; use with `document.derived`."""
    return _PAGE.search(document.text.content, 0, _HEAD) is not None


def keeps_house(document: Document) -> bool:
    """Whether the file is the source of a page on its own site, whose author speaks to that site's readers."""
    content = document.text.content
    named = bool(document.layout.fields) or _TAG.search(content) is not None or _SOURCE.search(content) is not None
    return named and not document.derived(is_page)


def follows_prose(document: Document, number: int) -> bool:
    """Whether a segment comes soon after the article's prose, or its head; in plain text all may be the article."""
    before = document.segments[max(0, number - _NEAR) : number]
    if any(
        _prose(document, segment) or segment.kind in ("headline", "dek", "byline", "dateline") for segment in before
    ):
        return True
    return not document.derived(is_page) and not document.layout.fields


def framed(document: Document, number: int) -> bool:
    """Whether a segment is outside the article: before a list of the article's own, or with no prose after it in a page."""
    after = document.segments[number + 1 : number + 1 + _NEAR]
    if after and after[0].kind == "list-item" and after[0].marked:
        return True
    return document.derived(is_page) and not any(_prose(document, segment) for segment in after[:1])


def cut_up(document: Document) -> bool:
    """Whether empty lines part what belongs together, as in text from a PDF: paragraphs end in a sentence that the next ones
    go on with; use with `document.derived`.
    """
    text, paragraphs = document.prose.text, [s for s in document.segments if s.kind in ("headline", "dek", "paragraph")]
    cuts = (text[one.end - 1].isalpha() and text[other.start].islower() for one, other in pairwise(paragraphs))
    return sum(cuts) >= _CUTS


def apart(document: Document, segment: Segment, following: Segment) -> bool:
    """Whether the file has something between two paragraphs that is no prose: a listing, a figure."""
    before = document.prose.span(segment.start, segment.end).end
    after = document.prose.span(following.start, following.end).start
    return bool(_MARKUP.sub("", document.text.content[before:after]))


def _prose(document: Document, segment: Segment) -> bool:
    text = document.prose.text
    if segment.kind not in ("paragraph", "block-quote") or not text.endswith(_STOPS, segment.start, segment.end):
        return False
    return text.count(" ", segment.start, segment.end) >= _WORDS
