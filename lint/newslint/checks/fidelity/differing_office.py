"""differing-office: what an article calls somebody by office or work, where its source says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match, Span
from newslint.sources.offices import differing

if TYPE_CHECKING:
    from collections.abc import Iterator


class DifferingOffice(Check, frozen=True, kw_only=True):
    """Offices, posts and professions beside a name or in the same place of a sentence, of which nobody has both."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each office: at the article's, with that of the source."""
        document = unit.document
        for one in document.derived(differing):
            there = document.sources[one.source].prose.text[one.there.start : one.there.end]
            place = Compared(Span(one.there.start, one.there.end), source=one.source)
            yield Match(Span(one.here.start, one.here.end), values={"other": there}, related=(place,))
