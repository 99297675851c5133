"""Measures as news writes them: `14 miles`, `6 feet 2 inches`, `half an acre`, `5 to 8 inches`, also in words."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newslint.knowledge.numbers import ONES, Number, figure, hedge_before, in_words
from newslint.knowledge.units import UNITS, Measure
from newslint.patterns import lazy

_FRACTIONS: Final = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
    "half": 0.5,
    "three-quarter": 0.75,
    "three quarter": 0.75,
    "quarter": 0.25,
    "third": 1 / 3,
}
_GLYPHS: Final = "½¼¾⅓⅔⅛⅜⅝⅞"
_SLASH: Final = r"\d\d?[/⁄]\d\d?(?![/⁄\d])"
_AND_PART: Final = r"[ -]and[ -](?:an?|one|three)[ -](?:half|quarters?|third)\b"
_NAMES: Final = "|".join(re.escape(name) for name in sorted(UNITS, key=len, reverse=True))
_WORD: Final = (
    rf"(?:{'|'.join(sorted(ONES, key=len, reverse=True))}|(?:twen|thir|for|fif|six|seven|eigh|"
    rf"nine)ty|hundred|thousand|million|a dozen|dozen)"
)
_NUMBER: Final = (
    r"(?P<{0}sign>minus |(?<![\w.])[-−](?=[\d."
    rf"]))?(?:(?<![\d.,/⁄])(?<!\d )(?P<{{0}}glyph>[{_GLYPHS}]|{_SLASH})"
    r"|(?P<{0}figure>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?<![\d.,/⁄])\d+(?:\.\d+)?|"
    r"(?<![\d,])\.\d+)"
    rf"(?P<{{0}}fraction> ?[{_GLYPHS}]|[ -]{_SLASH}|{_AND_PART})?"
    rf"|(?P<{{0}}part>half|(?:one |a )?quarter|three[ -]quarters|(?:one |a |two[ -])?thirds?)(?: of)? an?(?= )"
    rf"|(?P<{{0}}words>(?<![\w-]){_WORD}(?:[ -](?:and )?{_WORD})*(?:{_AND_PART})?|(?<!of )(?<![\w-])an?(?= )))"
    r"(?:[ -](?P<{0}scale>million|billion|thousand)|(?P<{0}short>bn|m)(?= [a-z]))?"
)
_MEASURE: Final = rf"{_NUMBER}[ -]*(?P<{{0}}unit>{_NAMES})(?![\w²³/])"
_SECOND: Final = (
    r"(?:,? (?:and )?|-)?(?P<{0}more>\d+(?:\.\d+)?)[ -]?(?P<{0}less>inch(?:es)?|ins?|lbs?|pounds?|"
    r"ounces?|oz)\b(?!/)"
)
_LOW: Final = rf"(?:\d[\d,.]*(?: ?[{_GLYPHS}]|[ -]{_SLASH})?|{_SLASH}|[{_GLYPHS}])"
_RANGE: Final = rf"(?:(?P<{{0}}from>{_LOW})(?: ?(?:-|–|—) ?| to | and | or |-to-))?"
LEFT = lazy(
    rf"(?<![\w.,$£€]){_RANGE.format('l')}{_MEASURE.format('l')}(?:{_SECOND.format('l')})?"
    r"(?P<tail>(?:[ -](?:long|wide|high|deep|tall|thick|across|away|apart|inland|north|south|east|"
    r"west|offshore|above|below|in))?(?: [a-z]+)?)\Z"
)
# What a measure begins with, or a hedge before one.
BEGINS: Final = (
    rf"(?:[\d{_GLYPHS}=~−.-]|(?:or|about|around|roughly|approximately|nearly|almost|more|over|just|some|up|only|ca?|minus|"
    rf"half|one|an?|quarters?|three|two|thirds?|{_WORD})(?![a-z]))"
)
RIGHT = lazy(
    r"(?P<join> ?[(\[]|, or |; |/)(?P<hedge>(?:or|about|around|roughly|approximately|nearly|"
    r"almost|more than|over|just over|just under|some|up to|only|ca?\.?|=|~)"
    rf" ?)*{_RANGE.format('r')}{_MEASURE.format('r')}(?:{_SECOND.format('r')})?(?P<adjective>[ "
    rf"-](?:long|wide|high|deep|tall|thick|across|away))?(?=(?P<then>[)\],;./]| |$))"
)


class Found(NamedTuple):
    """A measure as written, or a range of two, at [start, end) of the folded text."""

    measures: tuple[Measure, ...]
    name: str
    start: int
    end: int


def found(hit: re.Match[str], side: str, base: int, text: str) -> Found | None:
    """The measure of a match of LEFT (`side` l) or RIGHT (r), whose offsets are `base` short of those of the text."""
    unit = UNITS[hit[f"{side}unit"]]
    start = base + min(
        at
        for at in (hit.start(f"{side}{part}") for part in ("from", "sign", "figure", "glyph", "part", "words"))
        if at >= 0
    )
    end = base + max(hit.end(f"{side}unit"), hit.end(f"{side}less"))
    hedge = hedge_before(text, start, max(start - 24, 0))
    number = _number(hit, side, start, end, hedge)
    if number is None or not number.value:
        return None
    more = None
    if hit[f"{side}less"]:
        value, step = figure(hit[f"{side}more"])
        more = Measure(Number(start, end, value, step), UNITS[hit[f"{side}less"]])
        if more.unit.dimension != unit.dimension or more.unit.factors[0] >= unit.factors[0]:
            return None
    measures: tuple[Measure, ...] = (Measure(number, unit, more),)
    if hit[f"{side}from"]:
        factor = number.value / _plain_value(hit, side) if number.value and _plain_value(hit, side) else 1.0
        value, step = _mixed(hit[f"{side}from"].rstrip(".,"))
        measures = (Measure(Number(start, end, value * factor, step * factor, "", hedge), unit), *measures)
    return Found(measures, hit[f"{side}unit"], start, end)


def _plain_value(hit: re.Match[str], side: str) -> float:
    """The figure without its scale word: `2 to 3 million acres` counts both in millions; 0 if it has none."""
    if not hit[f"{side}figure"] or not (hit[f"{side}scale"] or hit[f"{side}short"]):
        return 0.0
    return figure(hit[f"{side}figure"])[0]


_JOINED: Final = lazy(_AND_PART + r"\Z")
_MIXED: Final = lazy(rf"(?P<whole>\d[\d,.]*?)??(?P<gap>[ -]?)(?P<part>{_SLASH}|[{_GLYPHS}])")


def _mixed(written: str) -> tuple[float, float]:
    """Value and last place of a figure, a fraction, or both: 5, 3/4, 1 1/2, 2½."""
    hit = _MIXED.fullmatch(written)
    if hit is None:
        return figure(written)
    part = _fraction(hit["part"])
    return figure(hit["whole"] or "0")[0] + part, _last_place(hit["part"])


def _last_place(part: str) -> float:
    """Half of the fraction's grain, a tenth at most: 3/4 is a rounding to quarters, or closer."""
    _, _, below = part.replace("⁄", "/").partition("/")
    return min(0.1, 1 / (2 * int(below))) if below.isdigit() and int(below) else 0.1


def _number(hit: re.Match[str], side: str, start: int, end: int, hedge: str) -> Number | None:
    scale = {"m": "million", "bn": "billion"}.get(hit[f"{side}short"] or "", hit[f"{side}scale"] or "")
    words, part = hit[f"{side}words"], hit[f"{side}part"]
    if hit[f"{side}figure"]:
        value, step = figure(hit[f"{side}figure"], scale)
        fraction = _fraction(hit[f"{side}fraction"] or "")
        value, step = value + fraction, step * (0.25 if fraction else 1.0)
        value = -value if hit[f"{side}sign"] else value
    elif hit[f"{side}glyph"]:
        value, step = _mixed(hit[f"{side}glyph"])
    elif part:
        value, step = _fraction(part), 0.1
        value *= 2 if part.startswith("two") else 1
    else:
        joined = _JOINED.search(words)
        spelt = words[: joined.start()] if joined else words
        read = 1.0 if spelt in ("a", "an") else in_words(spelt)
        if read is None:
            return None
        value, step = read + (_fraction(joined[0]) if joined else 0.0), 0.5 if joined else 1.0
    return Number(start, end, value, step, "", hedge)


def _fraction(written: str) -> float:
    above, slash, below = written.strip(" -").replace("⁄", "/").partition("/")
    if slash:
        return int(above) / int(below) if int(below) else 0.0
    return next((value for name, value in _FRACTIONS.items() if name in written), 0.0)
