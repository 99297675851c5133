"""Sentences whose figures determine each other, in the words of many desks, true until one figure is changed.

News of these kinds is rare in the corpora (a dozen changes of percent in 6,000 articles), so the recall of the
arithmetic checks is measured on these as well, put into clean articles as a paragraph of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures import Injected

if TYPE_CHECKING:
    import random

    from corpus import Article


def _put(article: Article, rng: random.Random, before: str, figure: str, after: str) -> Injected | None:
    """The article with a sentence as a new paragraph of its body; the changed figure is the defect."""
    lines = article.text.split("\n")
    if len(lines) < 4:
        return None
    at = sum(len(line) + 1 for line in lines[: rng.randrange(2, len(lines))])
    start = at + len(before)
    text = f"{article.text[:at]}{before}{figure}{after}\n{article.text[at:]}"
    return Injected(text, at, start + len(figure) + len(after))


def change(article: Article, rng: random.Random) -> Injected | None:
    """A change of percent and its two ends."""
    a = rng.choice([rng.randint(20, 900), rng.randint(1000, 90000)])
    share = rng.choice([5, 8, 12, 17, 23, 34, 41, 60, 75])
    up = rng.random() < 0.6
    b = round(a * (1 + share / 100 if up else 1 - share / 100))
    wrong = share + rng.choice([9, 15, 22]) if rng.random() < 0.7 else max(2, share // 2 - 1)
    verb, noun = ("rose", "rise") if up else ("fell", "fall")
    adverb = "up" if up else "down"
    sign = rng.choice(["$", "£", ""])
    unit = rng.choice([" million", " billion", ""]) if sign else ""
    old, new, per = f"{sign}{a:,}{unit}", f"{sign}{b:,}{unit}", rng.choice(["%", " percent", " per cent"])
    forms = [
        (f"The figure {verb} ", f"{wrong}{per}", f" to {new} from {old} a year earlier."),
        (f"The total {verb} from {old} to {new}, a {noun} of ", f"{wrong}{per}", "."),
        (f"Last year it was {new}, {adverb} ", f"{wrong}{per}", f" from {old} in 2015."),
        (f"Numbers {verb} by ", f"{wrong}{per}", f", from {old} in March to {new} in May."),
        (f"The tally {verb} from {old} in 2014 to {new} in 2016, a ", f"{wrong}{per}", f" {noun}."),
        (f"That is {adverb} ", f"{wrong}{per}", f" from {old} to {new}."),
    ]
    return _put(article, rng, *rng.choice(forms))


def factor(article: Article, rng: random.Random) -> Injected | None:
    """A doubling, tripling or halving that is none."""
    word, times = rng.choice(
        [("doubled", 2.0), ("tripled", 3.0), ("halved", 0.5), ("more than doubled", 2.0), ("nearly doubled", 2.0)]
    )
    a = rng.randint(12, 500) * rng.choice([1, 10])
    b = round(
        a * (times * 1.7 if times > 1 and not word.startswith("more") else 1.3 if word.startswith("more") else 0.8)
    )
    sign = rng.choice(["$", "£", ""])
    old, new = f"{sign}{a:,}", f"{sign}{b:,}"
    forms = [
        (f"The number {word} from {old} to ", new, " in a year."),
        (f"Since then it has {word} to {new} from ", old, "."),
        (f"The fee {word}, from {old} in 2014 to ", new, " in 2018."),
    ]
    return _put(article, rng, *rng.choice(forms))


def parts(article: Article, rng: random.Random) -> Injected | None:
    """A total and its parts."""
    one, two, three = (rng.randint(3, 60) for _ in range(3))
    pair, triple = one + two, one + two + three
    off = rng.choice([1, 2, 5, 9])
    m1, m2, m3 = (rng.randint(11, 49) / 10 for _ in range(3))
    money = f"£{m1 + m2 + m3:.1f}m"
    forms = [
        (f"The blast hurt {pair} people: {one} men and ", str(two + off), " women."),
        (
            f"The council has {triple} members — {one} from the north, {two} from the south and ",
            str(three + off),
            " from the islands.",
        ),
        (f"The fleet has {pair} vessels ({one} ferries and ", str(two + off), " tugs)."),
        (
            (f"The group, of {triple} pupils, was made up of {one} from the town, {two} from the valley and "),
            str(three + off),
            " from abroad.",
        ),
        (
            (f"There were {one} from the town, {two} from the valley and {three} from abroad, for a total of "),
            str(triple + off),
            ".",
        ),
        (f"He counted {one} geese, {two} ducks and {three} swans: ", str(triple + off), " in all."),
        (
            f"Of the {money} needed, £{m1:.1f}m would come from the state, £{m2:.1f}m from the county and ",
            f"£{m3 + 0.3:.1f}m",
            " from a levy.",
        ),
        (
            f"The side have taken few points from {triple} games, with {one} wins, {two} draws and ",
            str(three + off),
            " defeats.",
        ),
        ("A survey had her ahead by ", str(off + 12), " points, 52 percent to 40 percent."),
    ]
    return _put(article, rng, *rng.choice(forms))


def years(article: Article, rng: random.Random) -> Injected | None:
    """A span of years that its years do not give."""
    if article.date is None:
        return None
    first, span = rng.randint(1950, 1999), rng.choice([11, 12, 13, 14, 16, 17])
    last, wrong = first + span, span + rng.choice([-8, -5, 4, 6, 10])
    ago = article.date.year - first
    off = max(ago + rng.choice([-12, -9, 11, 13]), 2)
    forms = [
        (f"The bridge, built in {first}, had stood for ", f"{wrong} years", f" when it fell in May {last}."),
        ("She ran the school for ", f"{wrong} years", f", from {first} to {last}."),
        (f"The mill closed in {first}, ", f"{off} years", " ago."),
        (f"It was founded in {first} and, ", f"{wrong} years", f" later, in {last}, sold."),
        ("She served for ", f"{wrong} years", f" ({first}-{last})."),
        (f"In {last}, ", f"{wrong} years", f" after the first one opened in {first}, a second followed."),
    ]
    return _put(article, rng, *rng.choice(forms))


def shares(article: Article, rng: random.Random) -> Injected | None:
    """Shares of one vote that are more than the whole."""
    a, b = rng.randint(380, 500) / 10, rng.randint(300, 379) / 10
    c = round(100 - a - b + rng.choice([2.0, 4.0, 7.5, 10.0]), 1)
    per = rng.choice(["%", " percent"])
    forms = [
        (f"The Alliance took {a}{per} of the vote, the Union {b}{per} and the Greens ", f"{c}{per}", "."),
        (f"Ms. Hale won {a}{per} of the vote, Mr. Ortiz {b}{per} and Mr. Lund ", f"{c}{per}", "."),
        (f"He received {a}{per} of the votes, his rival {b}{per} and others ", f"{c}{per}", "."),
    ]
    return _put(article, rng, *rng.choice(forms))
