"""slip: a word too few, a word too many, or a word for another: slips of the hand that leave real words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from newslint.checks.check import Check, Unit
from newslint.checks.language.corrections import Correction, corrections, is_attested, relief
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
    the correction is made.  `attested`: only slight corrections that clean news knows well, where it does not know what is written.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = {
        "missing": frozenset({"word"}),
        "extra": frozenset({"word"}),
        "wrong": frozenset(),
    }
    per: ClassVar[str] = "document"

    least: float = 4.0
    relief: float = 5.0
    attested: bool = False

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
                relieved, made = self._corrected(unit.document, read, number)
                if made is not None and relieved >= self.relief and self._is_proved(unit.document, made):
                    last = number
                    values = {} if made.case == "wrong" else {"word": made.word}
                    scores = {"log-odds": word.slip, "relief": round(relieved, 2)}
                    yield Match(made.span, (made.text,), values, case=made.case, scores=scores)

    def _is_proved(self, document: Document, made: Correction) -> bool:
        """Whether the counts of clean news agree, if they are asked."""
        return not self.attested or is_attested(document, made)

    @staticmethod
    def _corrected(document: Document, read: Sequence[WordRead], number: int) -> tuple[float, Correction | None]:
        """The best correction, and by how much it relieves the sentence."""
        offered = list(corrections(document, read, number))
        relieved = relief(document, read[number], offered)
        pairs = zip(relieved, offered, strict=True)
        return max(pairs, key=lambda pair: pair[0] + pair[1].favour, default=(0.0, None))
