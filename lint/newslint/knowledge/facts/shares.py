"""Figures that are no plain numbers: fractions (`a third`, `two in five`), factors (`doubled`, `six times`), ordinals, scores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from newslint.knowledge.numbers import ONES, figure, hedge_before, in_words, matches
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ORDINALS: Final = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_PARTS: Final = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_VERBS: Final = {"doubl": 2.0, "halv": 0.5, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0}
_SMALL: Final = "|".join(word for word in ONES if word != "zero")
_N: Final = rf"(?:\d+|{_SMALL}|twenty)"
_NAMED: Final = "year|time|day|man|woman|person|party|place|term|round|season|consecutive|straight|quarter"
_NO_SCORE: Final = "year|day|hour|week|month|minute|metre|meter|mile|point|ft|km|percent"
_AS: Final = (
    "as|more|the|that|its|their|what|higher|larger|bigger|(?:last|this) (?:year|season|month|week|quarter)'s|annual"
)
_SPECIAL = lazy(
    rf"(?<![\w-])(?:"
    rf"(?P<above>an?|one|two|three|four|five|six|seven|eight|nine)[ -](?P<below>{'|'.join(_PARTS)})s?\b"
    rf"(?=(?: of)?(?!(?:-| )(?:{_NAMED}|century|mast|time|hour|dozen|staff)\b))"
    rf"|(?P<lone>half)(?!-|,? an?\b| (?:a )?(?:dozen|million|billion|century|time|way|brother|sister))\b"
    rf"|(?P<of>{_N}) (?:in|out of)(?: every)? (?P<whole>(?!1[5-9]\d\d|20\d\d){_N})\b(?! (?:(?:year|month|day|week|game)s?|"
    rf"matches))"
    rf"|(?P<times>{_N}|twice|thrice)(?: times)?(?<=times|twice|hrice)(?= (?:{_AS})\b)"
    rf"|(?P<fold>{_N})[ -]?fold\b"
    rf"|(?P<verb>{'|'.join(_VERBS)})(?:e[sd]?|ing)\b"
    rf"|(?P<ordinal>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))(?= [a-z])"
    rf"|(?P<home>\d{{1,3}})[-–](?P<away>\d{{1,3}})(?![\d-]|[ -](?:{_NO_SCORE})|%|\w)"
    rf")"
)


class Special(NamedTuple):
    """A figure of one of these forms at [start, end) of the folded text. `after` is a score's second figure, or a share's whole."""

    start: int
    end: int
    kind: Literal["share", "factor", "ordinal", "score"]
    value: float
    step: float
    hedge: str
    after: float | None = None


def special(text: str, places: Sequence[int], start: int, end: int) -> Iterator[Special]:
    """All of them in [start, end) of a folded text, in order; they may begin at one of `places`."""
    for hit in matches(_SPECIAL, text, places, end):
        hedge = hedge_before(text, hit.start(), start)
        yield from _of(hit, hedge)


def _of(hit: re.Match[str], hedge: str) -> Iterator[Special]:
    first, last = hit.span()
    if hit["below"] or hit["lone"]:
        above = 1.0 if hit["lone"] else number(hit["above"])
        below = _PARTS[hit["below"] or "half"]
        if above < below:
            yield Special(first, last, "share", above / below, 1 / below, hedge, float(below))
    elif hit["of"]:
        of, whole = number(hit["of"]), number(hit["whole"])
        if 0 < of < whole:
            yield Special(first, last, "share", of / whole, 1 / whole, hedge, whole)
    elif hit["times"]:
        value = {"twice": 2.0, "thrice": 3.0}.get(hit["times"]) or number(hit["times"])
        yield Special(first, last, "factor", value, 1.0, hedge)
    elif hit["fold"]:
        yield Special(first, last, "factor", number(hit["fold"]), 1.0, hedge)
    elif hit["verb"]:
        yield Special(first, last, "factor", _VERBS[hit["verb"]], 0.0, hedge)
    elif hit["ordinal"]:
        yield Special(
            first, last, "ordinal", float(_ORDINALS.get(hit["ordinal"]) or int(hit["ordinal"][:-2])), 1.0, hedge
        )
    else:
        yield Special(first, last, "score", float(hit["home"]), 1.0, hedge, float(hit["away"]))


def number(written: str) -> float:
    """The value of a whole number in figures or in words; `a` is one."""
    if written in ("a", "an"):
        return 1.0
    return figure(written)[0] if written[0].isdigit() else in_words(written) or 0.0
