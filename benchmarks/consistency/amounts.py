"""Defects of amounts in sentences as published: a change of percent, a part of a total, a definite count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figures import Injected, replaced

if TYPE_CHECKING:
    import random

    from corpus import Article

_AMOUNT = r"[$£€]?\d[\d,]*(?:\.\d+)?(?: (?:million|billion|trillion))?"


def _value(written: str) -> float:
    number, _, scale = written.lstrip("$£€").partition(" ")
    return (
        float(number.replace(",", "").rstrip(".")) * {"": 1.0, "million": 1e6, "billion": 1e9, "trillion": 1e12}[scale]
    )


def percent_change(article: Article, rng: random.Random) -> Injected | None:
    """The percentage of a sentence in which it follows from two amounts, changed."""
    sentences = re.findall(r"[^.!?\n]*(?:[.!?](?=\d)[^.!?\n]*)*", article.text)
    rng.shuffle(sentences)
    for sentence in sentences:
        share = re.search(r"(\d+(?:\.\d+)?) ?(?:%|percent|per cent)(?! ?points)", sentence)
        change = re.search(
            (
                r"\b(?:rose|risen|increas\w+|fell|fallen|dropp?\w*|declin\w+|grew|grown|jump\w*|climb\w*|up|"
                r"down)\b"
            ),
            sentence,
        )
        if (
            share is None
            or change is None
            or " from " not in sentence
            or sentence.count("percent") + sentence.count("%") != 1
        ):
            continue
        amounts = [
            m
            for m in re.finditer(_AMOUNT, sentence)
            if m.start() != share.start() and not re.fullmatch(r"(?:19|20)\d\d", m[0])
        ]
        for a in amounts:
            for b in amounts:
                if a is b or _value(a[0]) < 10 or not re.search(r" from (?:\w+ ){0,3}\Z", sentence[: a.start()]):
                    continue
                if abs(abs(_value(b[0]) / _value(a[0]) - 1) * 100 - float(share[1])) < 1 < float(share[1]):
                    start = article.text.find(sentence) + share.start(1)
                    new = float(share[1]) * rng.choice([0.5, 1.5, 2.0]) + rng.choice([3, 7])
                    return replaced(article.text, start, start + len(share[1]), f"{new:.0f}")
    return None


_WORDS = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), range(2, 13), strict=True))


def total(article: Article, rng: random.Random) -> Injected | None:
    """A part changed in a sentence where a dash, a bracket or a colon sets off parts that make the number before it."""
    number = rf"(\d[\d,]*|{'|'.join(_WORDS)})"
    for hit in re.finditer(
        (
            rf"\b{number} [a-z -]{{3,40}}(?: ?[—–(:] ?| -- ){number} [^.;:()—–\d]{{2,40}}?(?:,| and|, and) "
            rf"{number} [a-z]"
        ),
        article.text,
    ):
        whole, one, two = (_WORDS.get(hit[n]) or _count(hit[n]) for n in (1, 2, 3))
        if whole > 4 and one + two == whole and min(one, two) > 1:
            other = rng.choice([two + 1, two + 2, two + 3, two + 10])
            return replaced(article.text, *hit.span(3), str(other))
    return None


def _count(written: str) -> int:
    return int(written.replace(",", "").strip() or 0)


def number_mismatch(article: Article, rng: random.Random) -> Injected | None:
    """A definite count in the body, changed where it repeats one of the first paragraph."""
    head, _, body = article.text.partition("\n")[2].partition("\n")
    offset = len(article.text) - len(body)
    hits = [
        hit
        for hit in re.finditer(r"\b(?:[Tt]he|[Aa]ll) (\d{1,3}(?:,\d{3})*) ([a-z]+s|people)\b", body)
        if f"{hit[1]} {hit[2]}" in head
    ]
    if not hits:
        return None
    hit = rng.choice(hits)
    value = int(hit[1].replace(",", ""))
    new = value + rng.choice([-1, 1]) * max(2, round(value * rng.uniform(0.15, 0.5)))
    return (
        replaced(article.text, offset + hit.start(1), offset + hit.end(1), f"{new:,}")
        if new > 1 and f"{new:,}" not in article.text
        else None
    )
