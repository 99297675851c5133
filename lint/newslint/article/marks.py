"""Marks: which quotation marks of one paragraph open, which close, and which are something else.

A mark is often none: the inches of a pipe, an arrow, a sign that is talked about. A paragraph is read in the plain way
first; if marks are left over, the other readings that its marks allow are tried, and the one with fewest left over counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

DOUBLE: Final = '“”„‟"″«»'  # with the double prime: wire services use it as a straight mark
# “ and ” after â€, „ after â are dashes and signs that went through the wrong decoder, and so are all marks after Ã and the
# like inside a word.
_MARK = lazy(f"[{DOUBLE}](?<!â€.)(?<!â„)(?<![a-z][ÂÃÄÅ].)")
# Two straight marks that hold nothing, where code has its empty text: `print("")`, `LANG=""`, `(ALL,"")`.
_EMPTY = lazy(r"(?:(?<=[(=\[{ ])|(?<=,)(?!..\s))\"\"(?=[\s)\],;}])")
BEFORE_OPENER: Final = frozenset(" \t\r\n\u00a0\u2009\u202f([{-–—‐‑/“‘\"'«»…")
AFTER_CLOSER: Final = frozenset(" \t\r\n\u00a0\u2009\u202f)]}-–—‐‑/,.;:!?”’\"'»…*")
_BLANK: Final = frozenset(" \t\r\n\u00a0\u2009\u202f")
_MANY: Final = 500  # marks of one paragraph: more is no text, and a bound on hostile input
_TAIL: Final = 8  # code points after a mark that, without a letter, end a paragraph: ")", " (...)"
_FEET = lazy(r"\d ?['’′] ?(?:\d|1[01])\Z")
_ELLIPSIS = lazy(r"(?:\.{3}|…)[ \t]?\w")
_NUMBER: Final = frozenset("0123456789½¼¾⅛⅜⅝⅞⅓⅔")
# Words beside which a mark that touches no word is talked about: "the keys \" and '", "the “ sign".
_TALK = lazy(
    r"\b(?:marks?|signs?|quotes?|quotation|characters?|symbols?|keys?|commas?|apostrophes?|delimiters?|strings?|glyphs?"
    r"|backslash|escap\w+|punctuation|ditto|inch(?:es)?|feet|foot|primes?)\b",
    re.IGNORECASE,
)

Turn = Literal["open", "close"]


class Pairs(Struct, frozen=True):
    """The marks of one paragraph: (opener, closer) offsets with their depth, and openers and closers without partner."""

    closed: tuple[tuple[int, int, int], ...] = ()
    openers: tuple[int, ...] = ()
    closers: tuple[int, ...] = ()

    @property
    def faults(self) -> int:
        """How many marks are without partner."""
        return len(self.openers) + len(self.closers)


_NONE: Final = Pairs()


class _Habit(Struct, frozen=True):
    """What marks may be beside quotation marks: inches even within a quotation, signs, arrows."""

    inches: bool = False
    signs: bool = False
    arrows: bool = False


_HABITS: Final = tuple(
    _Habit(inches=inches, signs=signs, arrows=arrows)
    for arrows in (False, True)
    for signs in (False, True)
    for inches in (False, True)
)


def pair(text: str, start: int, end: int) -> Pairs:
    """The double marks of [start, end), paired in the reading that leaves the fewest without partner."""
    hits = [hit.start() for hit in _MARK.finditer(text, start, end)]
    if not hits:
        return _NONE
    if '""' in text[start:end]:
        empty = {at for hit in _EMPTY.finditer(text, start, end) for at in range(*hit.span())}
        hits = [at for at in hits if at not in empty]
    best = _pair(text, start, end, hits, _HABITS[0])
    if best.faults == 0 or len(hits) > _MANY:
        return best
    talked = any(_is_sign(text, start, end, at) for at in hits)
    inches = any(at > start and text[at - 1] in _NUMBER for at in hits)
    arrows = any(text[at] in "«»" for at in hits)
    for habit in _HABITS[1:]:
        if (habit.inches <= inches) and (habit.signs <= talked) and (habit.arrows <= arrows):
            other = _pair(text, start, end, hits, habit)
            best = other if other.faults < best.faults else best
    return best


def _pair(text: str, start: int, end: int, hits: list[int], habit: _Habit) -> Pairs:
    closed: list[tuple[int, int, int]] = []
    strays: list[int] = []
    stack: list[int] = []
    for at in hits:
        if habit.signs and _is_sign(text, start, end, at):
            continue
        turn = _turn(text, at, start, end, len(stack), habit)
        if turn == "open":
            stack.append(at)
        elif turn == "close" and stack:
            opener = stack.pop()
            closed.append((opener, at, len(stack)))
        elif turn == "close":
            strays.append(at)
    return Pairs(tuple(closed), tuple(stack), tuple(strays))


def _is_sign(text: str, start: int, end: int, at: int) -> bool:
    """Whether a mark that touches no word is talked about, beside a word for marks."""
    before, after = text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "
    if (before not in _BLANK and before not in "([/") or (after not in _BLANK and after not in ")]/,;.:"):
        return False
    if text[max(at - 2, start) : at].strip() in tuple(",.!?"):
        return False  # the end of a quotation after a space too many
    return _TALK.search(text, max(at - 60, start), min(at + 60, end)) is not None


def _turn(text: str, at: int, start: int, end: int, depth: int, habit: _Habit) -> Turn | None:
    """Whether a double mark opens or closes; None for an inch or an arrow."""
    mark = text[at]
    before, after = text[at - 1] if at > start else " ", text[at + 1] if at + 1 < end else " "
    if mark in "«»":
        return None if habit.arrows else _guillemet(mark, before, after, depth)
    if before in _NUMBER and mark in '"″”' and _is_unit(text, at, start, depth, habit):
        return None
    if at > start and ends_paragraph(text, at, end):
        return "close"  # whatever its shape and the space before it, nothing can follow it
    if mark in "“„‟":
        # Two habits: “ for both marks, and “ closing German „quotations“.
        closes = depth and before not in BEFORE_OPENER and after in AFTER_CLOSER
        return "close" if closes else "open"
    if mark == "”":
        begins = (
            at == start
            or (after.isalnum() and not before.isalnum())
            or (before in BEFORE_OPENER and after not in AFTER_CLOSER)
        )
        opens = not depth and begins  # the wrong shape, where nothing could be closed
        return "open" if opens else "close"
    if before in _BLANK and _ELLIPSIS.match(text, at + 1):
        return "open"  # "... but why?"
    return _straight(before, after, depth)


def ends_paragraph(text: str, at: int, end: int) -> bool:
    """Whether no word and no other mark comes after the mark at `at` in its paragraph."""
    return end - at <= _TAIL and not any(mark.isalnum() or mark in DOUBLE for mark in text[at + 1 : end])


def _straight(before: str, after: str, depth: int) -> Turn:
    opens = before in BEFORE_OPENER and (after not in " \t\r\n" or not depth)
    closes = after in AFTER_CLOSER or before not in BEFORE_OPENER
    if opens and closes:
        return "close" if depth else "open"
    if not depth and not opens and (after.isalnum() or before == ":"):  # `he said."We` and `she said:" Go."`
        return "open"
    return "open" if opens else "close"


def _guillemet(mark: str, before: str, after: str, depth: int) -> Turn | None:
    """«French», « spaced » and »German« marks; None for an arrow between spaces."""
    touches = before not in BEFORE_OPENER, after not in AFTER_CLOSER
    if mark == "«":
        return "close" if depth and touches[0] and not touches[1] else "open"
    if depth:
        return "close"
    if touches[1]:
        return "open"
    return "close" if touches[0] else None


def _is_unit(text: str, at: int, start: int, depth: int, habit: _Habit) -> bool:
    """Whether a mark after a figure is for inches: `6'2"`, and any figure but a year where no quotation is open."""
    if _YEAR.match(text, max(at - 5, start), at):
        return False
    return not depth or habit.inches or _FEET.search(text, max(at - 7, start), at) is not None


_YEAR = lazy(r"[^\d.,][12]\d{3}\Z")


_SINGLE = lazy("[‘’‛‚']")
# Words that lose their first letters to an apostrophe, and decades: "'90s", "’twas" open nothing.
_CLIPPED = lazy(
    r"(?:\d0s|\d\d\b|em|til|tis|twas|cause|n|round|bout|cos|cuz|kay|neath|nuff|scuse|ere|im|er|e)(?![^\W_])",
    re.IGNORECASE,
)


def singles(text: str, start: int, end: int) -> Iterator[tuple[int, int | None]]:
    """British quotations: (opener, closer) of marks that open at a word's start and close after one, apostrophes left out.

    An opener's closer is the first mark after it that can only close or, failing that, the first that may; None if
    there is neither, and then it is the last.
    """
    opener = _next_single(text, start, end, start)
    if opener is None:
        return
    closers = _single_closers(text, opener + 1, end)
    while opener is not None:
        closer = next((marks[at] for marks in closers if (at := bisect_right(marks, opener)) < len(marks)), None)
        yield opener, closer
        if closer is None:
            return
        opener = _next_single(text, closer + 1, end, start)


def _next_single(text: str, position: int, end: int, start: int) -> int | None:
    for hit in _SINGLE.finditer(text, position, end):
        at = hit.start()
        before = text[at - 1] if at > start else " "
        if (
            hit[0] != "’"
            and before in BEFORE_OPENER
            and text[at + 1 : at + 2].isalnum()
            and not _CLIPPED.match(text, at + 1)
        ):
            return at
    return None


def _single_closers(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """The marks that can only close, and those that may: `workers'` is in doubt."""
    certain: list[int] = []
    doubtful: list[int] = []
    low = text.find("‚", max(start - 1, 0), end) >= 0  # ‚German‘ marks close with ‘
    for hit in _SINGLE.finditer(text, start, end):
        at = hit.start()
        before, after = text[at - 1], text[at + 1] if at + 1 < end else " "
        if hit[0] == "‚" or (hit[0] == "‘" and not low) or after not in AFTER_CLOSER or before in " \t\n":
            continue
        (certain if before != "s" or after in ",.;:!?" else doubtful).append(at)
    return certain, doubtful
