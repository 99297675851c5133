"""anonymous: an article in which nobody who speaks has a name."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from newslint.checks.check import Check, Unit, rewritten
from newslint.checks.general.pattern import Pattern
from newslint.finding import Match, Span
from newslint.knowledge.attribution import speakers
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.article.segment import Segment
    from newslint.wordlists import Lists

_NAME = lazy(r"\b[A-Z][\w'’-]+")
_CALENDAR = lazy(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August")
_NAMELESS = lazy(
    r"\b(?:person|people|sources?|officials?|aides?|insiders?|executives?|diplomats?|operatives?|lawmakers?|advis[eo]rs?|staffers?|employees?|"
    r"colleagues?|friends?|someone|individuals?|one|two|three|another|both|others?)\b",
    re.IGNORECASE,
)
# Capitals that only open a sentence.
_OPENERS = frozenset(
    [
        "The",
        "A",
        "An",
        "One",
        "Two",
        "Three",
        "Several",
        "Some",
        "Many",
        "Most",
        "Few",
        "All",
        "Both",
        "Others",
        "Those",
        "Critics",
        "Experts",
    ]
)
_PRONOUN = lazy(r"(?:he|she|they|it|we|i|who|you|that|which|this|these|those|some|many|most)$", re.IGNORECASE)


class Anonymous(Check, frozen=True, kw_only=True):
    """Reports, once, an article that promises somebody anonymity by `pattern` and names nobody who says anything.

    A named source is a name, or an office with an article ("the ministry"), before or after a verb of saying.
    The headline is the place of the finding: it concerns the whole article.
    """

    per: ClassVar[str] = "document"
    placeholders: ClassVar[frozenset[str]] = frozenset({"source"})

    pattern: str

    @classmethod
    def expand(cls, options: dict[str, Any], lists: Lists) -> dict[str, Any]:
        """The pattern with each list as an alternation."""
        return rewritten(options, "pattern", str, lists.pattern)

    @cached_property
    def promised(self) -> Pattern:
        """What finds the promises."""
        return Pattern(pattern=self.pattern)

    def prepare(self) -> None:
        """Compiles the pattern."""
        self.promised.prepare()

    def anchors(self) -> tuple[str, ...] | None:
        """Those of the pattern."""
        return self.promised.anchors()

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match, or none."""
        promises = [match.span for match in self.promised.find(unit)]
        promises = [span for span in promises if unit.document.quoted.outside(span.start, span.end)]
        if not promises:
            return
        sources = list(self._sources(unit))
        if any(map(_NAMELESS.search, sources)) and not any(map(_is_named, sources)):
            first = promises[0]
            yield Match(_place(unit.document), values={"source": unit.view.text[first.start : first.end]}, text="")

    def _sources(self, unit: Unit) -> Iterator[str]:
        text = unit.view.text
        return (text[span.start : span.end] for span in speakers(unit.document))


def _is_named(source: str) -> bool:
    """Whether a speaker is somebody a reader could look up: a name, or an office with its article."""
    if _PRONOUN.match(source) or _NAMELESS.search(source):
        return False
    names = [name[0] for name in _NAME.finditer(source) if not _CALENDAR.match(name[0]) and name[0] not in _OPENERS]
    return bool(names) or source.lower().startswith("the ")


def _place(document: Document) -> Span:
    segments: list[Segment] = [s for s in document.segments if s.kind in ("headline", "paragraph")] or document.segments
    return Span(segments[0].start, segments[0].end)
