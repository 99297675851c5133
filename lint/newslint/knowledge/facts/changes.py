"""What the words before a figure make of it: an end of a range, an end or the amount of a change, a hedge that is none."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final, Literal

from msgspec import structs

from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.knowledge.numbers import Number

Change = Literal["", "from", "to", "by"]

_MOVE: Final = (
    r"rose|rises?|risen|rising|climb(?:s|ed|ing)?|grew|grow(?:s|n|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|"
    r"ing)?|increas(?:es?|"
    r"ed|ing)|"
    r"up|gain(?:s|ed)?|add(?:s|ed)|fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|"
    r"down|slipp?(?:s|ed)?|"
    r"decreas(?:es?|ed|ing)|cut|went|gone|rais(?:es?|ed|ing)|lower(?:s|ed)?|reduc(?:es?|ed)|widen(?:s|"
    r"ed)?|narrow(?:s|ed)?"
)
_ROUGHLY: Final = r"(?: (?:about|just|only|nearly|almost|over|more than|around|some|an estimated|an?))* ?\Z"
_ANY = lazy(rf"\b(?:to|from|by|{_MOVE})\b")
_BY = lazy(rf"\b(?:{_MOVE})(?: by)?{_ROUGHLY}")
_TO = lazy(rf"\b(?:{_MOVE}|from [$£€]?\d[\w.,%]*(?: [a-z]+)?)(?: [\w.,%$£€-]+){{0,5}}? to{_ROUGHLY}")
_FROM = lazy(rf"(?P<move>\b(?:{_MOVE})\b(?: [\w.,%$£€-]+){{0,5}}? )?\bfrom{_ROUGHLY}")
_UPWARD = lazy(
    r"\b(?:go|goes|going|went|gone|climb\w*|rises?|rose|risen|rising|mov(?:es?|ed|ing)|shot|creep\w*|"
    r"crept|jump\w*) up to [$£€]?\Z"
)
_GOT = lazy(rf"\brais(?:es?|ed|ing){_ROUGHLY}")  # a sum of money that is raised has not risen
_ONWARD = lazy(r"[^.;]{0,50}\bto \d")


def sure(text: str, number: Number, ranged: bool) -> Number:
    """The number without a hedge that is none: `between the two parties`, `about the 2016 election`."""
    if number.hedge and (
        _UPWARD.search(text, max(number.start - 24, 0), number.start)
        or text.endswith("the ", 0, number.start)
        or (text.endswith("between ", 0, number.start) and not ranged)
    ):
        return structs.replace(number, hedge="")
    return number


def ranges(text: str, numbers: list[Number]) -> frozenset[int]:
    """The first offsets of numbers that are ends of a range: `9 to 12`, `10-15`, `between 9 and 12`."""
    found = set()
    for one, other in itertools.pairwise(numbers):
        between = text[one.end : other.start].strip()
        if other.value <= one.value or one.kind not in ("", other.kind):
            continue
        if (between in ("to", "-", "–", "or") and not text.endswith("from ", 0, one.start)) or (
            between == "and" and text.endswith("between ", 0, one.start)
        ):
            found |= {one.start, other.start}
    return frozenset(found)


def change(text: str, at: int, last: int, start: int, end: int) -> Change:
    """Whether a figure is an end or the amount of a change: `rose by 3`, `from 9 to 12`, `up 3`."""
    low = max(at - 60, start)
    if _ANY.search(text, low, at) is None:
        return ""
    if _TO.search(text, low, at):
        return "to"
    hit = _FROM.search(text, low, at)
    if hit is not None:
        return "from" if hit["move"] or _ONWARD.match(text, last, min(end, last + 60)) else ""
    return "by" if _BY.search(text, low, at) and not _GOT.search(text, low, at) else ""
