"""metadata: what an article's metadata should say of where it comes from, and does not."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.article.layout import DATED
from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.published import article_date
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.layout import Field


class Metadata(Check, frozen=True, kw_only=True):
    """Reports required metadata that is missing, where an article has metadata at all, or dates in the wrong order.

    `required` are normalised field names (see `layout.Field`); a byline or date line in the text will do as well, and
    so will a date in the file's name. An article has a headline, paragraphs of `least` words together, and at least
    one of what is required. `order: true` reports an article modified before it was published.
    Reads the raw view, to which it brings places of the file.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"field", "published", "modified"})
    per: ClassVar[str] = "document"

    required: tuple[Literal["byline", "published", "source", "credit"], ...] = ()
    order: bool = False
    least: int = 100

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match at the file's start for each missing field; one at the later date that should be the earlier."""
        document = unit.document
        required = self.required if document.layout.fields else ()
        missing = [name for name in required if not _given(document, name)]
        if len(missing) == len(self.required) > 1 or (missing and not _is_article(document, self.least)):
            missing = []  # a page of the site that is no article: about the house, a form
        for name in missing:
            yield Match(Span(0, 0), values={"field": _WORDS[name]}, text="")
        published, modified = document.field("published"), document.field("modified")
        if self.order and published and modified and _before(modified.value, published.value):
            values = {"published": published.value, "modified": modified.value}
            yield Match(_place(document, modified), values=values, text=modified.value)


_WORDS = {"byline": "byline", "published": "date of publication", "source": "publisher", "credit": "credit"}


def _is_article(document: Document, least: int) -> bool:
    """Whether the file describes itself, has a headline, and paragraphs rather than lists or forms."""
    if all(field.name == "page-title" for field in document.layout.fields):
        return False
    if not any(segment.kind == "headline" for segment in document.segments):
        return False
    text = document.prose.text
    paragraphs = (text[s.start : s.end] for s in document.segments if s.kind == "paragraph")
    return sum(len(block.split()) for block in paragraphs) >= least


def _given(document: Document, name: str) -> bool:
    """Whether the article says who or when anywhere: in a field, its file's name, or a line of its own."""
    field = document.field(name)
    if field and field.value.strip():
        return True
    fields = [field for field in document.layout.fields if field.name not in _OTHER]
    if any(segment.kind == _SEGMENTS.get(name) for segment in document.segments):
        return True
    if name == "published":
        if document.derived(article_date) is not None or any(_ISO.match(f.value) or f.name == DATED for f in fields):
            return True
        return any(_DATED.search(line) for line in _lines(document))
    return name == "byline" and (
        any(_AUTHOR.search(field.name) for field in fields) or any(map(_SIGNED.match, _lines(document)))
    )


def _lines(document: Document) -> Iterator[str]:
    """Short blocks, and all that are bylines, date lines or deks."""
    for segment in document.segments:
        if segment.end - segment.start <= _SHORT or segment.kind in ("byline", "dateline", "dek"):
            yield document.prose.text[segment.start : segment.end]


_SEGMENTS: Final = {"byline": "byline", "published": "dateline", "credit": "credit"}
_SHORT: Final = 120
_OTHER: Final = frozenset({"modified", "headline", "alternative-headline", "page-title", "dek", "url"})
_ISO = lazy(r"\s*(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_DATED = lazy(
    r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d\b"
)
_AUTHOR = lazy(r"author|byline|writer|creator|contributor|reporter|publisher", re.IGNORECASE)
_SIGNED = lazy(
    r"(?:(?:posted|published|written|words|text|story|contributed|submitted|photos?) )?by:?\s+\S|(?:author|writer)s?\s*:"
    r"|[—–]\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}$",
    re.IGNORECASE,
)


_DRAFT_DAYS: Final = 60  # that an article may wait between its last edit and its publication


def _before(modified: str, published: str) -> bool:
    """Whether the first day is earlier; with times of day, which programs write, by more days than a draft waits."""
    try:
        one, other = (datetime.datetime.fromisoformat(value.strip()) for value in (modified, published))
    except ValueError:
        return False
    timed = ":" in modified and ":" in published
    return (other.date() - one.date()).days > (_DRAFT_DAYS if timed else 0)


def _place(document: Document, field: Field) -> Span:
    span, raw = document.layout.metadata.span(field.start, field.end), document.raw
    return Span(raw.locate(span.start), raw.locate(span.end))
