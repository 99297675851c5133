"""What is found: severities, spans, suggestions, matches and findings. Imports nothing of ours."""

from __future__ import annotations

import hashlib
from enum import Enum
from functools import total_ordering
from typing import Any, Final

from msgspec import Struct


@total_ordering
class Severity(Enum):
    """How sure newslint is that a reader should look; ordered, the gravest is the greatest."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def label(self) -> str:
        """`error`, `warning` or `info`, as rules, configuration and reports write it."""
        return self.value

    @property
    def rank(self) -> int:
        """1 for info to 3 for error."""
        return _RANKS[self.value]

    def __lt__(self, other: Severity) -> bool:
        return self.rank < other.rank


_RANKS: Final = {severity.value: rank for rank, severity in enumerate(Severity, 1)}


class Span(Struct, frozen=True, order=True):
    """Half-open code-point offsets: [start, end) of whichever text the holder names."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether a code point is in both; an empty span overlaps what it is inside."""
        return self.start < max(other.end, other.start + 1) and other.start < max(self.end, self.start + 1)


class Elsewhere(Struct, frozen=True):
    """A place in another file: its path as reports show it, lines and columns 1-based, in code points, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Related(Struct, frozen=True):
    """Another place that a finding was compared with, and what is said of it: ready to print.

    It is in the finding's file, or in another, `outside`; then the span is of that file's decoded text.
    """

    span: Span
    message: str
    outside: Elsewhere | None = None


class Compared(Struct, frozen=True):
    """Another place, in the match's view, that a match was compared with.

    `role` says which text under the rule's `related:` describes it (default: the match's case); `values` fill
    placeholders there beside the match's own. `source` is the number of the article's source whose prose the span is of.
    """

    span: Span
    role: str = ""
    values: dict[str, str] = {}
    source: int | None = None


class Match(Struct, frozen=True):
    """What a check yields: offsets of the view it ran on, and what fills the placeholders of the rule's message.

    A check does not know its rule: id, severity and wording are stamped on by `rule.Rule.finding`. `case` says which of
    the rule's `messages` is meant. `sure`: of a rule that is safe to fix, this first suggestion may be applied unread.
    `elsewhere` are more places, in the view, that this one speaks for: a fix changes them, too. `text` is what `{match}`
    stands for (default: the view's text of the span); `values` fill other placeholders, with text of the article, names
    and figures only. `page` is the address of what somebody has published about it, such as a review. `silenced` says why nobody
    need see the match, which is counted all the same.
    """

    span: Span
    suggestions: tuple[str, ...] = ()
    values: dict[str, str] = {}
    related: tuple[Compared, ...] = ()
    scores: dict[str, float] = {}
    text: str | None = None
    case: str = ""
    sure: bool = True
    elsewhere: tuple[Span, ...] = ()
    page: str = ""
    silenced: str = ""


class Fault(Struct, frozen=True):
    """What is wrong with a suppression (`unknown`, `unused` …), where in the file, and what fills placeholders."""

    name: str
    span: Span
    values: dict[str, str]


class Finding(Struct, frozen=True):
    """One place in one file, as reported. Spans are the decoded file's; the rest is ready to print.

    `safe`: the first suggestion may be applied unread, here and `elsewhere`. `scores` are shown at `-v` only. `silenced` says what
    hides the finding (a suppression, another rule's id), and is empty for one that is shown. `page` is the match's.
    """

    span: Span
    rule: str
    severity: Severity
    message: str
    match: str
    suggestions: tuple[str, ...] = ()
    safe: bool = False
    elsewhere: tuple[Span, ...] = ()
    related: tuple[Related, ...] = ()
    scores: dict[str, float] = {}
    fingerprint: str = ""
    silenced: str = ""
    page: str = ""

    @property
    def order(self) -> tuple[Any, ...]:
        """The order in which findings of one file are shown: by place, then gravest first, then id."""
        return (self.span.start, self.span.end, -self.severity.rank, self.rule, self.message)


def fingerprint(rule: str, folded_match: str, before: str, after: str, occurrence: int) -> str:
    """A short name for a finding that survives edits elsewhere in the file: no line, no path.

    `before` and `after` are the neighbouring words, `occurrence` counts equal findings from the file's start.
    """
    key = "\0".join((rule, folded_match, before, after, str(occurrence)))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
