"""course: dated steps of one subject that cannot have come in that order, or one step with two dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.courses import VERBS
from newslint.knowledge.facts.histories import contradictions, histories
from newslint.knowledge.facts.links import belied, links
from newslint.knowledge.facts.moment import moment
from newslint.knowledge.facts.told import Told
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.happenings import Happening
    from newslint.knowledge.facts.links import Link


# Only steps with a year can contradict each other.
_YEAR: Final = lazy(r"(?:1[4-9]|20)\d\d| ago\b")


class Course(Check, frozen=True, kw_only=True):
    """`opened in 1990 and was closed for good in 1980`, `founded in 1962 … founded in 1964`, `two years after she retired`.

    Only steps that are bound to one subject word by word; what may have happened twice is not judged. Quotations are left
    out: they are their speakers' words.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {
        "order": frozenset({"first", "last", "before", "after"}),
        "twice": frozenset({"first", "last", "step"}),
        "link": frozenset({"first", "last"}),
    }
    per: ClassVar[str] = "document"

    def anchors(self) -> tuple[str, ...]:
        """The verbs of the steps."""
        return tuple(VERBS)

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each pair of steps that contradict each other."""
        document = unit.document
        said = [
            one
            for one in document.derived(Told).at(unit.hits, _YEAR)
            if document.quoted.outside(one.span.start, one.span.end)
        ]
        found = histories(said, document.derived(moment))
        for first, second in contradictions(found):
            yield _match(document, first, second)
        for link in (link for one in said for link in links(one)):
            step = belied(link, found)
            if step is not None:
                yield _of_link(document, link, step)


def _match(document: Document, first: Happening, second: Happening) -> Match:
    view = document.folded()
    there, here = view.span(first.time.start, first.time.end), view.span(second.start, second.end)
    values = {"first": document.prose.text[there.start : there.end], "last": _time(document, second)}
    related = (Compared(view.span(first.start, first.end)),)
    if first.verb == second.verb:
        return Match(here, values={**values, "step": first.verb}, related=related, case="twice")
    return Match(here, values={**values, "before": first.verb, "after": second.verb}, related=related, case="order")


def _of_link(document: Document, link: Link, step: Happening) -> Match:
    view = document.folded()
    time = view.span(link.time.start, link.time.end)
    values = {"first": _time(document, step), "last": document.prose.text[time.start : time.end]}
    related = (Compared(view.span(step.start, step.end)),)
    return Match(view.span(link.start, link.end), values=values, related=related, case="link")


def _time(document: Document, one: Happening) -> str:
    span = document.folded().span(one.time.start, one.time.end)
    return document.prose.text[span.start : span.end]
