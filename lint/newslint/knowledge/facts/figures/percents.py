"""Percentages that share one whole: `45% said blue, 35% green and 30% red` cannot be more than all of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import TOKEN, token
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape

_P: Final = token("p")
_TAIL: Final = r"(?P<tail>(?: [^@,;:()—–]{1,60})?)"
# `45% said blue, 35% green and 30% red`: the verb is said once, so that the others share it.
_LIST: Final = lazy(
    rf"{_P}(?P<first> [^@,;:()—–]{{3,60}}),? (?:(?:and |with |but )?(?:just |only |about |another |a "
    rf"further )?{_P} [^@,;:()—–]{{2,40}},? )*"
    rf"and (?:just |only |about |another |a further |the remaining |the other )?{_P}(?: "
    rf"[^@,;:()—–.]{{2,40}})?(?=[,.;:)—–]|\Z)"
)
_SHARED: Final = lazy(
    r"(?:\A| )(?:is|was|are|were|said|say|chose|picked|went|came|goes|comes|voted|preferred|named|"
    r"favou?red|wanted|backed|identified|called|comprised)\b"
)
_VERBS: Final = lazy(
    r"\b(?:is|was|are|were|said|say|says|had|have|has|will|would|did|do|does|\w{3,}ed|(?<!a )\w{2,}ing|"
    r"chose|went|came|think|believe|support|oppose|feel|see|know|found)\b"
)
_GROUPS: Final = lazy(
    r"\b(?:among|of|in|from|for|to|at|by|than|compared|versus|vs|with|up|down|more|less|fewer|higher|"
    r"lower|each|year|years|month)\b"
)
_OTHER: Final = lazy(
    r"\b(?:multiple|more than one|both|either|also|respectively|each|compared|versus|up from|down from|"
    r"rose|fell|rise|increase|decrease|increased|"
    r"decreased|chance|probability|likely|tax|tariff|turnout|points?|between|approv\w+|favou?rabl\w+|"
    r"trust|effective|efficacy|interest|discount)\b"
)
_MOST: Final = 140.0  # a greater sum is of several wholes


# `half went to the son, a third to the daughter and a quarter to the church`.
_PORTIONS: Final = lazy(
    rf"{token('s')}(?: of [^@,;:()—–]{{2,40}})?(?P<first> (?:went|goes|was left|will go|to go|were|was|is|"
    rf"are|said|voted|chose|wanted)\b[^@,;:()—–]{{1,40}})"
    rf"(?:,? {token('s')} [^@,;:()—–.]{{2,30}},?)* and {token('s')} [^@,;:()—–.]{{2,30}}"
)
# `60% voted yes, 30% no and the remaining 20% stayed away`.
_REMAINING: Final = lazy(
    rf"{_P}[^@.;]{{1,60}}(?:,? (?:and |with |while |but )?{_P}[^@.;]{{1,60}})*?(?:,|;| and| while| with| "
    rf"but)+ (?:the )?(?:other|remaining|rest,|final|last) {_P}"
)


def _remaining(shape: Shape) -> Iterator[Relation]:
    last_part = shape.text.count("@p") > 1 and shape.has("other", "remain", "rest", "final", "last")
    for hit in _REMAINING.finditer(shape.text) if last_part else ():
        parts = shape.all_of(hit[0])
        if _OTHER.search(shape.text) or any(one.number.hedge or one.kind != "percent" for one in parts):
            continue
        made, slack = sum(one.value for one in parts), sum(one.number.step for one in parts) / 2
        explained = abs(made - 100) <= slack or abs(parts[-1].value + parts[-2].value - 100) <= slack
        left = 100 - sum(one.value for one in parts[:-1])
        operands = tuple((one, "share") for one in parts[:-1])
        if left > 0:
            yield Relation("left", parts[-1], operands, shown(left, 2), explained)
        else:
            yield Relation("whole", parts[-1], operands, shown(made, 2), explained)


def _portions(shape: Shape) -> Iterator[Relation]:
    for hit in _PORTIONS.finditer(shape.text) if shape.text.count("@s") > 2 else ():
        parts = shape.all_of(hit[0])
        made = sum(one.value for one in parts)
        tails = re.split(r"@s\d+@", hit[0])[2:]
        if (
            any(one.number.hedge for one in parts)
            or any(_VERBS.search(tail) for tail in tails)
            or _OTHER.search(shape.text)
        ):
            continue
        yield Relation(
            "whole", parts[-1], tuple((one, "share") for one in parts[:-1]), shown(100 * made, 0), made <= 1 + 1e-6
        )


def read(shape: Shape) -> Iterator[Relation]:
    """The percentages of a sentence that share one whole, held against all of it."""
    yield from _remaining(shape)
    yield from _portions(shape)
    for hit in _LIST.finditer(shape.text) if shape.text.count("@p") > 2 else ():
        listed = TOKEN.findall(hit[0])
        tails = re.split(r"@p\d+@", hit[0])[2:]
        if len(listed) < 3 or any(one[1] != "p" for one in listed) or _OTHER.search(shape.text):
            continue
        if (
            not _SHARED.match(hit["first"])
            or any(_VERBS.search(tail) or _GROUPS.search(tail) for tail in tails)
            or _GROUPS.search(hit["first"])
        ):
            continue
        parts = shape.all_of(hit[0])
        made = sum(one.value for one in parts)
        slack = sum(one.number.step for one in parts) / 2
        if made <= _MOST and not any(one.number.hedge for one in parts):
            last = parts[-1]
            yield Relation(
                "whole", last, tuple((one, "share") for one in parts[:-1]), shown(made, 2), made <= 100 + slack
            )
