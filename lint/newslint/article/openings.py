"""What a line between headline and first paragraph is: byline, dateline or dek."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.segment import Kind

MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY: Final = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?"
_ROLE = r"(?:correspondent|editor|reporter|writer|staff|critic|columnist|producer|agenc(?:y|ies))s?"
_CAPITAL = r"[A-Z\u00c0-\u00de]"
_NAMES = lazy(rf"{_CAPITAL}[\w'’-]+(?: {_CAPITAL}(?:[\w'’-]+|\.)){{1,3}}$")
_SENT_FROM = lazy(
    rf"{_CAPITAL}[\w'’-]+(?: {_CAPITAL}[\w'’-]+){{1,2}},? (?:at|in|reports? from) (?:the )?"
    rf"{_CAPITAL}[\w'’-]+(?: {_CAPITAL}[\w'’-]+){{0,3}}$"
)
_STAFF = lazy(rf".{{0,60}}\b{_ROLE}\b.{{0,40}}$", re.IGNORECASE)
_DATED = lazy(rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?),? \d{{4}}\b")
_WORD = lazy(r"[^\W\d_][\w.'’-]*")
# Besides names, what the line with the date has: "The Harbour Mail, Friday, 3 May 2024", "Press office | For release 3 May 2024".
_BESIDE_A_DATE: Final = frozenset(
    "of the and for on in at by de from until am pm a.m. p.m. press office desk staff reporter writer magazine newspaper "
    "online edition issue news media immediate release embargoed issued filed posted published updated first last vol no".split()
)
_MOST_BESIDE: Final = 8  # words
_SHORT_PLACE: Final = 4  # words


def opening(line: str, before: Kind) -> Kind | None:
    """The kind of a line without a full stop, not yet in the body, by the kind of the line before; None: a paragraph."""
    if _dated(line):
        return "dateline"
    if before == "headline":
        return "byline" if _signed(line) else "dek"
    if (before == "dek" and _signed(line)) or (before == "byline" and _STAFF.match(line)):
        return "byline"
    return "dateline" if before in ("byline", "dateline") and line.count(" ") < _SHORT_PLACE else None


def _dated(line: str) -> bool:
    """Whether a line says when the article appeared, and beside that no more than who published it, where and as what."""
    if any(digit in line for digit in "12") and (date := _DATED.search(line)):
        beside = _WORD.findall(line[: date.start()] + line[date.end() :])
        return len(beside) <= _MOST_BESIDE and all(word[0].isupper() or word in _BESIDE_A_DATE for word in beside)
    return False


def _signed(line: str) -> bool:
    """Whether a line is a reporter's name, with the place it was sent from or without: "Ada Lind at Mill Road"."""
    return _NAMES.match(line) is not None or _SENT_FROM.match(line) is not None
