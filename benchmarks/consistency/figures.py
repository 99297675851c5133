"""Defects of figures, put into clean articles one at a time: dates, measures, ages, changes, totals, counts.

Each function finds its material by patterns of its own, not by those of the checks, and returns the article with one
figure changed and the place of the change; None where the article has nothing of the kind.
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random

    from corpus import Article


class Injected(NamedTuple):
    """The article's new text and the half-open place of the defect in it."""

    text: str
    start: int
    end: int


Injector = "Callable[[Article, random.Random], Injected | None]"
DAYS = list(calendar.day_name)
MONTHS = list(calendar.month_name)[1:]
_MONTH = "|".join([*MONTHS, *(rf"{name[:3]}\." for name in MONTHS), r"Sept\."])
_DAY = "|".join(DAYS)


def replaced(text: str, start: int, end: int, new: str) -> Injected:
    """A text with [start, end) replaced."""
    return Injected(text[:start] + new + text[end:], start, start + len(new))


def month_of(name: str) -> int:
    """1 to 12."""
    return next(n for n, month in enumerate(MONTHS, 1) if month[:3] == name[:3])


def chosen(pattern: str, text: str, rng: random.Random) -> re.Match[str] | None:
    """A match of a pattern, at random."""
    hits = list(re.finditer(pattern, text))
    return rng.choice(hits) if hits else None


def weekday_with_year(article: Article, rng: random.Random) -> Injected | None:
    """Another weekday before a date with its year."""
    hit = chosen(
        rf"\b({_DAY}),? (?:({_MONTH}) (\d{{1,2}}),? (\d{{4}})|(\d{{1,2}}) ({_MONTH}),? (\d{{4}}))\b", article.text, rng
    )
    if hit is None:
        return None
    month, day, year = (hit[2], hit[3], hit[4]) if hit[2] else (hit[6], hit[5], hit[7])
    try:
        right = DAYS[datetime.date(int(year), month_of(month), int(day)).weekday()]
    except ValueError:
        return None
    if right != hit[1]:
        return None
    return replaced(article.text, *hit.span(1), rng.choice([name for name in DAYS if name != right]))


def weekday_without_year(article: Article, rng: random.Random) -> Injected | None:
    """Another weekday before a date that is at most 30 days from the article's."""
    hit = chosen(rf"\b({_DAY}),? ({_MONTH}) (\d{{1,2}})(?=[.,;:)]? (?!\d{{4}}|committee))", article.text, rng)
    if hit is None or article.date is None:
        return None
    for year in (article.date.year, article.date.year - 1, article.date.year + 1):
        try:
            day = datetime.date(year, month_of(hit[2]), int(hit[3]))
        except ValueError:
            continue
        if abs((day - article.date).days) <= 30 and DAYS[day.weekday()] == hit[1]:
            return replaced(article.text, *hit.span(1), rng.choice([name for name in DAYS if name != hit[1]]))
    return None


def date_invalid(article: Article, rng: random.Random) -> Injected | None:
    """A day that the month does not have."""
    short = r"April|June|September|November|February|Apr\.|Sept\.|Nov\.|Feb\."
    hit = chosen(rf"\b({short}) (\d{{1,2}})(?=,? \d{{4}}\b|[,.;] [a-z]|\.\s)", article.text, rng)
    if hit is None:
        return None
    return replaced(article.text, *hit.span(2), rng.choice(["30", "31"]) if hit[1].startswith("Feb") else "31")


def timeline(article: Article, rng: random.Random) -> Injected | None:
    """A past event moved to a day after the article's."""
    hit = chosen(rf"(?<=[a-z] )on ({_MONTH}) (\d{{1,2}}), (\d{{4}})\b", article.text, rng)
    if hit is None or article.date is None:
        return None
    sentence = article.text[
        max(article.text.rfind(". ", 0, hit.start()), article.text.rfind("\n", 0, hit.start())) : hit.start()
    ]
    if not re.search(r"\b(?:was|were|\w{3,}ed|said|met|won|took|made|went|died)\b", sentence) or re.search(
        r"\b(?:will|would|to)\b", sentence
    ):
        return None
    if datetime.date(int(hit[3]), month_of(hit[1]), min(int(hit[2]), 28)) > article.date:
        return None
    later = article.date.year + rng.choice([1, 1, 2, 10])
    return replaced(article.text, *hit.span(3), str(later))


_UNIT = (
    r"(?:kilomet(?:er|re)s?|km|met(?:er|re)s?|centimet(?:er|re)s?|miles?|feet|foot|inch(?:es)?|"
    r"yards?|acres?|hectares?|pounds?|kilograms?|kg|gallons?|lit(?:er|re)s?|square (?:miles?|"
    r"kilomet(?:er|re)s?|feet|met(?:er|re)s?)|mph|kph|km/h|tons?|tonnes?|knots|ounces?|grams)"
)


def conversion(article: Article, rng: random.Random) -> Injected | None:
    """The figure in the bracket changed as people get it wrong: digits swapped, one digit off, a factor used twice or backwards."""
    hit = chosen(rf"\b\d[\d,.]*[ -]?{_UNIT} ?\((?:about |or |roughly )?(\d[\d,.]*)[ -]?{_UNIT}\)", article.text, rng)
    if hit is None:
        return None
    old = float(hit[1].replace(",", ""))
    new = changed(hit[1], rng)
    value = float(new.replace(",", ""))
    return replaced(article.text, *hit.span(1), new) if old and value and not 0.8 < value / old < 1.25 else None


def changed(figure: str, rng: random.Random) -> str:
    """A figure with two digits swapped, a digit changed, or multiplied by a wrong factor, its form kept."""
    digits = [at for at, char in enumerate(figure) if char.isdigit()]
    chars = list(figure)
    way = rng.randrange(3)
    if way == 0 and len(digits) > 1:
        one = rng.randrange(len(digits) - 1)
        a, b = digits[one], digits[one + 1]
        chars[a], chars[b] = chars[b], chars[a]
    elif way == 1:
        at = digits[0]
        chars[at] = rng.choice([digit for digit in "123456789" if digit != chars[at]])
    else:
        value = float(figure.replace(",", "")) * rng.choice([1.61, 0.621, 2.2, 0.454, 3.28, 0.305])
        places = len(figure.partition(".")[2])
        return f"{value:,.{places}f}"
    return "".join(chars) if chars[digits[0]] != "0" else figure


def age(article: Article, rng: random.Random) -> Injected | None:
    """A second age, another one, after a later mention of a person."""
    text = article.text
    hit = chosen(
        (
            r"(?<!\. )\b(?!But|For|And|The|Van|With|When|Like|If|De)([A-Z][a-z]{2,} (?:[A-Z]\. "
            r")?([A-Z][a-z]+)), (\d\d), (?=[a-z])"
        ),
        text,
        rng,
    )
    if hit is None:
        return None
    later = re.search(
        rf"(?<=[.\n”] ){hit[2]}(?= [a-z])|(?<=[.\n”]){hit[2]}(?= [a-z])|(?<![.] ){hit[1]}(?= [a-z])", text[hit.end() :]
    )
    if later is None:
        return None
    other = int(hit[3]) + rng.choice([-1, 1]) * rng.randint(2, 15)
    if not 10 <= other <= 99:
        return None
    start = hit.end() + later.start()
    made = replaced(text, start, hit.end() + later.end(), f"{hit[1]}, {other},")
    return made._replace(start=start + len(hit[1]) + 2)
