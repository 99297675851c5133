"""Lapses: durations as news writes them, and how many days each may mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts import time_grammar as grammar
from newslint.knowledge.facts.periods import MONTH, YEAR, Range
from newslint.knowledge.numbers import hedge_before, in_words
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS: Final = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": MONTH,
    "year": YEAR,
    "decade": 10 * YEAR,
    "century": 100 * YEAR,
}
# What a unit's number leaves open, in units below and above: who says three years may mean nearly four.
_BELOW: Final = {"minute": 1.5, "hour": 0.6, "week": 0.6, "month": 0.8, "year": 0.9, "decade": 0.6, "century": 0.2}
_ABOVE: Final = {"minute": 1.5, "hour": 0.99, "week": 0.99, "month": 0.99, "year": 1.0, "decade": 0.6, "century": 0.2}
_NEARLY: Final = 0.15  # how far below its number a hedged duration may lie
_BEYOND: Final = 0.3  # and how far above
_FIVES, _TENS = 0.1, 0.15  # what numbers that end in 5 or 0 may have been rounded by


class Lapse(Struct, frozen=True):
    """A duration at [start, end) of the folded prose: `count` of `unit`, and the days that it may last.

    `hedge` is `about`, `over`, `under` or nothing; `attributive` means that it is written before a noun ("a two-year ban").
    """

    start: int
    end: int
    count: float
    unit: str
    days: Range
    hedge: str = ""
    attributive: bool = False


def lapses_in(text: str, start: int, end: int) -> Iterator[Lapse]:
    """The durations of [start, end) of a folded text, in order."""
    for hit in grammar.LAPSE.finditer(text, start, end):
        unit, count = _measured(hit)
        if (
            unit is None
            or count is None
            or count <= 0
            or _OF_A_RANGE.search(text, max(start, hit.start() - 20), hit.start())
        ):
            continue
        hedge = hedge_before(text, hit.start(), start)
        if not hedge and _OR_SO.match(text, hit.end(), end):
            hedge = "about"
        extra = _measured_second(hit)
        attributive = "-" in hit[0] and not hit[0].rstrip().endswith("s")
        yield Lapse(
            hit.start(), hit.end(), count, unit, _days(count, unit, hedge, extra), hedge, attributive=attributive
        )


_OF_A_RANGE = lazy(rf"(?:\d|\b{grammar.NUMBER}|\ba)(?: (?:to|or)(?: even)? |[-–—])\Z")
_OR_SO = lazy(r" or (?:so|more)\b")


def _measured(hit: re.Match[str]) -> tuple[str | None, float | None]:
    if hit["once"]:
        return hit["once"], 1.0
    unit = hit["unit"].replace("centurie", "century")
    count = _number(hit["n"])
    if count is not None and (hit["half"] or hit["half2"]):
        count += 0.5
    return unit, count


def _measured_second(hit: re.Match[str]) -> float:
    """The days that the second unit adds: "five hours 40 minutes"."""
    return 0.0 if not hit["m"] else (_number(hit["m"]) or 0.0) * DAYS[hit["unit2"]]


def _number(words: str) -> float | None:
    if words[0].isdigit():
        return float(words)
    if words.startswith("half a"):
        return 0.5
    if words.split(maxsplit=1)[0] in ("a", "an"):
        return {"a couple of": 2.0, "a dozen": 12.0}.get(words, 1.0)
    return in_words(words)


def _days(count: float, unit: str, hedge: str, extra: float) -> Range:
    size = DAYS[unit]
    if extra:
        fine = DAYS["minute"] * 1.5 if unit == "hour" else MONTH * 0.99
        return Range(count * size + extra - fine, count * size + extra + fine)
    below, above = _BELOW.get(unit, 0.0), _ABOVE.get(unit, 0.0)
    if unit in ("day", "night"):
        below = above = 0.0 if count < 4 else 1.0 + count * 0.02
    below, above = below * min(1.0, max(count, 0.5)), above * min(1.0, max(count, 0.5))
    if count >= 10 and count % 5 == 0 and unit in ("day", "week", "month", "year", "minute"):
        share = _TENS if count % 10 == 0 else _FIVES
        below, above = max(below, count * share), max(above, count * share)
    low, high = count - below, count + above
    if hedge in ("about", "under"):
        low = min(low, count * (1 - _NEARLY) - below)
    if hedge in ("about", "over"):
        high = max(high, count * (1 + (_NEARLY if hedge == "about" else _BEYOND)) + above)
    return Range(max(low, 0.0) * size, high * size)
