"""A total and the parts that it is made of, in one sentence: `64, made up of 41 in the port and 23 inland`, `62 in all`."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import exact, total
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import TOKEN, token
from newslint.knowledge.numbers import Interval, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_N: Final = token("cmpu")
_WORDS: Final = r"[^@,;:.()—–\"“”]"
_ITEM: Final = rf"(?:another |a further |the |about |some |an? [a-z]+ of |for )?{_N}{_WORDS}{{0,60}}?"
_AND: Final = r",? (?:and|plus|joined by|followed by|with) "
_LIST: Final = rf"{_ITEM}(?:[,;] {_ITEM}){{0,7}}(?:{_AND}|[,;] ){_ITEM}"
_WHAT: Final = rf"(?P<total>{_N})(?P<noun>(?: (?!to\b|and\b|or\b|by\b|of them)[a-z][\w'-]*){{0,5}}?)"
_END: Final = r"(?=[\"”')]*(?:[.!?;]|\Z))"
_MADE: Final = (
    r"(?:made up of|comprising|comprised of|consisting of|composed of|consists of|comprises|split into|"
    r"divided into|broken down into)"
)
# The list after a total: set off so that it can only be what the total is made of.
_SET_OFF: Final = (
    lazy(rf"{_WHAT}(?: ?(?:—|--) ?| – |(?<=[a-z])–)(?P<list>{_LIST})(?= ?(?:—|–|--)|{_END[3:]}", needs=("—|–|--",)),
    lazy(rf"{_WHAT} ?[(\[](?P<list>{_LIST})(?=[)\]])", needs=("(|[",)),
    lazy(rf"{_WHAT}: (?P<list>{_LIST}){_END}", needs=(": ",)),
    lazy(
        rf"{_WHAT},? (?:(?:is|was|are|were) )?{_MADE} (?P<list>{_LIST})(?=[,)—–]|{_END[3:]}",
        needs=("made up of|compris|consist|composed of|split into|divided into|broken down into",),
    ),
)
_AFTER: Final = (
    lazy(
        rf"(?P<list>{_LIST})(?:,|:|—|–| —| –|,? for|,? making|,? bringing it to|,? giving) (?:an? )?(?:grand |"
        rf"combined |overall )?total of "
        rf"(?P<total>{_N})(?P<noun>)",
        needs=("total of ",),
    ),
    lazy(
        rf"(?P<list>{_LIST})(?:,|:| ?—| ?–)(?: or| making| which makes)? (?P<total>{_N})(?P<noun>(?: [a-z]+)?) "
        rf"(?:in all|all told|altogether|in total)\b",
        needs=(" in all| all told| altogether| in total",),
    ),
)
_OF: Final = lazy(
    rf"(?:^|[\s(])of (?:the|its|those|these|their|his|her|that) (?P<total>{_N})(?P<noun>[^@,;:.]{{0,40}}), (?P<list>.*)"
)
_WINS: Final = (
    rf"{_N} (?:wins|victories)(?:, {_N} (?:draws|ties|losses|defeats))?,? and {_N} (?:defeats|losses|draws|"
    rf"ties|(?:overtime|shoot-?out) losses)"
)
_GAMES: Final = r"(?:[a-z]+ )?(?:games|matches|outings|fixtures|bouts|fights|starts)"
_RECORDS: Final = (
    lazy(
        rf"(?P<total>{_N}) {_GAMES}\b(?P<noun>)[^@.;]{{0,30}}?,? (?:with |winning |including )?(?P<list>{_WINS})",
        needs=("@ wins|@ victories",),
    ),
    lazy(
        rf"(?P<list>{_WINS})[^@.;,]{{0,20}},? (?:from|in|after|out of) (?:their |its |his |her |the )?(?:first "
        rf"|last |opening )?(?P<total>{_N}) {_GAMES}\b(?P<noun>)",
        needs=("@ wins|@ victories",),
    ),
)
_SPLIT: Final = lazy(
    rf"(?P<total>{_N})(?P<noun>(?: [a-z][\w'-]*){{1,4}}), (?:out )?of (?:which|whom) (?P<list>{_N}(?: "
    rf"[a-z'’]+){{1,6}},? (?:and|but|while) "
    rf"{_N}(?: [a-z'’]+){{0,2}}? (?:did|was|were|had|have|has|do|are|could) not\b)",
    needs=("of which |of whom ",),
)
_SKIP: Final = lazy(
    r"@c\d+@(?:[ -]?(?:spots|place|percent of|times|th|rd|nd|st|in @|-)\b|['’]s|-(?:year|month|week|day|"
    r"hour|foot|member|point))"
)
PARTIAL: Final = lazy(
    r"\b(?:total|daily|weekly|monthly|including|include[sd]?|among them|of them|of whom|of which|more "
    r"than one|at least one|both|"
    r"each|apiece|per|every|about half|most|"
    r"the (?:rest|remaining|others?)|another|dozens|several|respectively|overlap|no-shows?|(?:did|do|does|"
    r"was|were|could|have|had|has) not|"
    r"didn't|weren't|absent|missed|declined|cancell?ed|excluding|not counting|failed to)\b"
)


def read(shape: Shape) -> Iterator[Relation]:
    """The total of a sentence that stands by all its parts."""
    if len(shape.quantities) < 3:
        return
    for pattern in (*_SET_OFF, *_AFTER, *_RECORDS):
        hit = pattern.search(shape.text)
        if hit is not None and not PARTIAL.search(hit["list"]):
            yield from _judged(shape, hit, most=False)
    hit = _SPLIT.search(shape.text)
    if hit is not None:
        yield from _judged(shape, hit, most=False)
    hit = _OF.search(shape.text)
    if hit is not None and not PARTIAL.search(hit["list"]):
        yield from _judged(shape, hit, most=True)


def _judged(shape: Shape, hit: re.Match[str], *, most: bool) -> Iterator[Relation]:
    """The relation of one total; with `most`, the parts may leave something over but not exceed it."""
    whole, parts = shape.at(hit["total"]), shape.all_of(hit["list"])
    if not _plain(shape.text, hit, whole, parts, most=most):
        return
    made, claimed = total([exact(one) for one in parts]), stated(whole, parts)
    # Rounded figures whose intervals only touch would all have to be at the very edge of their rounding.
    rounded = made.high > made.low and claimed.high > claimed.low and not whole.number.hedge
    slack = 1e-9 * max(made.high, 1.0) * (-1 if rounded else 1)
    explained = made.low <= claimed.high + slack and (most or made.high >= claimed.low - slack)
    decimals = 2 if any(one.number.step < 1 for one in parts) else 0
    yield Relation(
        "sum",
        whole,
        tuple((one, "part") for one in parts),
        shown(sum(one.value for one in parts), decimals),
        explained,
    )


def stated(whole: Quantity, parts: list[Quantity]) -> Interval:
    """What the total may be: rounded, if its parts are more exact."""
    finest = min(one.number.step for one in (*parts, whole))
    plain = whole.number.rounded if whole.number.step > finest else exact(whole)  # rounded more than its parts
    return Interval(plain.low, whole.value * _MUCH_MORE) if whole.number.hedge == "over" else plain


_MUCH_MORE: Final = 1.5  # "more than 10,000" may be 12,300


def _plain(text: str, hit: re.Match[str], whole: Quantity, parts: list[Quantity], *, most: bool) -> bool:
    """Whether total and parts count the same kind of thing, once each."""
    if len(parts) < 2 or any(one.kind != whole.kind or one.unit != whole.unit or one.number.hedge for one in parts):
        return False
    if whole.number.hedge in ("about", "under") or _SKIP.search(hit[0]) or whole.value == len(parts):
        return False
    if (
        len(TOKEN.findall(hit["list"])) != len(parts)
        or max(one.value for one in parts) >= whole.value
        or max(one.value for one in parts) == 1
    ):
        return False
    if re.search(rf"{_N} (?:(?:out )?of [^@,;.]{{0,30}}|[a-z]+ (?:in|across) )\Z", text[: hit.start()]) or not _like(
        whole, parts
    ):
        return False
    return not most or (whole.kind not in ("count", "percent") and "@" not in text[: hit.start()])


def _like(whole: Quantity, parts: list[Quantity]) -> bool:
    """Whether the parts come near the total, and do not make it by multiplication (12 rows and six columns)."""
    made = sum(one.value for one in parts)
    return 0.6 < made / whole.value < 1.7 and math.prod(one.value for one in parts) != whole.value
