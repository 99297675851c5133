"""differing-figure: a figure, a percentage or a unit that is not the source's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.sources.figures import figures

if TYPE_CHECKING:
    from collections.abc import Iterator


class DifferingFigure(Check, frozen=True, kw_only=True):
    """`what` differs: a `figure`, a `percentage`, or the `unit` of the same number."""

    what: Literal["figure", "percentage", "unit"]

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each figure: at the article's, with that of the source."""
        document = unit.document
        for one in document.derived(figures):
            if one.what == self.what:
                there = document.sources[one.source].prose.text[one.there.start : one.there.end]
                place = Compared(Span(one.there.start, one.there.end), source=one.source)
                yield Match(Span(one.here.start, one.here.end), values={"other": there}, related=(place,))
