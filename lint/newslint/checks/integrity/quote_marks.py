"""quote-marks: a quotation mark without its partner."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Literal

from newslint.article.readers.draft import OBJECT
from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge import mojibake
from newslint.knowledge.cues import SAYING
from newslint.knowledge.page import is_page
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.article.document import Document
    from newslint.article.quotation import Quotation
    from newslint.article.segment import Segment

_SHOWN = 60  # code points of the quotation in the message
# Nothing is said of a paragraph with two single marks for a double one, with marks between two letters (its breaks
# are lost, and with them the mark's side) or with the attributes of markup.
_DOUBTFUL = lazy(r"``|''|’’|‘‘|[\w.,!?…\])][\"″][\w\[]|=[\"“”]")
_MARK = lazy("[“”„«»‘’]")  # in a word that was decoded wrongly: the other mark of the pair may be damaged
# Nor of source code: one sure sign or two that prose might have makes a paragraph code.
_SURE = lazy(
    r"^\$ \S|\\$|\"\)?;\s*$|\\[\"n]|[\"“”]\s?,\s?[a-z_]\w*\s?,\s?[\"“”]|\$[{(A-Z_]{2}|\w\([\"“”][^()]*[\"“”]\)"
    r"|CODE_(?:START|END)|^\s*(?:echo|printf?|my|sub|var|let|const|include)\s(?=[^.\n]*[\"(;])|\bsub\{|[\"”]\s?/?>|\"{3}|\{\{|\{%|<%",
    re.MULTILINE,
)
_MAYBE = lazy(
    r"\w\([\"“”]|\$[a-z_{]\w*|\{(?!:)[^{}\n]{0,80}\}?|^\s*\}|[=-]>|[=!+]=|&&|\|\||::|%[sdw]\b|^\s*(?:#|//|/\*|;;)|</?\w+[ >]"
    r"|(?<!\S)--[a-z]{2,}|\s>>? ?[\w/.]+\.\w|\b[a-zA-Z]+_\w+\s?=|\b[\w/]+\.(?:c|h|am|ac|sh|py|pl|js|conf|txt|html?)\b",
    re.MULTILINE,
)
_CODED = 2
# A straight mark that is mostly without partner in a file is no quotation mark there (comments, inches, ditto).
_HABIT, _SHARE = 6, 3
_AGAIN = lazy(r"[.!?…]['’)\]]?[\s\u200d]*[\"“″]\s?(?=[\w\[‘'])")  # an opening mark after the end of a sentence
_CUT_OFF = ("…", "...", "…]", "...]")  # the end of an excerpt, of which pages show lists: it may leave a quotation open
_EASTERN = "\u2e80"  # Chinese, Japanese and Korean letters and marks begin here
_FAR = 2000  # code points in which a quotation would be opened anew: a bound on hostile input
_WORD = lazy(r"[a-z]+")
_CUE_REACH, _CUE_WORDS = 80, 9  # code points and words before it in which "she said" reveals a lost mark


class QuoteMarks(Check, frozen=True, kw_only=True):
    """Reports closing marks that close nothing (`missing: opener`), quotations that never end (`missing: closer`) and
    paragraphs of a running quotation without a mark of their own (`missing: reopener`).

    A quotation that the next paragraph re-opens is right, as is one that goes on from it or ends in a later one (see
    `quotation`).
    """

    per: ClassVar[str] = "document"
    placeholders: ClassVar[frozenset[str]] = frozenset({"quotation"})

    missing: Literal["opener", "closer", "reopener"]

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match at each lone mark, or at the first word of a paragraph that is not reopened."""
        text = unit.view.text
        if self.missing == "reopener":
            yield from _not_reopened(unit.document)
            return
        doubtful: dict[int, bool] = {}
        for at, start, end in self._lone(unit):
            segment = unit.document.segment_at(at)
            if segment and segment.start not in doubtful:
                foreign = segment.start in unit.document.foreign  # "”så här”", in an English page
                doubtful[segment.start] = foreign or _doubtful(text, segment) or _damaged(unit.document, segment)
            beside = text[max(at - 1, 0) : at + 2]
            if OBJECT in beside or max(beside) >= _EASTERN:
                continue  # its partner may be in the code; Japanese has two closing marks round a word
            if (segment is None or not doubtful[segment.start]) and unit.document.derived(_quotes)(text[at]):
                yield Match(Span(at, at + 1), values={"quotation": text[start:end]})

    def _lone(self, unit: Unit) -> Iterator[tuple[int, int, int]]:
        """(mark, start of the words to show, their end)."""
        reading, text = unit.document.reading, unit.view.text
        if self.missing == "opener":
            yield from ((s.at, _word_start(text, s.start, s.at - _SHOWN), s.at + 1) for s in reading.strays)
            return
        for quotation in reading.quotations:
            if quotation.closed or quotation.continues or _runs_on(text, quotation):
                continue
            if not (unit.document.derived(is_page) and text.endswith(_CUT_OFF, quotation.start, quotation.end)):
                yield quotation.start, quotation.start, min(quotation.end, quotation.start + _SHOWN)


def _not_reopened(document: Document) -> Iterator[Match]:
    """The first later paragraph of each running quotation that no mark opens."""
    text = document.prose.text
    opened = goes_on = False
    for quotation in document.reading.quotations:
        if quotation.depth:
            continue
        opened = quotation.mark != "" or (opened and goes_on)  # false for what follows an ornament or was reported
        goes_on = quotation.continues
        segment = document.segment_at(quotation.start)
        if opened and not quotation.mark and segment is not None and segment.kind == "paragraph":
            word = _FIRST.match(text, quotation.start, segment.end)
            if word is not None:
                shown = text[segment.start : min(segment.start + _SHOWN, segment.end)]
                yield Match(Span(*word.span()), values={"quotation": shown})
                opened = False


_FIRST = lazy(r"\S+")


def _doubtful(text: str, segment: Segment) -> bool:
    """Whether the marks of a paragraph may be something else than quotation marks."""
    if _DOUBTFUL.search(text, segment.start, segment.end):
        return True
    if _SURE.search(text, segment.start, segment.end):
        return True
    return len(list(islice(_MAYBE.finditer(text, segment.start, segment.end), _CODED))) == _CODED


def _damaged(document: Document, segment: Segment) -> bool:
    """Whether a paragraph holds mojibake that may have been a quotation mark."""
    text = document.prose.text
    return any(
        segment.start <= damage.start < segment.end
        and _MARK.search(text[damage.start : damage.end] + (damage.repair or "“"))
        for damage in document.derived(mojibake.damage)
    )


def _quotes(document: Document) -> Callable[[str], bool]:
    """Whether a mark is used for quotations in a document: guillemets where they come in pairs, straight ones mostly."""
    text, reading = document.prose.text, document.reading
    lone = Counter(text[stray.at] for stray in reading.strays)
    lone.update(text[q.start] for q in reading.quotations if not q.closed and not q.continues and q.mark)
    guillemets = any(q.mark in ("«", "»") and q.closed and not text[q.start + 1].isspace() for q in reading.quotations)

    def quotes(mark: str) -> bool:
        if mark in "«»":
            return guillemets
        return mark not in '"″' or lone[mark] < _HABIT or lone[mark] * _SHARE < text.count(mark)

    return quotes


def _word_start(text: str, start: int, at: int) -> int:
    """The start of the first whole word at or after `at`; `start` if that is later."""
    return start if at <= start else text.find(" ", at) + 1


def _runs_on(text: str, quotation: Quotation) -> bool:
    """Whether the quotation is opened anew after a sentence of its own: paragraphs run together, not a lost mark."""
    again = _AGAIN.search(text, quotation.start + 1, min(quotation.end, quotation.start + _FAR))
    if again is None:
        return False
    last = _WORD.findall(text, max(quotation.start, again.start() - _CUE_REACH), again.start())
    return not any(word in SAYING for word in last[-_CUE_WORDS:])
