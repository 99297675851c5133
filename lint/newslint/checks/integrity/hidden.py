"""hidden: characters that nobody sees but that break search, copying and reading aloud."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.words import unprintable
from newslint.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

Sort = Literal["zero-width-in-word", "zero-width", "soft-hyphen", "override", "direction", "tag"]

_HIDDEN = lazy(
    "[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0001\U000e0020-\U000e007f]+"
)
# What turns Latin letters round: right-to-left embedding, overrides, right-to-left isolate (Boucher & Anderson 2021,
# "Trojan Source", arXiv:2111.00169). The other controls of direction do no harm to English.
_OVERRIDES: Final = frozenset("\u202b\u202d\u202e\u2067")
_DIRECTION: Final = frozenset("\u200e\u200f\u202a\u202c\u2066\u2068\u2069")
_BLACK_FLAG: Final = "\U0001f3f4"
# The invisible operators of mathematics (applied, times, comma, plus) are right in a formula.
_OPERATORS: Final = frozenset("\u2061\u2062\u2063\u2064")
_FORMULA = lazy("[=+−±*/^<>≤≥∑∫√×÷|(\\d\u0370-\u03ff\u2200-\u22ff\U0001d400-\U0001d7ff]")
# A place to break a line, where a house sets one after each dash or slash.
_BREAK: Final = "\u200b"
_BREAKS_AFTER: Final = "-–—/"
_WORD = 40  # code points of a word shown on either side of what hides in it
_BLANK = lazy(r"[ \n]")
_OPERANDS: Final = 12  # code points of a formula on either side of an operator
_NEAR: Final = 60  # code points in which right-to-left letters justify a control of direction
_NO_JOINERS: Final = "\u0530"  # Latin, Greek and Cyrillic are below: scripts whose letters need no joiner


class Hidden(Check, frozen=True, kw_only=True):
    """Reports runs of invisible characters of the `sorts` named; `once` only the first of each sort.

    Right and silent: operators in formulas, joiners in emoji and in Persian, Arabic and Indic words, controls of direction near
    right-to-left letters, the tags of flag emoji, places to break a line after a dash or a slash.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "code", "word"})
    per: ClassVar[str] = "document"

    sorts: tuple[Sort, ...]
    once: bool = False

    def find(self, unit: Unit) -> Iterator[Match]:
        """The runs, in order; deleting one is the suggestion."""
        text = unit.view.text
        if unit.view_name == "prose" and not unit.document.derived(unprintable):
            return
        places: dict[str, list[Span]] = {}
        for hit in _HIDDEN.finditer(text):
            sort = _sort(text, *hit.span())
            if sort in self.sorts and not (sort == "soft-hyphen" and _is_written(unit, hit)):
                places.setdefault(sort if self.once else str(hit.start()), []).append(Span(*hit.span()))
        for first, *others in places.values():
            code = f"U+{ord(text[first.start]):04X}"
            yield Match(first, ("",), values=_values(text, first.start, first.end), text=code, elsewhere=tuple(others))


def _is_written(unit: Unit, hit: re.Match[str]) -> bool:
    """Whether the file has an entity for a soft hyphen: somebody wants the word to break there."""
    place = unit.view.span(*hit.span())
    return unit.document.text.content.startswith(("&shy;", "&#173;", "&#xAD;", "&#xad;"), place.start)


def _sort(text: str, start: int, end: int) -> Sort | None:
    """What sort of hidden run is at [start, end); None if it belongs there."""
    run = set(text[start:end])
    before, after = text[start - 1 : start], text[end : end + 1]
    if min(run) >= "\U000e0001":
        return None if before == _BLACK_FLAG else "tag"
    if run & (_OVERRIDES | _DIRECTION):
        if _reads_leftward(text[max(start - _NEAR, 0) : end + _NEAR]):
            return None
        return "override" if run & _OVERRIDES else "direction"
    if run <= _OPERATORS and _FORMULA.search(text[max(start - _OPERANDS, 0) : end + _OPERANDS]):
        return None
    if run == {"\u00ad"}:
        return "soft-hyphen"
    if run == {_BREAK} and before and before in _BREAKS_AFTER:
        return None
    if not (before.isalpha() and after.isalpha()):
        return None if run == {"\u200d"} and not before.isspace() and not before.isascii() else "zero-width"
    return "zero-width-in-word" if before < _NO_JOINERS and after < _NO_JOINERS else None


def _reads_leftward(text: str) -> bool:
    return any(
        unicodedata.bidirectional(char) in ("R", "AL") for char in text if char.isalpha() and char >= _NO_JOINERS
    )


def _values(text: str, start: int, end: int) -> dict[str, str]:
    char = text[start]
    before, after = text[max(start - _WORD, 0) : start], text[end : end + _WORD]
    word = _HIDDEN.sub("", _BLANK.split(before)[-1] + _BLANK.split(after)[0])
    return {"name": unicodedata.name(char, "invisible character").lower(), "code": f"U+{ord(char):04X}", "word": word}
