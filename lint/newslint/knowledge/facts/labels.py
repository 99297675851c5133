"""Figures that are no quantities: times of day, telephone numbers, addresses, numbers in names (`Boeing 737`, `page 4`); ages.

All patterns look at the folded text beside a figure; `cased` is the same text with its capitals.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.knowledge.numbers import Number

_NUMBERED: Final = frozenset(
    (
        "no nos number numbers page pages pp room rooms suite apt apartment unit flat box route highway interstate motorway "
        "runway gate platform line bus flight channel section sections article articles chapter chapters verse rule "
        "proposition prop title phase level levels tier category categories class type group division district ward precinct "
        "region zone grade grades stage lap episode volume vol issue figure fig table appendix exhibit item lot model "
        "version windows ios android iphone ipad galaxy boeing airbus formula covid sputnik apollo bowl caption form psalm "
        "psalms extension ext size league squadron catch mach band terminal pier dock track building block plot hole par "
        "serial reference ref case bill act decree clause paragraph para paras footnote note kickoff sunday's opus op bwv "
        "hwy exit junction step question amendment"
    ).split()
)
_WORD = lazy(r"(?:\b\w+'s|\w+)(?=\.? \Z)")
_ONE_OF = lazy(r"\b(?:caption|photo|image|slide) \d+ of \Z", needs=(" of ",))
_WORD_LABEL = lazy(
    r"\b(?:no\.?|number|page|part|day|phase|chapter|volume|act|level|plan|grade|year|game|square|world war) \Z"
)
_CLOCK = lazy(r"(?:[:.]\d\d)?(?: ?- ?\d{1,2}(?:[:.]\d\d)?)? ?(?:[ap]\.?m\b|o'clock|hrs\b|noon|gmt|[ecmp][sd]t\b)")
_AT_NIGHT = lazy(r" (?:in the (?:morning|afternoon|evening)|at night)\b")
_AT = lazy(r"\b(?:at|by|until|till|before|after|from) \Z")
_STREET = lazy(
    r" (?:[\w.'-]+ ){1,3}?(?:street|st\b|avenue|ave\b|road|rd\b|boulevard|blvd|drive|lane|court|"
    r"place|square|terrace|highway|parkway|crescent|close|way)\b"
)
_OLD = lazy(
    r"(?:[ -]?(?:and-a-half-)?(?:year|month|week|day)s?[ -]olds?\b|[ -]?years? of age|(?:[ -]?yr|[ -]?yo)s?\b|[ -]?y/o)"
)
_AGED = lazy(
    r"\b(?:aged?|ages|turn(?:s|ed|ing)|at the age of|under-|over-) (?:just |only |about )?\Z",
    needs=("age|turn|under-|over-",),
)
_APPOSED = lazy(r"[,;)]|\.(?!\d)| of [a-z]| from [a-z]|\Z")
_OLDEST: Final = 119


def what_else(text: str, cased: str, number: Number, start: int, end: int) -> Literal["", "label", "age"]:
    """`age`, or `label` for a figure that counts and measures nothing; nothing for a quantity.

    [start, end) is the segment in the folded text.
    """
    if number.kind:
        return ""
    before, at, last = text[max(start, number.start - 40) : number.start], number.start, number.end
    if _OLD.match(text, last, end) or (number.value <= _OLDEST and _AGED.search(before)):
        return "age"
    if number.words:
        return "label" if _WORD_LABEL.search(before) else ""
    if _labelled(before) or _clock(text, number, before, end) or _telephone(text, number, start, end):
        return "label"
    if cased[last : last + 2].strip()[:1].isupper() and _STREET.match(text, last, min(end, last + 50)):
        return "label"
    if 0 < number.value <= _OLDEST and before.endswith((", ", " (")) and _APPOSED.match(text, last, end):
        return "age" if _name(cased, at - 2) and before.endswith(", ") else ""
    return ""


def _labelled(before: str) -> bool:
    """Whether the words before a figure end in what is numbered: `page 4`, `#4`, `photo 1 of 4`."""
    word = _WORD.search(before)
    return (
        (word is not None and word[0] in _NUMBERED)
        or before.removesuffix(" ").endswith(("#", "§", "&"))
        or _ONE_OF.search(before) is not None
    )


def named(cased: str, number: Number, start: int) -> bool:
    """Whether a figure follows a capitalised word that does not begin the sentence: it is probably part of a name."""
    if number.words or "," in cased[number.start : number.end] or cased[number.start - 1 : number.start] != " ":
        return False
    word = re.search(r"[\w'’.-]+\Z", cased[max(start, number.start - 24) : number.start - 1])
    if word is None or not word[0][:1].isupper() or word[0].endswith((".", "'s", "’s")):
        return False
    before = cased[: number.start - 1 - len(word[0])].rstrip(" ")
    return bool(before) and len(before) > start and before[-1] not in ".!?:;\n\"“”'‘’•"


def _name(cased: str, end: int) -> bool:
    word = re.search(r"[\w'’.-]+\Z", cased[max(0, end - 24) : end])
    return word is not None and word[0][0].isupper()


def _clock(text: str, number: Number, before: str, end: int) -> bool:
    if number.value > 24 or number.step != 1:
        return number.value < 24.6 and number.step == 0.01 and _CLOCK.match(text, number.end, end) is not None
    if _CLOCK.match(text, number.end, end):
        return True
    return _AT.search(before) is not None and _AT_NIGHT.match(text, number.end, end) is not None


def _telephone(text: str, number: Number, start: int, end: int) -> bool:
    """Whether it is one of several groups of digits, or begins with a nought."""
    written = text[number.start : number.end]
    if not written.isdigit():
        return False
    if (written[0] == "0" and len(written) > 1) or len(written) > 7:
        return True
    after = re.match(r"[ -]\d{3,4}(?![\d,.]\d|\w)", text[number.end : min(end, number.end + 6)])
    before = re.search(r"(?<![\d,])\(?\d{2,4}\)?[ -]\Z", text[max(start, number.start - 7) : number.start])
    return len(written) >= 3 and (after is not None or before is not None)
