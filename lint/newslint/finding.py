"""What is found: severities, spans, suggestions, matches and findings. Imports nothing of ours."""

from __future__ import annotations

import hashlib
from enum import IntEnum
from typing import Any

from msgspec import Struct


class Severity(IntEnum):
    """How sure newslint is that a reader should look; ordered, the gravest is the greatest."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """`error`, `warning` or `info`, as rules, configuration and reports write it."""
        return self.name.lower()

    @classmethod
    def of(cls, label: str) -> Severity:
        """The severity written as `label`; KeyError if there is none."""
        return cls[label.upper()]


class Span(Struct, frozen=True, order=True):
    """Half-open code-point offsets: [start, end) of whichever text the holder names."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether a code point is in both; an empty span overlaps what it is inside."""
        return self.start < max(other.end, other.start + 1) and other.start < max(self.end, self.start + 1)


class Related(Struct, frozen=True):
    """Another place that a match was compared with, and what is there."""

    span: Span
    message: str


class Match(Struct, frozen=True):
    """What a check yields: offsets of the view it ran on, and the words for the rule's message.

    A check does not know its rule: id, severity and wording are stamped on by `rule.Rule.finding`.
    `text` is the value of `{match}` (default: the view's text of the span); `values` fill other placeholders.
    """

    span: Span
    suggestions: tuple[str, ...] = ()
    values: dict[str, str] = {}
    related: tuple[Related, ...] = ()
    scores: dict[str, float] = {}
    text: str | None = None


class Finding(Struct, frozen=True):
    """One place in one file, as reported. Spans are the decoded file's; the rest is ready to print.

    `safe`: the first suggestion may be applied unread. `note` holds numbers shown at `-v` only. `silenced` says what
    hides the finding (a suppression, another rule's id), and is empty for one that is shown.
    """

    span: Span
    rule: str
    severity: Severity
    message: str
    match: str
    suggestions: tuple[str, ...] = ()
    safe: bool = False
    related: tuple[Related, ...] = ()
    scores: dict[str, float] = {}
    fingerprint: str = ""
    silenced: str = ""

    @property
    def order(self) -> tuple[Any, ...]:
        """The order in which findings of one file are shown: by place, then gravest first, then id."""
        return (self.span.start, self.span.end, -self.severity, self.rule, self.message)


def fingerprint(rule: str, folded_match: str, before: str, after: str, occurrence: int) -> str:
    """A short name for a finding that survives edits elsewhere in the file: no line, no path.

    `before` and `after` are the neighbouring words, `occurrence` counts equal findings from the file's start.
    """
    key = "\0".join((rule, folded_match, before, after, str(occurrence)))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
