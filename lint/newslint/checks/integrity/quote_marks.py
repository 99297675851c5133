"""quote-marks: a quotation mark without its partner."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge import mojibake
from newslint.knowledge.attribution import CUES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.quotation import Quotation

_SHOWN = 60  # code points of the quotation in the message
# Nothing is said of a paragraph with two single marks for a double one, with marks between two letters (its breaks
# are lost, and with them the mark's side) or with the attributes of markup.
_DOUBTFUL = re.compile(r"``|''|’’|‘‘|[\w.,!?…\])][\"″][\w\[]|=[\"“”]")
_MARK = re.compile("[“”„«»‘’]")  # in a word that was decoded wrongly: the other mark of the pair may be damaged
_AGAIN = re.compile(r"[.!?…]['’)\]]?[\s\u200d]*[\"“″]\s?(?=[\w\[‘'])")  # an opening mark after the end of a sentence
_FAR = 2000  # code points in which a quotation would be opened anew: a bound on hostile input
_WORD = re.compile(r"[a-z]+")
_CUE_REACH, _CUE_WORDS = 80, 9  # code points and words before it in which "she said" reveals a lost mark


class QuoteMarks(Check, frozen=True, kw_only=True):
    """Reports closing marks that close nothing (`missing: opener`) or quotations that never end (`missing: closer`).

    A quotation that the next paragraph re-opens is right, as is one that goes on from it (see `quotation`).
    """

    per: ClassVar[str] = "document"
    placeholders: ClassVar[frozenset[str]] = frozenset({"quotation"})

    missing: Literal["opener", "closer"]

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match at each lone mark."""
        text = unit.view.text
        doubtful: dict[int, bool] = {}
        for at, start, end in self._lone(unit):
            segment = unit.document.segment_at(at)
            if segment and segment.start not in doubtful:
                doubtful[segment.start] = _DOUBTFUL.search(text, segment.start, segment.end) is not None or any(
                    segment.start <= damage.start < segment.end
                    and _MARK.search(text[damage.start : damage.end] + (damage.repair or "“"))
                    for damage in unit.document.derived(mojibake.damage)
                )
            if segment is None or not doubtful[segment.start]:
                yield Match(Span(at, at + 1), values={"quotation": text[start:end]})

    def _lone(self, unit: Unit) -> Iterator[tuple[int, int, int]]:
        """(mark, start of the words to show, their end)."""
        reading = unit.document.reading
        if self.missing == "opener":
            strays = [
                s for s in reading.strays if unit.view.text[s.at] != "»" or "«" in unit.view.text
            ]  # else an arrow
            yield from ((s.at, _word_start(unit.view.text, s.start, s.at - _SHOWN), s.at + 1) for s in strays)
            return
        for quotation in reading.quotations:
            if not quotation.closed and not quotation.continues and not _runs_on(unit.document.prose.text, quotation):
                yield quotation.start, quotation.start, min(quotation.end, quotation.start + _SHOWN)


def _word_start(text: str, start: int, at: int) -> int:
    """The start of the first whole word at or after `at`; `start` if that is later."""
    return start if at <= start else text.find(" ", at) + 1


def _runs_on(text: str, quotation: Quotation) -> bool:
    """Whether the quotation is opened anew after a sentence of its own: paragraphs run together, not a lost mark."""
    again = _AGAIN.search(text, quotation.start + 1, min(quotation.end, quotation.start + _FAR))
    if again is None:
        return False
    last = _WORD.findall(text, max(quotation.start, again.start() - _CUE_REACH), again.start())
    return not any(word in CUES for word in last[-_CUE_WORDS:])
