"""differing-fact: a figure, a time, a name or an office that is not the source's."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.sources.callings import recalled
from newslint.sources.figures import figures
from newslint.sources.misnaming import misnamed
from newslint.sources.offices import retitled
from newslint.sources.whens import times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.article.document import Document
    from newslint.sources.differing import Differing

What = Literal["figure", "percentage", "unit", "date", "weekday", "time", "name", "place", "office", "term"]
_ANALYSES: Final[dict[str, Callable[[Document], tuple[Differing, ...]]]] = {
    **dict.fromkeys(("figure", "percentage", "unit"), figures),
    **dict.fromkeys(("date", "weekday", "time"), times),
    **dict.fromkeys(("name", "place"), misnamed),
    "office": retitled,
    "term": recalled,
}


class DifferingFact(Check, frozen=True, kw_only=True):
    """`what` differs from the fact in the same place of a sentence of a source that answers the article's.

    A `unit` is that of the same number; a `date` is a day, a month or a year; a `place` may be a point of the compass, too; a
    `term` is one of several words of which only one can be meant: a grant, a loan.
    """

    what: What

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})
    per: ClassVar[str] = "document"
    compares: ClassVar[bool] = True

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each fact of the article, with that of the source."""
        document = unit.document
        for one in document.derived(_ANALYSES[self.what]):
            if one.what == self.what:
                other = document.sources[one.source].prose.text[one.there.start : one.there.end]
                yield Match(one.here, values={"other": other}, related=(Compared(one.there, source=one.source),))
