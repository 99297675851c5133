"""Amounts: the figures of a text in one measure, and whether one of an article can be what its source says.

An article may round what its source says, and say it in another unit; it may not be more exact than its source. That makes
the comparison one-sided, unlike that of two figures of one text (`knowledge.numbers`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts.lapses import DAYS
from newslint.knowledge.facts.quantities import quantities
from newslint.knowledge.numbers import Interval
from newslint.knowledge.units import UNITS
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.article.document import Document
    from newslint.article.text import View
    from newslint.knowledge.facts.quantities import Quantity
    from newslint.knowledge.numbers import Number
    from newslint.knowledge.units import Unit

_DAYS: Final = {**DAYS, "second": DAYS["minute"] / 60, "quarter": DAYS["year"] / 4}
_SAME: Final = {"season": "year"}  # of those who play
_CURRENCIES: Final = (
    "dollars? euros? pounds? kron(?:er|e|or|a|ur)? crowns? francs? lei yen yuan rupees? roubles? rubles? pesos? lir[ae]s? "
    "zlot(?:y|ys) forints? rand reals? reais won shekels? dinars? dirhams? riyals? baht ringgit nairas? cedis shillings? pence "
    "cents? marks? guilders? hryvnias? tenge taka"
).split()
_CURRENCY: Final = lazy(rf" ?-?(?P<name>{'|'.join(_CURRENCIES)})\b")
_SIGNS: Final = {"$": "dollar", "us$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee"}
_RATE: Final = lazy(
    r"(?: [a-z]+){0,2}? (?:an?|per|each|every) (?P<time>second|minute|hour|day|night|week|month|quarter|year)\b"
    r"(?! (?:ago|earlier|later|before))"
)
_HALF: Final = lazy(r" and a half\b")
_SINCE: Final = lazy(r" (?:ago|earlier|later|before|after)\b")
_ROUGH: Final = 0.1  # of the value: what "about", or a share in words, leaves open
_CLOSE: Final = 0.05  # of the value: what a round number leaves open by itself
_WIDE: Final = 0.5  # of the value: what "more than" and "fewer than" leave open
_TIMES: Final = 0.06  # of the value: a month is no exact number of days
_EXACT: Final = 100  # times its last place: such a number was not rounded by whoever writes "about"
_SMALL: Final = 100  # below it, trailing zeros are no rounding
_DIFFERENT: Final = 1e-9


class Amount(Struct, frozen=True):
    """A figure at [start, end) of the prose. `dimension` says with what it can be compared, `unit` in what it is.

    `low` and `high` are what it may mean where it was rounded, `least` and `most` what it says itself, in the base unit of the
    dimension; `value` is as written. `head` is what is counted, `since` that a duration is counted from another time ("… ago"),
    `moved` that it is an end or the amount of a change; `per` is the time in which there is so much ("a month"); `until` is where
    that, or the currency, ends.
    """

    start: int
    end: int
    dimension: str
    unit: str
    value: float
    low: float
    high: float
    least: float
    most: float
    head: str = ""
    since: bool = False
    quoted: bool = False
    moved: bool = False
    per: str = ""
    until: int = 0

    @property
    def middle(self) -> float:
        """What it says, in the base unit."""
        return (self.least + self.most) / 2


def amounts(document: Document) -> tuple[Amount, ...]:
    """The figures of a document in order, without years; use `document.derived(amounts)`."""
    view = document.folded()
    found = (_amount(one, view, view.locate(one.end)) for one in document.derived(quantities) if one.kind != "year")
    return tuple(amount for amount in found if amount is not None)


def _amount(one: Quantity, view: View, last: int) -> Amount | None:
    text = view.text
    if one.number.words and one.value == 1 and one.kind in ("count", "duration"):
        return None  # "one of them", "a year" say no number
    dimension, unit, factor, offset = _measured(one, text, last)
    scale = 100.0 if one.kind == "share" else factor
    half = 0.5 if one.kind == "duration" and _HALF.match(text, last) else 0.0
    loose = _rounded(one.number, one.kind == "share")
    rough = one.kind == "share" or (one.number.hedge == "about" and _unrounded(one.number))
    rate = _RATE.match(text, last)
    own = loose if rough else one.number.exact  # a share in words is rough, whoever says it
    low, high, least, most = ((end + half + offset) * scale for end in (*loose, *own))
    return Amount(
        one.start,
        one.end,
        dimension,
        unit,
        one.value,
        low,
        high,
        least,
        most,
        one.counted.head if one.counted else "",
        one.kind == "duration" and _SINCE.match(text, last) is not None,
        one.quoted,
        bool(one.change),
        rate["time"] if rate else "",
        max((view.span(last, hit.end()).end for hit in (rate, _CURRENCY.match(text, last)) if hit), default=one.end),
    )


def _measured(one: Quantity, text: str, last: int) -> tuple[str, str, float, float]:
    """Dimension, unit, and what makes the figure one of the dimension's base unit: a factor and an offset before it."""
    if one.kind in ("percent", "share"):
        return "share", "%", 1.0, 0.0
    if one.kind == "duration":
        time = _SAME.get(one.unit, one.unit)
        return "time", time, _DAYS.get(time, 1.0), 0.0
    if one.kind == "measure":
        unit: Unit = UNITS[one.unit]
        return unit.dimension, f"{unit.factors[0]:.6g}", unit.factors[0], unit.offset
    if one.kind in ("score", "points", "factor", "ordinal", "age"):
        return one.kind, "", 1.0, 0.0
    name = _CURRENCY.match(text, last)
    unit_name = _SIGNS.get(one.unit, one.unit) or (name["name"].rstrip("s") if name else "")
    return "number", unit_name, 1.0, 0.0


def _rounded(number: Number, share: bool) -> Interval:
    """What a number of an article may stand for in its source."""
    value, step = number.value, _grain(number)
    rough = abs(value) * _ROUGH
    if number.hedge == "over":
        return Interval(value, value * (1 + _WIDE))
    if number.hedge == "under":
        return Interval(value * (1 - _WIDE), value)
    if share:
        return Interval(value - rough, value + rough)
    if number.hedge:
        half = step / 2 if _unrounded(number) else max(step / 2, rough)
        return Interval(value - half, value + half)
    half = step / 2 if step < 1 or abs(value) < _SMALL else min(step / 2, max(abs(value) * _CLOSE, 0.5))
    return Interval(value - half, value + half)


def _unrounded(number: Number) -> bool:
    """Whether a number is too exact to have been rounded by whoever writes "about": "an estimated 579,000"."""
    return not number.words and abs(number.value) >= _EXACT * _grain(number)


def _grain(number: Number) -> float:
    """The place of the last digit that means something: the zeros at the end of a large number do not."""
    step, value = number.step, abs(number.value)
    if value >= _SMALL and step >= 1:
        while value % (step * 10) == 0 and step * 10 <= value:
            step *= 10
    return step


def fits(article: Amount, source: Amount) -> bool:
    """Whether the figure of an article can be that of its source, rounded or in another unit."""
    if article.dimension != source.dimension:
        return _loosely(article, source)
    if article.dimension == "number" and article.unit and source.unit and article.unit != source.unit:
        return False
    if article.dimension == "score":
        return article.value == source.value
    if article.per and source.per and article.per != source.per:
        return _at_one_rate(article, source)
    if article.value == source.value and _far_apart(article, source):
        return False  # "up to 147 miles" is not up to 147 kilometres, though it is more
    slack = _DIFFERENT * max(abs(article.high), abs(source.most), 1.0)
    if article.unit == source.unit and article.value == source.value:
        return True
    if article.dimension == "time" and article.unit != source.unit:
        slack += _TIMES * article.high
    return article.low <= source.most + slack and source.least <= article.high + slack


def _at_one_rate(article: Amount, source: Amount) -> bool:
    """Whether so much in one time is so much in another: 120 a year, 10 a month."""
    days = [_DAYS.get(one.per, 1.0) for one in (article, source)]
    daily = [one.middle / time for one, time in zip((article, source), days, strict=True)]
    return abs(daily[0] - daily[1]) <= _ROUGH * max(map(abs, daily))


def _far_apart(article: Amount, source: Amount) -> bool:
    """Whether one number of two units is two very different amounts."""
    low, high = sorted((abs(article.middle), abs(source.middle)))
    return article.unit != source.unit and article.dimension not in ("number", "share") and low < high * (1 - _ROUGH)


def _loosely(article: Amount, source: Amount) -> bool:
    """Figures of two sorts that may be the same: "aged 49" and "49 years", "28th" and "kilometre 28"."""
    sorts = {article.dimension, source.dimension}
    if sorts <= {"number", "ordinal", "age", "factor"} or sorts == {"age", "time"}:
        return article.value == source.value
    return False


def derivable(article: Amount, others: Sequence[Amount]) -> bool:
    """Whether a figure is the sum, the difference or the share of two figures of the source."""
    return any(
        article.low - 1e-9 <= value <= article.high + 1e-9
        for number, one in enumerate(others)
        for other in others[number + 1 :]
        for value in _made(article, one, other)
    )


def _made(article: Amount, one: Amount, other: Amount) -> Iterator[float]:
    if one.dimension != other.dimension or (one.unit and other.unit and one.unit != other.unit):
        return
    if article.dimension == one.dimension:
        yield one.middle + other.middle
        yield abs(one.middle - other.middle)
    if article.dimension == "share" and one.middle and other.middle:
        low, high = sorted((abs(one.middle), abs(other.middle)))
        yield from (100 * low / high, 100 * (high - low) / high, 100 * (high - low) / low)
