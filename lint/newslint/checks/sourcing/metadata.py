"""metadata: what an article's metadata should say of where it comes from, and does not."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.layout import Field


class Metadata(Check, frozen=True, kw_only=True):
    """Reports required metadata that is missing, where the file has metadata at all, or dates in the wrong order.

    `required` are normalised field names (see `layout.Field`); a byline or date line in the text will do as well.
    `order: true` reports an article modified before it was published. Reads the raw view: spans are the file's.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"field", "published", "modified"})
    per: ClassVar[str] = "document"

    required: tuple[Literal["byline", "published", "source", "credit"], ...] = ()
    order: bool = False

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match at the file's start for each missing field; one at the later date that should be the earlier."""
        document = unit.document
        if not document.layout.fields:
            return
        for name in self.required:
            if not _given(document, name):
                yield Match(Span(0, 0), values={"field": _WORDS[name]}, text="")
        published, modified = document.field("published"), document.field("modified")
        if self.order and published and modified and _before(modified.value, published.value):
            values = {"published": published.value, "modified": modified.value}
            yield Match(_place(document, modified), values=values, text=modified.value)


_WORDS = {"byline": "byline", "published": "date of publication", "source": "publisher", "credit": "credit"}


def _given(document: Document, name: str) -> bool:
    field = document.field(name)
    kinds = {"byline": "byline", "published": "dateline", "credit": "credit"}
    return bool(field and field.value.strip()) or any(s.kind == kinds.get(name) for s in document.segments)


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
    return document.layout.metadata.span(field.start, field.end)
