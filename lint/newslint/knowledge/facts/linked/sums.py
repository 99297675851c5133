"""Amounts that a sentence lists, and the total that those before give: `employs 1,850 people: 900 in one state, 540 in
another and the remaining 310 in a third`, `moved £186,400 … transfers of £92,000, £61,400 and £43,000`.

A total is one only if nothing else is: no figure of the article is the sum of the list, and no part of the list makes the total.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.linked.clash import Clash, spans
from newslint.knowledge.facts.linked.parts import added, makes
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.near import Article
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_RUN: Final = lazy(
    r"@(?P<kind>[mcu])\d+@(?:(?:[^@;]|@[ry]\d+@){0,70}?(?:, (?:and )?|,? and |; (?:and )?|,? plus |, while |,? with "
    r")(?:[^@;]|@[ry]\d+@){0,50}?@(?P=kind)\d+@)+[^@]*"
)
_REST: Final = lazy(
    r"\b(?:the )?(?:remaining|rest|other|balance(?: of)?|remainder(?: of)?|final|last) (?:the )?@[mcu]\d+@"
)
_OPEN: Final = lazy(
    r"\b(?:includ\w+|among|at least|such as|some of|more than one|compared|against|respectively|average|each|per|every|aged|"
    r"a (?:day|week|month|year|head)|cheap\w*|tickets?|prices?|priced|from @\w+@ to|between|previous\w*|last year|last "
    r"month|a year (?:ago|earlier)|"
    r"versus|more than|less than|fewer than|at \$|shares?|score[ds]?|points?|beat|won|lost|games?|goals?|runs?|minutes?|"
    r"yards?|rebounds?|"
    r"fell|rose|down|up|increase\w*|rise|drop\w*|of which|of whom|of them|lists?)\b"
)
_REACH: Final = 3  # sentences with figures before the list
_OFF: Final = 0.2  # how far a list of three may be off that is meant for a total
_OFF_REST: Final = 0.3  # and one that says what remains
_MOST: Final = 8
_LEAST: Final = 3
_LARGE: Final = 1000
_TINY: Final = 200  # times smaller than the largest: of something else


def read(shape: Shape, article: Article) -> Iterator[Clash]:
    """The list of a sentence whose sum no figure of the article is, but which comes near the total before it."""
    if len(shape.quantities) < _LEAST or any(one.quoted for one in shape.quantities):
        return
    hit = _RUN.search(shape.text)
    if hit is None or _OPEN.search(shape.text):
        return
    parts = [one for one in shape.all_of(hit[0]) if one.kind == shape.all_of(hit[0])[0].kind]
    parts = [one for one in parts if one.value * _TINY > max(each.value for each in parts)]
    rest = _REST.search(hit[0]) is not None
    if not _plain(parts) or len(parts) > _MOST:
        return
    if any(makes(parts, one) for one in article.alike(parts[0]) if one not in parts):
        return
    whole = _total(shape, article, parts, off=_OFF_REST if rest else _OFF)
    if whole is not None:
        yield Clash("parts", parts[-1].span, spans(whole, *parts[:-1]), added(parts))


def _plain(parts: list[Quantity]) -> bool:
    if len(parts) < _LEAST or len({one.value for one in parts}) < len(parts) - 1:
        return False
    first = parts[0]
    if any(
        one.unit != first.unit or one.number.hedge or one.ranged or one.change or one.after is not None or one.of
        for one in parts
    ):
        return False
    if first.kind != "count":
        return True
    lemmas = {one.counted.lemma for one in parts if one.counted is not None}
    return len(lemmas) < 2 and min(one.value for one in parts) > 1


def _total(shape: Shape, article: Article, parts: list[Quantity], *, off: float) -> Quantity | None:
    """The one figure before a list that it comes near."""
    near = [one for other in article.before(shape, _REACH) for one in other.quantities if one.start < parts[0].start]
    made = sum(one.value for one in parts)
    found = [
        one
        for one in near
        if one.kind == parts[0].kind
        and one.unit == parts[0].unit
        and not (one.quoted or one.ranged or one.change or one.number.hedge in ("about", "under"))
        and max(part.value for part in parts) < one.value
        and abs(one.value - made) < off * one.value
        and _alike(one, parts)
    ]
    if len({one.value for one in found}) != 1 or _subset(parts, found[-1]):
        return None
    return found[-1] if parts[0].kind != "money" or _tied(shape, article, parts) else None


_TIED: Final = lazy(
    r"\b(?:sales|revenues?|turnover|total|in all|budget|spending|payments?|transfers?|instal+ments?|grants?|donations?|"
    r"estate|fund|pot|divisions?|"
    r"sources|departments?|shar(?:e|ed|ing)|split|divided|funded|paid for|made up|costs?)\b"
)


def _tied(shape: Shape, article: Article, parts: list[Quantity]) -> bool:
    """Whether amounts are said to be parts: by a word, or by their number (`three transfers, of …`)."""
    number = {one.value for one in shape.quantities if one.kind in ("count", "ordinal")}
    before = article.before(shape, 1)[0]
    return (
        len(parts) in number
        or (_TIED.search(shape.text) is not None and _TIED.search(before.text) is not None)
        or _REST.search(shape.text) is not None
    )


def _alike(one: Quantity, parts: list[Quantity]) -> bool:
    """Whether a count can be the whole of those listed: they name nothing, or the same."""
    if one.kind != "count":
        return True
    lemmas = {part.counted.lemma for part in parts if part.counted is not None}
    if one.counted is None:
        return one.value >= _LARGE
    return not one.of and (not lemmas or lemmas == {one.counted.lemma})


def _subset(parts: list[Quantity], whole: Quantity) -> bool:
    return any(
        makes(list(some), whole) for size in range(2, len(parts)) for some in itertools.combinations(parts, size)
    )
