"""timeline: what is told as past, on a day after the article's own; an article modified before it was published."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Related
from newslint.language.dates import article_date, dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.document import Document
    from newslint.language.dates import Trusted, Written
    from newslint.layout import Field

# Anything that lets a sentence in the past tense speak of a day to come.
_TO_COME = re.compile(
    r"\b(?:will|would|won't|shall|to(?! (?:the|an?|his|her|its|their|this|that|those|these|him|them|\d+)\b)|due|until|till|by|before|through|from|for|effective|starting|beginning|scheduled?|schedules|plan(?:s|ned)?|expect(?:s|ed)?|set|"
    r"may|might|could|should|can|must|if|next|coming|upcoming|future|later|election|deadline|expir\w+|extend\w*|postponed?|delay\w*|moved|pushed|promis\w+|pledg\w+|"
    r"predict\w*|forecast\w*|propos\w+|announc\w+|is|are|'s|'re|'ll|imagine\w*|novel|film|movie|fiction\w*|dated|dating|as of|rescheduled|"
    r"nominat\w+|tickets|available|premier\w+|release\w*|launch\w*|term|contract\w*|mandat\w*|law|rule|ban|order\w*|updated|modified|ends?|lapses?|starts?|begins?|takes?|runs?|opens|closes?|falls?|comes?|goes|retires?|leaves?|returns?|turns?|kicks|concludes?|resumes?|marks?|reopens?|"
    r"correction|published|posted|book\w*)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|[a-z]{2,}(?<!ne)(?<!ee)ed|said|told|took|made|went|came|began|broke|held|met|won|lost|left|found|fell|rose|shot|struck|hit|gave|got|saw|"
    r"stood|spoke|wrote|ran|led|fled|sank|drove|sent|paid|sold|bought|brought|became|put|cut|shut|set)\b"
)
# What may have been arranged for a later day by what the sentence tells as past.
_ARRANGED = re.compile(
    r"(?:ing|votes?|elections?|polls?|trial|retrial|match|game|summit|talks|concert|rally|debate|referendum|ballot|ceremony|inauguration|show|event|date|"
    r"appearance|return|start|end|primary|session|conference|protests?|march|strike|holiday|visit|tour|flights?|exams?|race|festival|effect|force) on \Z"
)
_ON = re.compile(r"\b(?:on|in|of|was|were) \Z|\A\Z")
_ISO = re.compile(r"\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


class Timeline(Check, frozen=True, kw_only=True):
    """`event`: a full date after the article's day, in a sentence that has nothing to come in it. `modified`: the
    metadata's date of change lies before that of publication.

    A day more is granted for time zones.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"stated", "other"})
    per: ClassVar[str] = "document"

    of: Literal["event", "modified"] = "event"

    def anchors(self) -> tuple[str, ...] | None:
        """A year of this century."""
        return ("20",)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each date that comes too late, or too early."""
        if self.of == "modified":
            yield from _modified(unit.document)
            return
        trusted = unit.document.derived(article_date)
        if trusted is not None and (later := _later(unit.document, trusted)):
            yield from _events(unit.document, trusted, later)


def _later(document: Document, trusted: Trusted) -> list[Written]:
    limit = trusted.day + datetime.timedelta(days=1)
    found = (written for written in document.derived(dates) if written.year >= trusted.day.year and not written.invalid)
    return [written for written in found if min(written.dates(written.year)) > limit]


def _events(document: Document, trusted: Trusted, later: list[Written]) -> Iterator[Match]:
    view = document.folded()
    for written in later:
        span = view.span(written.start, written.end)
        sentence = document.sentence_at(span.start)
        segment = document.segment_at(span.start)
        start, end = view.locate(sentence.start), view.locate(sentence.end)
        before, after = view.text[start : written.start], view.text[written.end : end]
        if segment is None or segment.kind not in _TOLD or not _ON.search(before[-8:]):
            continue
        told = _ON.sub("", before) if _PAST.search(before) else f"{before} {after}"
        if _PAST.search(told) and not _TO_COME.search(told) and not _ARRANGED.search(before):
            yield Match(span, values={"stated": "is told as past", "other": f"the article is of {_label(trusted.day)} ({trusted.source})"})


_TOLD: Final = frozenset({"paragraph", "list-item"})


def _label(day: datetime.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _modified(document: Document) -> Iterator[Match]:
    published, modified = document.field("published"), document.field("modified")
    if published is None or modified is None:
        return
    first, second = _moment(published), _moment(modified)
    if first is not None and second is not None and _before(second, first):
        values = {"stated": "is the date of change", "other": f"the article was published on {published.value.strip()}"}
        span = document.layout.metadata.span(published.start, published.end)
        yield Match(_span(modified), values=values, related=(Related(span, "the date of publication"),))


def _span(field: Field):  # noqa: ANN202
    from newslint.finding import Span

    return Span(field.start, field.end)


def _moment(field: Field) -> datetime.datetime | datetime.date | None:
    """The value as a moment if it has a time, else as a day."""
    value = field.value.strip()
    try:
        if _ISO.match(value):
            return datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        return None


def _before(one: datetime.datetime | datetime.date, other: datetime.datetime | datetime.date) -> bool:
    """Whether one moment lies before another: by the clock if both name a time zone or neither does, else by a day."""
    if isinstance(one, datetime.datetime) and isinstance(other, datetime.datetime) and (one.tzinfo is None) == (other.tzinfo is None):
        return one < other
    day = one.date() if isinstance(one, datetime.datetime) else one
    than = other.date() if isinstance(other, datetime.datetime) else other
    return day < than - datetime.timedelta(days=1) if isinstance(one, datetime.datetime) != isinstance(other, datetime.datetime) else day < than
