"""Who came before whom: `made minister in July, replacing Pike, who resigned in August`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.telling import TIME
from newslint.knowledge.facts.told import Told
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.times import Time

_LEFT: Final = (
    r"(?:resigned|quit|left|retired|stepped down|stood down|died|departed|walked out|bowed out|gave up|was (?:sacked|fired|"
    r"dismissed|ousted|"
    r"removed|deposed|suspended|killed|jailed|voted out))"
)
_FORM: Final = lazy(
    rf"{TIME.format('a')}[^@.;]{{0,40}}?,? (?:to replace|replacing|succeeding|to succeed|taking over from|in succession to|"
    rf"in place of|as successor to|after) "
    rf"[^@.;]{{3,70}}?,? (?:who|which|when he|when she|after he|after she)? ?(?:had )?{_LEFT}[^@.;]{{0,40}}? (?:in |on "
    rf")?{TIME.format('b')}"
)
_CUE: Final = lazy(
    r"\b(?:replac|succe|taking over from|in place of)", needs=("replac|succe|taking over from|in place of",)
)
_YEAR: Final = 12


def replaced(document: Document) -> Iterator[Clash]:
    """Predecessors who left after they had been replaced."""
    view = document.folded()
    hits = (hit.span() for hit in _CUE.finditer(view.text))
    for said in document.derived(Told).at(hits, _CUE):
        if not document.quoted.outside(said.span.start, said.span.end):
            continue
        for hit in _FORM.finditer(said.text):
            came, left = said.time(hit["a"]), said.time(hit["b"])
            if _CUE.search(hit[0]) and _after(left, came):
                yield Clash("replaced", view.span(left.start, left.end), (view.span(came.start, came.end),))


def _after(left: Time, came: Time) -> bool:
    """Whether one left later than the other came: by the calendar, or by the months of one year."""
    if left.period is None or came.period is None:
        return False
    if left.dated and came.dated:
        return left.period.first > came.period.last + 1
    if left.grain == came.grain == "month" and not left.dated and not came.dated:
        return 0 < (left.period.first - came.period.first) % _TURN < _TURN / 2
    return False


_TURN: Final = 365
