"""Numbers as news writes them, in figures and in words, and the interval of true values that each may mean.

A written number is a rounding of something: 1.5m may be anything from 1.45m to 1.55m, 500 anything from 450 to 550.
Every check of figures compares such intervals, so it reports only what no plausible rounding reconciles. The method is
that of GRIM and statcheck (Brown & Heathers 2017; Nuijten et al. 2016). Interval arithmetic only.
"""

from __future__ import annotations

import math
import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ONES: Final = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
_TENS: Final = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
SCALES: Final = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "crore": 1e7,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "trn": 1e12,
    "dozen": 12.0,
}
_UNDER: Final = (
    "nearly|almost|just under|close to|not quite|up to|less than|under|below|fewer than|at most|no more than"
)
_OVER: Final = (
    "more than|(?<!hand )(?<!handed )(?<!handing )(?<!turned )(?<!signed )over|above|just over|at least|"
    "upwards of|in excess of|no fewer than|well over|a little over|slightly more than"
)
_ABOUT: Final = (
    "about|around|roughly|approximately|some|an estimated|estimated|circa|approx|or so|perhaps|maybe|between|nearer|"
    "as many as|as much as|a little|slightly|at a rate of|equivalent to"
)
HEDGE: Final = lazy(
    rf"(?:(?P<under>{_UNDER})|(?P<over>{_OVER})|(?P<about>{_ABOUT}|~|c\.))(?: (?:an?|the|of|to))*[ (]*[$£€]?\Z"
)
_WORD: Final = "|".join(sorted([*ONES, *_TENS], key=len, reverse=True))
_SCALE: Final = "hundred|thousand|lakh|crore|million|billion|trillion"
# After these a number ends: "two four-year terms" are two.
_ENDED: Final = "".join(f"(?<!{word})" for word in (*list(ONES)[:13], "teen"))
_FIGURE = lazy(
    r"(?<![\w.,/:#+@])(?<![a-z]-)(?P<currency>(?:us|au?|ca?|nz|hk|s)?\$|£|€|¥|₹|₦|₱|₩|rs\.? ?"
    r"|(?:n|r|sh|k?shs?|tk|rm|kr|chf|rmb|aed)\.? ?(?=\d[\d.,]*(?: ?(?:million|billion|trillion)\b|(?:m|bn|tn)\b|,\d{3})))?"
    r"(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?:[ -]?(?P<scale>thousand|lakh|crore|million|billion|trillion|dozen|mn|mln|bn|tn|trn|[mbk])\b)?"
    r"(?P<percent> ?(?:%|per ?cent\b|pct\b)(?! ?(?:age )?points?))?(?![\d/]|(?<![a-z]):|:\d|[.,]\d|(?:st|nd|rd|th)\b|\w)"
    rf"|(?<![\w-])(?P<words>(?:half an? (?={_SCALE}|dozen)|(?:an? )?(?:{_WORD}|half|dozen)|an? (?={_SCALE}))"
    rf"(?:[ -]?(?:and )?(?:{_SCALE}|dozen)\b|{_ENDED}[ -]?(?:and )?(?:{_WORD})\b)*(?![\w-]*-?(?:th|st|nd|rd)\b)(?!\w|"
    rf"-(?:thirds?|fifths?|quarters?|halves)))"
    r"(?P<share> ?(?:%|per ?cent\b)(?! ?(?:age )?points?))?"
)
CAP: Final = 0.1  # nobody writes 100 for 149: trailing zeros round off at most a tenth either way


class Interval(NamedTuple):
    """Closed interval of plausible true values."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether some value is in both (with tolerance for floating point)."""
        slack = 1e-9 * max(abs(self.high), abs(other.high), 1e-300)
        return self.low <= other.high + slack and other.low <= self.high + slack


class Number(Struct, frozen=True, dict=True):
    """A written number: [start, end) of the folded text it was read from, sign and scale included.

    `step` is the place value of its last significant digit. `kind` is `%`, a currency sign or nothing; `hedge` is
    `about`, `over`, `under` or nothing; `words` means that no digit was used.
    """

    start: int
    end: int
    value: float
    step: float
    kind: str = ""
    hedge: str = ""
    words: bool = False

    @cached_property
    def exact(self) -> Interval:
        """The interval of half the last digit either way; a whole number below a million is a count and exact."""
        half = self.step / 2 if self.step < 1 or self.value >= 1e6 or self.kind else 0.0
        return self._hedged(self.value - half, self.value + half)

    @cached_property
    def rounded(self) -> Interval:
        """The interval of rounding to nearest; trailing zeros and fives may be rounded."""
        return self._hedged(*spread(self.value, self.step, 0.5))

    @cached_property
    def cut(self) -> Interval:
        """The interval of rounding in any direction: as `rounded`, but a whole last digit either way."""
        return self._hedged(*spread(self.value, self.step, 1.0))

    def _hedged(self, low: float, high: float) -> Interval:
        margin = abs(self.value) * CAP
        if self.hedge in ("about", "under"):
            low = min(low, self.value - margin)
        if self.hedge in ("about", "over"):
            high = max(high, self.value + margin)
        return Interval(low, high)


def spread(value: float, step: float, share: float) -> tuple[float, float]:
    """The values that may have been rounded to `value`: `share` of its last digit, or of its trailing zeros, either way."""
    width = share * step
    if step >= 1 and value:
        width = max(width, min(zeros(value) / 2, abs(value) * CAP))
    return value - width, value + width


def zeros(value: float) -> float:
    """The greatest of 1, 5, 10, 50, 100 … that divides a whole number."""
    grain, power = 1.0, 1.0
    while power <= abs(value):
        for candidate in (power, 5 * power):
            if math.isclose(value / candidate, round(value / candidate), abs_tol=1e-9):
                grain = candidate
        power *= 10
    return grain


def read(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """The numbers of [start, end) of a folded text (lower case, plain hyphens), in order."""
    last = len(text) if end is None else end
    return list(_numbers(text, _FIGURE.finditer(text, start, last), start))


def read_at(text: str, places: Sequence[int], start: int, end: int) -> list[Number]:
    """As `read`, where it is known at which offsets a number may begin."""
    return list(_numbers(text, matches(_FIGURE, text, places, end), start))


def matches(pattern: re.Pattern[str], text: str, places: Sequence[int], end: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin at one of some ascending offsets, none inside another: `finditer` without a search."""
    last = -1
    for place in places:
        hit = pattern.match(text, place, end) if place >= last else None
        if hit is not None:
            yield hit
            last = hit.end()


def _numbers(text: str, hits: Iterable[re.Match[str]], start: int) -> Iterator[Number]:
    for hit in hits:
        hedge = hedge_before(text, hit.start(), start)
        if hit["words"] is None:
            value, step = figure(hit["figure"], hit["scale"] or "")
            kind = "%" if hit["percent"] else (hit["currency"] or "").strip(" .")
            yield Number(hit.start(), hit.end(), value, step, kind, hedge)
        elif (spelt := in_words(hit["words"])) is not None:
            grain = 0.5 if spelt != int(spelt) else 1.0
            yield Number(hit.start(), hit.end(), spelt, grain, "%" if hit["share"] else "", hedge, words=True)


def figure(digits: str, scale: str = "") -> tuple[float, float]:
    """Value and place value of the last digit of `1,234.5` with an optional scale word."""
    _, point, decimals = digits.partition(".")
    factor = SCALES.get(scale, 1.0)
    step = 10.0 ** -len(decimals) if point else 1.0
    return float(digits.replace(",", "")) * factor, step * factor


def in_words(words: str) -> float | None:
    """The value of `twenty-two`, `two hundred and five`, `half a million`, `a dozen`; None for no number at all."""
    total = current = 0.0
    seen = False
    for word in re.split(r"[ -]", words):
        if word in ONES or word in _TENS:
            current += ONES[word] if word in ONES else _TENS[word]
        elif word == "half":
            current = 0.5
        elif word in ("hundred", "dozen"):
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0.0
        else:
            continue
        seen = True
    return total + current if seen else None


def marked(text: str, numbers: Iterable[Number]) -> str:
    """A text with every given number replaced by `@index@`, so that a pattern sees each number as one thing."""
    parts, last = [], 0
    for index, number in enumerate(numbers):
        tail = " " if text[number.end - 1] == " " else ""
        parts += [text[last : number.start], f"@{index}@{tail}"]
        last = number.end
    return "".join([*parts, text[last:]])


def hedge_before(text: str, at: int, start: int = 0) -> str:
    """`about`, `over`, `under` or nothing: what the words before a number say about it."""
    hit = HEDGE.search(text[max(start, at - 24) : at])
    return hit.lastgroup or "" if hit else ""


def shown(value: float, decimals: int = 0) -> str:
    """A computed value as messages print it: no more digits than readers need, thousands separated."""
    if abs(value) >= 1e6:
        name, size = next(
            (n, s) for n, s in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)) if abs(value) >= s
        )
        return f"{_plain(value / size, 2)} {name}"
    return _plain(value, decimals)


def _plain(value: float, decimals: int) -> str:
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
