"""Votes: more of them than members, and shares that do not fit the counts that they are written beside."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import amount, part, ratio
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import token, words
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_VOTED: Final = lazy(
    r"\b(?:vot(?:e[sd]?|ing)|rul(?:ed|ing|es)|decision|decided|approved|passed|rejected|ballots?|motion)\b"
)
_BODY: Final = lazy(
    rf"{token('c', 't')}-?[ ]?(?:member|seat|strong|person|judge|man|justice|woman)\b|\b(?:all|of) (?:the |"
    rf"its )?{token('c', 't2')} "
    r"(?:members|judges|justices|senators|councillors|councilors|commissioners|deputies|delegates|"
    r"directors|jurors|trustees|lawmakers|mps)\b"
)
_SCORE: Final = lazy(
    rf"{token('z', 'z')}|(?:by )?{token('c', 'a')}(?: votes)? to {token('c', 'b')}(?! (?:percent|years|months))|"
    rf"{token('c', 'c')}(?: [a-z]+)? (?:in favou?r|for|yes|ayes?)(?: [a-z]+)?,? (?:and |with |to "
    rf")?{token('c', 'd')}(?: [a-z]+)? (?:against|opposed|no|nays?|noes)\b"
)
_COUNTED: Final = lazy(
    rf"{token('c', 'n')}{words(2, 'and|or|of|to|from|than')} ?(?:\(|, or |— ?|– ?)(?:or |about |roughly "
    rf")?{token('p', 'p')}(?=[),;.—–]|\Z| of )"
)
_UNLIKE: Final = lazy(
    r"\b(?:up|down|increase|rise|rose|fell|drop|decrease|from|swing|change|margin|points?|more|fewer)\b"
)


def read(shape: Shape) -> Iterator[Relation]:
    """The votes of a sentence against the members of the body, and shares against the counts beside them."""
    if shape.text.count("@c") > (0 if shape.has("@z") else 2) and _VOTED.search(shape.text):
        yield from _too_many(shape)
    found = _COUNTED.finditer(shape.text) if shape.text.count("@p") > 1 else ()
    pairs = [shape.pair(hit, "n", "p") for hit in found]
    if len(pairs) >= 2 and not _UNLIKE.search(shape.text):
        yield from _uneven(pairs)


def _too_many(shape: Shape) -> Iterator[Relation]:
    bodies, scores = list(_BODY.finditer(shape.text)), list(_SCORE.finditer(shape.text))
    if len(bodies) != 1 or len(scores) != 1:
        return
    body, hit = shape.at(bodies[0]["t"] or bodies[0]["t2"]), scores[0]
    if hit["z"]:
        score = shape.at(hit["z"])
        cast, votes = score.value + (score.after or 0), [score]
    else:
        a, b = shape.pair(hit, "a", "b") if hit["a"] else shape.pair(hit, "c", "d")
        cast, votes = a.value + b.value, [a, b]
    if body in votes or body.number.hedge or cast < body.value * 0.4:
        return
    if cast <= 2 * body.value:
        operands = ((body, "whole"), *((one, "part") for one in votes[:-1]))
        yield Relation("votes", votes[-1], operands, shown(cast), cast <= body.value)


def _uneven(pairs: list[tuple[Quantity, Quantity]]) -> Iterator[Relation]:
    """`11,340 votes (40.5%) and 10,136 (38.2%)`: counts and shares of one whole are in one proportion."""
    for (a, share_a), (b, share_b) in itertools.pairwise(pairs):
        if min(a.value, b.value) < 5 or min(share_a.value, share_b.value) <= 0 or share_a.value + share_b.value > 101:
            continue
        explained = ratio(amount(a), amount(b)).meets(ratio(part(share_a), part(share_b)))
        computed = shown(100 * (share_a.value / 100) * b.value / a.value, 1)
        yield Relation("proportion", share_b, ((a, "count"), (share_a, "share"), (b, "count")), computed, explained)
