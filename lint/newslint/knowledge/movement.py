"""Words for rise and fall, as patterns for folded text in which `@index@` may replace amounts (numbers.marked)."""

from __future__ import annotations

import re
from typing import Final

from newslint.knowledge.numbers import Interval, Number, zeros

UP: Final = (
    "up|rose|risen|rises?|rising|increas(?:e[sd]?|ing)|grew|grown|grows?|growth|growing|"
    "climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|surg(?:e[sd]?|ing)|"
    "soar(?:ed|s|ing)?|gain(?:ed|s)?|higher|swell(?:ed|ing)?|hike"
)
DOWN: Final = (
    "down|fell|fallen|falls?|falling|decreas(?:e[sd]?|ing)|drop(?:ped|s|ping)?|declin(?:e[sd]?|"
    "ing)|slip(?:ped|s)?|plung(?:ed|es|ing)?|"
    "sank|shr[aiu]nk|lower|cuts?|cutting|reduc(?:tion|ed|es|ing)|slump(?:ed|s)?|tumbl(?:ed|es)?|"
    "plummet(?:ed|s)?|slash(?:ed)?"
)
FACTORS: Final = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
MOVE = re.compile(
    rf"(?<![\w-])(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<factor>doubl|tripl|trebl|quadrupl|quintupl|"
    rf"halv)(?:e[sd]?|ing))(?![\w-])"
)
HEDGED: Final = (
    r"(?:(?:just|only|nearly|about|around|more than|over|almost|roughly|an average of|an "
    r"estimated|the|a record) )*"
)
WORDS_BETWEEN: Final = r"(?: (?!and\b|but\b|while\b|or\b)[\w'./-]+){0,7}?"
FROM_TO = re.compile(rf"\bfrom {HEDGED}(?P<a>@\d+@){WORDS_BETWEEN},? to {HEDGED}(?P<b>@\d+@)")
TO_FROM = re.compile(rf"\bto {HEDGED}(?P<b>@\d+@){WORDS_BETWEEN},? from {HEDGED}(?P<a>@\d+@)")
JUST_FROM = re.compile(rf"\bfrom {HEDGED}(?P<a>@\d+@)")
APART = re.compile(
    r"[;:]|\b(?:and|but|while|whereas|as|which|who|when|after|before|said|says|that|will|because|"
    r"if|although|though|since)\b"
)  # what shows that two clauses are about two things
IN_OTHER_WORDS = re.compile(
    r"[^,;:—–(]{0,60}?(?:,| ?[—–(]| -+) ?(?:(?:an?|or|of|by|about|some|nearly|almost|more|than|"
    r"roughly|just|over|rise|rising|increase|drop|fall|decline|jump|up|down|for|"
    r"gain|surge|reduction|growth|hike|only|which is|representing|meaning it|rose|fell|whopping|nearly) ?){0,6}"
)
# What makes a figure a time, an age, a rate or a rank instead of an amount.
NO_AMOUNT = re.compile(
    r"[ -]?(?:a\.?m\b|p\.?m\b|o'clock|years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|"
    r"quarters?\b|percent|per cent|%|percentage|points?\b|"
    r"basis|degrees?\b|[ -]?(?:thirds?|quarters?|fifths?|halves)\b|of the\b|in (?:every |10|five|four|three|100))"
)
UNLIKE = re.compile(
    r"\b(?:annual(?:ly|i[sz]ed)?|average of [\d.]+ ?(?:%|per)|inflation|adjusted|real terms|"
    r"relative|excluding|constant|currency|respectively)\b|"
    r"(?:%|percent|per cent) (?:a|per|each|every|an) |each year|every year|per year"
)


def ratio(a: Number, b: Number) -> Interval:
    """What b/a can be when both figures were rounded alike: to the finer of their last digits, two digits at least."""
    grain = min(_grain(a), _grain(b)) / (4 if max(a.value, b.value) < 100 else 2)
    low_a, high_a = _within(a, grain)
    low_b, high_b = _within(b, grain)
    return Interval(low_b / high_a, high_b / low_a if low_a > 0 else float("inf"))


def _grain(number: Number) -> float:
    if number.step > 1:  # 0.3 million has one digit, and no more
        return number.step
    grain = max(number.step, zeros(number.value)) if number.value == int(number.value) else number.step
    digits = len(str(int(number.value)))
    return min(grain, 10.0 ** max(digits - 2, 0)) if number.value >= 10 else min(grain, number.step)


def _within(number: Number, grain: float) -> tuple[float, float]:
    margin = abs(number.value) * 0.1 if number.hedge else 0.0
    return number.value - grain - (margin if number.hedge != "over" else 0), number.value + grain + (
        margin if number.hedge != "under" else 0
    )
