"""slip: a word too few, a word too many, or a word for another: slips of the hand that leave real words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.checks.language.corrections import Correction, corrections, relief
from newslint.finding import Match
from newslint.reading.words_read import words_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.reading.models import Reads
    from newslint.reading.words_read import WordRead

_APART: Final = 2  # words: slips that are nearer than this are one


class Slip(Check, frozen=True, kw_only=True):
    """Reports words that, according to the reader model, need something: `missing`, a small word before; `extra`, to be left
    out; `wrong`, another word in their place.

    `least`: the log-odds that a word must have; `relief`: by how much they must fall, in the sentence read by itself, once
    the correction is made.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {
        "missing": frozenset({"word"}),
        "extra": frozenset({"word"}),
        "wrong": frozenset(),
    }
    per: ClassVar[str] = "document"

    least: float = 2.0
    relief: float = 3.0

    @property
    def reads(self) -> Reads:
        """It asks the reader model."""
        return "reader"

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match a slip."""
        read = unit.document.derived(words_read)
        last = -_APART
        for number, word in enumerate(read):
            if word.slip >= self.least and number - last >= _APART and word.text.islower():
                made = self._corrected(unit.document, read, number)
                if made is not None:
                    last = number
                    values = {} if made.case == "wrong" else {"word": made.word}
                    yield Match(made.span, (made.text,), values, case=made.case, scores={"log-odds": word.slip})

    def _corrected(self, document: Document, read: Sequence[WordRead], number: int) -> Correction | None:
        """The correction that relieves the sentence most, if it does so enough."""
        offered = list(corrections(document, read, number))
        relieved = relief(document, read[number], offered)
        best = max(zip(relieved, offered, strict=True), key=lambda pair: pair[0], default=None)
        return best[1] if best is not None and best[0] >= self.relief else None
