"""What is left of a whole after a part: `six of the nine … the other three`, `took 27 shots, let in three, leaving 24`,
`of the £186m, £98m is for roads; the balance of £88m`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import amount, difference
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, TOKEN, token, words
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_THE: Final = r"(?:(?:the|its|their|his|her|those|these|our|all|a total of|total of)(?: of)? )*(?:[a-z-]+ )??"
_X: Final = token("cm", "x")
_T: Final = token("cm", "t")
_R: Final = token("cm", "r")
# A part and its whole: `six of the nine`, `of the nine …, six`.
_PARTS: Final = (
    lazy(
        rf"(?<!of the )(?<!another ){_X}{words(3, 'and|but|or|in|from')}(?: out)? of (?:the |its |their |his |"
        rf"her |those |these |all )?(?:[a-z-]+ )??{_T}"
    ),
    lazy(rf"(?:\A|[,;(“\"] ?|\band |\bbut )of {_THE}{_T}{words(8)},? {HEDGES}{_X}"),
)
_LEFT: Final = (
    r"(?:the (?:other|remaining|rest,|balance of|remainder of|remaining|final)|(?:with|and) (?:the "
    r")?(?:other|remaining)|the rest of the|"
    r"leaving(?: (?:him|her|it|them|us) with)?(?: just| only| the (?:other|remaining))?|the other)"
)
_NOUN: Final = r"(?P<noun>(?: (?:of them|[a-z-]+))?)(?=[ ,.;:)]|\Z)"
_REST: Final = lazy(
    rf"(?<![\w-]){_LEFT} {HEDGES}{_R}{_NOUN}",
    needs=(
        "the other |the remaining |the rest|the balance of |the remainder of |the final |leaving |"
        "and other |and remaining |with other |with remaining ",
    ),
)
_SAVES: Final = lazy(
    rf"(?:let in|allowed|conceded|gave up)(?: just| only)? {_X}(?: goals)? (?:of|on|from) (?:the )?{_T} "
    rf"shots[^@;.]{{0,40}}(?:for|making|with) {_R} (?:saves|stops)"
)
_VERB: Final = lazy(
    r" (?:had|have|has|were|was|are|is|will|would|could|can|did|do|does|went|said|voted|opposed|came|go|"
    r"goes|remain(?:ed)?|of them|who|that|to|in|"
    r"from|on|at|for|are|died|survived|stayed|left|wanted|chose|dissented|abstained|fled|got|took|also|"
    r"still|with|without|not|must|may|might|dead)\Z"
)
_FEW: Final = lazy(r"\b(?:only|just|merely) \Z")  # "only 4 of those 66 are left, and two of them go, leaving two"
_EACH: Final = lazy(r"@ (?:[a-z]+ ){0,3}(?:each|apiece)\b|\beach @")  # the part is had more than once


def read(shape: Shape) -> Iterator[Relation]:
    """The remainders of a sentence whose part and whole are in it, or in the sentence before."""
    yield from _saves(shape)
    for hit in _REST.finditer(shape.text) if shape.has("other", "remain", "rest", "balance", "leaving") else ():
        rest = shape.at(hit["r"])
        if rest.definite and hit[0].startswith("leaving the "):
            continue  # "leaving the 130 on the north side"
        for where, end in ((shape, hit.start()), (shape.before, None)):
            found = _parts(where, end) if where is not None else None
            if found is not None and where is shape.before:
                found = (found[0], [*found[1], *_more_parts(shape, hit.start(), found[0])])
                if sum(one.value for one in found[1]) >= found[0].value:
                    break  # what the sentence counts is no part of that whole
            if found is not None and not (hit[0].startswith("leaving") and _few(where, found[1][0])):
                yield from _judged(rest, hit, *found)
                break


def _more_parts(shape: Shape, end: int, whole: Quantity) -> Iterator[Quantity]:
    """The parts that a sentence names before its rest, of a whole of the sentence before: "Two lost ground, and the other two"."""
    for one in shape.all_of(shape.text[:end]):
        if one.kind == whole.kind and one.unit == whole.unit and one.value < whole.value:
            yield one


def _few(shape: Shape | None, part: Quantity) -> bool:
    """Whether a part is all that there is still: what is left then is left of it."""
    if shape is None:
        return False
    at = next((hit.start() for hit in TOKEN.finditer(shape.text) if shape.at(hit[0]) is part), 0)
    return _FEW.search(shape.text, 0, at) is not None


def _saves(shape: Shape) -> Iterator[Relation]:
    """`let in four of the 31 shots, for 27 saves`."""
    hit = _SAVES.search(shape.text) if shape.has("saves", "stops") else None
    if hit is not None:
        x, whole, saved = shape.at(hit["x"]), shape.at(hit["t"]), shape.at(hit["r"])
        left = whole.value - x.value
        yield Relation("rest", saved, ((whole, "whole"), (x, "part")), shown(left), saved.value == left)


def _parts(shape: Shape, end: int | None) -> tuple[Quantity, list[Quantity]] | None:
    """The whole and the parts that a sentence names, up to an offset of its text."""
    text = shape.text[:end]
    if _EACH.search(text):
        return None
    hits = [hit for form in _PARTS for hit in form.finditer(text)]
    if len(hits) != 1:
        return None
    hit = hits[0]
    x, whole = shape.pair(hit, "x", "t")
    further = [one for one in shape.all_of(text[hit.end() :]) if one.kind == whole.kind and one.unit == whole.unit]
    return (whole, [x, *further]) if x.kind == whole.kind and x.unit == whole.unit and x.value < whole.value else None


def _judged(rest: Quantity, hit: re.Match[str], whole: Quantity, parts: list[Quantity]) -> Iterator[Relation]:
    if (
        rest.kind != whole.kind
        or rest.unit != whole.unit
        or rest.number.hedge
        or whole.number.hedge
        or not _same(hit["noun"], rest, whole, parts[0])
    ):
        return
    lefts = [difference(amount(whole), amount(parts[0]))]
    for index in range(1, len(parts)):
        made = sum(one.value for one in parts[: index + 1])
        lefts += [
            difference(amount(whole), type(lefts[0])(made, made)),
            difference(amount(whole), amount(parts[index])),
        ]
    explained = any(left.meets(amount(rest)) for left in lefts)
    if not explained and any(one.number.hedge for one in parts):
        return
    yield Relation(
        "rest",
        rest,
        ((whole, "whole"), *((one, "part") for one in parts)),
        shown(whole.value - sum(one.value for one in parts), 2),
        explained,
    )


def _same(noun: str, rest: Quantity, whole: Quantity, part: Quantity) -> bool:
    """Whether the rest is of what the whole counts: it names the same thing, or nothing."""
    if not noun or rest.counted is None or _VERB.match(noun):
        return True
    counted = {one.counted.lemma for one in (whole, part) if one.counted is not None}
    return rest.counted.lemma in counted
