"""metric: a readability formula over the article, by the package `readability` (no dictionary, no download)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.errors import MissingExtra, RuleError
from newslint.finding import Match, Span
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document

# Our names of the formulas → the package's. All are grades except flesch-reading-ease, where more is easier.
FORMULAS: Final[dict[str, str]] = {
    "ari": "ARI",
    "coleman-liau": "Coleman-Liau",
    "dale-chall": "DaleChallIndex",
    "flesch-kincaid": "Kincaid",
    "flesch-reading-ease": "FleschReadingEase",
    "gunning-fog": "GunningFogIndex",
    "lix": "LIX",
    "rix": "RIX",
    "smog": "SMOGIndex",
}
_TOKEN = lazy(r"\w+(?:['’.,-]\w+)*|[^\w\s]")


class Metric(Check, frozen=True, kw_only=True):
    """Reports an article whose `formula` is above `at-most` or below `at-least`; short articles are left alone.

    The paragraphs are measured together; the finding is at the lede.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"score", "limit", "formula"})
    per: ClassVar[str] = "document"

    formula: Literal[
        "ari",
        "coleman-liau",
        "dale-chall",
        "flesch-kincaid",
        "flesch-reading-ease",
        "gunning-fog",
        "lix",
        "rix",
        "smog",
    ]
    at_most: float | None = None
    at_least: float | None = None
    at_least_words: int = 100

    def __post_init__(self) -> None:
        if (self.at_most is None) == (self.at_least is None):
            raise RuleError("a metric has either 'at-most' or 'at-least'")

    def find(self, unit: Unit) -> Iterator[Match]:
        """At most one match, at the first paragraph."""
        paragraphs = [s for s in unit.document.segments if s.kind == "paragraph"]
        lines = _sentences(unit.document)
        if sum(line.count(" ") + 1 for line in lines) < self.at_least_words:
            return
        score = _measure(lines, FORMULAS[self.formula])
        limit = self.at_most if self.at_most is not None else self.at_least
        beyond = score > limit if self.at_most is not None else score < (limit or 0.0)  # type: ignore[operator]
        if beyond:
            first = paragraphs[0]
            values = {"score": f"{score:.1f}", "limit": f"{limit:g}", "formula": self.formula}
            yield Match(Span(first.start, first.end), values=values, scores={self.formula: round(score, 4)})


def _sentences(document: Document) -> list[str]:
    """The paragraphs' sentences as lines of tokens, as the package wants them."""
    text = document.prose.text
    return [
        " ".join(_TOKEN.findall(text[sentence.start : sentence.end]))
        for segment in document.segments
        if segment.kind == "paragraph"
        for sentence in document.sentences_in(segment.start, segment.end)
    ]


def _measure(lines: list[str], name: str) -> float:
    try:
        from readability import getmeasures
    except ImportError:
        raise MissingExtra(
            "readability formulas need the package 'readability'; pip install 'newslint[readability]'"
        ) from None
    return float(getmeasures(lines, lang="en")["readability grades"][name])
