"""A share right beside the count and the whole that it is of: `44 of the 220, or one in four`, `of 200 asked, 120 (55%)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import amount, part, ratio
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.numbers import Interval, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_X: Final = token("cmu", "x")
_Y: Final = token("cmu", "y")
_S: Final = token("ps", "s")
_THE: Final = r"(?:(?:the|its|their|his|her|those|these|our|all|nearly|every)(?: of)?(?: the)? )*(?:(?:first|last|other|total of|estimated|roughly|about|some|more than) )*"
_OF: Final = rf"(?: out)? of {_THE}"
# What joins a share to the count that it repeats.
_OR: Final = (
    r"(?: ?(?:,|\(|\[|—|–|--|:|;) ?(?:or|and|that is|that's|which is|which was|which means|meaning|representing|equal to|equivalent to|"
    r"amounting to|making up|i\.e\.|e\.g\.|a|about)?,? ?"
    r"|,? (?:or|which is|that is|that makes|which makes|which amounts to|which comes to|amounting to|representing|equivalent to|equal to),? )"
)
# What makes a percentage a change, a difference or a share of something else.
_OTHER: Final = (
    r"(?![ -](?:of (?!the (?:total|whole|votes?|sample|lot)\b|them\b|those\b|all (?:those|of them)\b|total\b)|more|less|fewer|higher|lower|"
    r"rise|increase|drop|fall|decline|jump|gain|up|down|above|below|from|compared|off|discount|interest|chance|increases|growth|turnout|"
    r"stake|swing|cut|hike|tax|raise|return|annual|a year|per|each|point|margin|ownership))"
)
_END: Final = r"(?=[,;:.)\]!?—–]| -|\Z| (?:of|were|was|are|have|had|has|is|said|in|by|who|that|to|did|for|on|at)\b)"
_FORMS: Final = (
    re.compile(rf"{_X}{words(4, 'and|but|of|or|to|from|than')}{_OF}{_Y}{words(6)}{_OR}{HEDGES}{_S}{_OTHER}{_END}"),
    re.compile(rf"{_S}{words(4, 'and|but|or|to|from|than|more|less')} ?(?:\(|, or |— ?|– ?){HEDGES}{_X}{words(3)}{_OF}{_Y}(?![ ,]*(?:or )?@)"),
    re.compile(rf"(?:\A|, |; |and |that |but |[“\"(])(?:out )?of {_THE}{_Y}{words(8)}, {HEDGES}{_X}{words(8)}{_OR}{HEDGES}{_S}{_OTHER}{_END}"),
)
_NEXT: Final = re.compile(
    rf"\A(?:that|this|it|which|that figure)(?:['’]s| is| was| represents| amounts to| works out (?:at|to)| equals| comes to| means| makes) "
    rf"{HEDGES}(?:an? (?:rate|share|proportion) of )?{_S}{_OTHER}"
)
_LAST: Final = re.compile(rf"{_X}{words(4, 'and|but|of|or|to|from|than')}{_OF}{_Y}[^@]*\Z")
_MOVED: Final = re.compile(r"\b(?:up|down|rose|rise|fell|increased?|decreased?|grew|dropp?e?d?|gained|lost|higher|lower|average|averag\w+|scor\w+|adjusted)\b")


def read(shape: Shape) -> Iterator[Relation]:
    """The shares of a sentence whose count and whole are beside them."""
    text = shape.text
    if " of " not in text and not text.startswith("of "):
        if shape.before is None or " of " not in shape.before.text:
            return
    for form in _FORMS:
        for hit in form.finditer(text):
            if _MOVED.search(hit[0]) is None:
                yield from _judged(*shape.of(hit, "x", "y", "s"))
    follow, before = _NEXT.match(text), shape.before
    if follow is not None and before is not None and (last := _LAST.search(before.text)) is not None:
        yield from _judged(*before.of(last, "x", "y"), shape.at(follow["s"]))


def _judged(x: Quantity, y: Quantity, share: Quantity) -> Iterator[Relation]:
    if (x.value == 1 and x.number.words) or x.kind != y.kind or x.unit != y.unit or not 0 < x.value <= y.value or share.value > (100 if share.kind == "percent" else 1):
        return
    found, stated = ratio(amount(x), amount(y)), part(share)
    explained = found.meets(stated) or Interval(1 - found.high, 1 - found.low).meets(stated)
    yield Relation("share", share, ((x, "part"), (y, "whole")), shown(100 * x.value / y.value, 1), explained)
