"""Anniversaries: which one a sentence says it is, of what year, and in which year it falls."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts.ordinals import NAMED, ORDINAL, ordinal
from newslint.knowledge.facts.reckoning_grammar import GAP
from newslint.knowledge.facts.telling import TIME, any_of
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.moment import Moment
    from newslint.knowledge.facts.telling import Telling
    from newslint.knowledge.facts.times import Time

_A: Final = TIME.format("a")
_NTH: Final = rf"(?P<nth>{ORDINAL})"
_BEGAN: Final = any_of(
    "founded, established, built, opened, created, formed, set up, started, began, launched, inaugurated, first held, "
    "first staged, first published, first run, first played, incorporated, consecrated, dates to, dates from, "
    "dates back to, dating to, "
    "dating from, dating back to, married, wed, unveiled, introduced, going since"
)
_KEEP: Final = (
    any_of("mark, celebrat, observ, commemorat, reach, hold, host, stag, toast, honou?r, enter, is in, was in, in")
    + "(?:s|ed|es|e|ing)?"
)
_ITS: Final = r"(?:its|their|his|her|the|a|this|our)"
_WHAT: Final = r"(?P<what>anniversary|birthday|edition|year|season|festival|jubilee)"
_FORMS: Final = (
    # the 50th anniversary of the 1975 flood; of its founding in 1975
    lazy(
        rf"\b(?:{_NTH}(?: [a-z]+)? (?P<what>anniversary)|(?P<named>{NAMED})) (?:of|since) "
        rf"{GAP}{{0,70}}?(?:in |on |of |from )?{_A}"
    ),
    # founded in 2011, the company marks its 15th anniversary
    lazy(
        rf"\b{_BEGAN}\b{GAP}{{0,30}}?(?:in |on |since )?{_A}(?:{GAP}|@t\d+@){{1,110}}?\b{_KEEP} (?:{_ITS} )?"
        rf"(?:{_NTH}(?: [a-z]+)?[ -]{_WHAT}|(?P<named>{NAMED}))"
    ),
    # marks its 15th anniversary this year; it was founded in 2011
    lazy(
        rf"\b{_KEEP} (?:{_ITS} )?(?:{_NTH}(?: [a-z]+)?[ -](?P<what>anniversary)|(?P<named>{NAMED}))"
        rf"(?:[^@.:()“”\"]|@t\d+@){{1,60}}?\b{_BEGAN} {GAP}{{0,25}}?(?:in |on |since )?{_A}"
    ),
)
_EVERY: Final = lazy(
    r"\b"
    + any_of(
        "every year since, each year since, missed a single year, missed only one year, missed only a single year, "
        "without a break, without missing a year, never missed, annual, annually"
    )
    + r"\b"
)
_CLOSE: Final = lazy(r"\bthis year|\btoday\b|\bthis (?:week|month|summer|autumn|spring|winter|weekend)\b")


class Anniversary(Struct, frozen=True):
    """That the `number`th `what` since `began` is kept; [start, end) of the folded prose is its number and name.

    `others` are the sentence's other times, in which it may fall; `now` means that the text says it is this year;
    `yearly` that it has been kept every year.
    """

    number: int
    what: str
    began: Time
    others: tuple[Time, ...]
    start: int
    end: int
    now: bool = False
    yearly: bool = False


def anniversaries(said: Telling) -> Iterator[Anniversary]:
    """The anniversaries of a sentence whose first year it names."""
    for hit in (hit for pattern in _FORMS for hit in pattern.finditer(said.text)):
        began = said.time(hit["a"])
        if not began.dated or began.basis != "written" or began.grain in ("decade", "century"):
            continue
        group = "named" if hit["named"] else "nth"
        what = "anniversary" if hit["named"] else hit["what"]
        others = tuple(time for time in said.times if time.dated and time != began)
        start = said.origin(hit.start(group))
        yield Anniversary(
            ordinal(hit[group]),
            what,
            began,
            others,
            start,
            start + len(hit[group]) + (0 if hit["named"] else 1 + len(hit["what"])),
            now=_CLOSE.search(said.text) is not None,
            yearly=_EVERY.search(said.text) is not None,
        )


def computed(one: Anniversary, now: Moment | None) -> int | None:
    """Which one it would be this year, if it can be none of the years that the sentence may mean; else None."""
    if now is None or not now.whole or one.began.period is None:
        return None
    began = _year(one.began)
    if one.what in _COUNTED_FROM_ONE:
        began -= 1
    slack = 0 if one.now else 1
    years = range(now.day.year - slack, now.day.year + slack + 1)
    others = [_year(time) for time in one.others]
    numbers = [year - began for year in (*years, *others)]
    if now.day.year - began < one.number / _CELEBRATED or any(_fits(one, number) for number in numbers):
        return None
    return now.day.year - began


_CELEBRATED: Final = (
    3  # a year so much nearer than the number says is that of the celebration, not of what is celebrated
)
_COUNTED_FROM_ONE: Final = ("edition", "year", "season", "festival")


def _fits(one: Anniversary, number: int) -> bool:
    """Whether an anniversary can have that number: editions may have been missed, but none is held twice a year."""
    if one.what in _COUNTED_FROM_ONE:
        return abs(one.number - number) <= 1 or (one.number < number and not one.yearly)
    return one.number == number


def _year(time: Time) -> int:
    assert time.period is not None
    return datetime.date.fromordinal(int(time.period.first)).year
