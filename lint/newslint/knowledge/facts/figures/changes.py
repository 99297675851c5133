"""A change and the two figures that it runs between: `rose 20% to £6m from £5m`, `from 320 to 480, an increase of a half`,
`went from 150 to 1,500, a tenfold rise`, `from 3% to 4%, up one point`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import amount, difference, factor, part
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, TOKEN, token, words
from newslint.knowledge.movement import ratio
from newslint.knowledge.numbers import Interval, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_UP: Final = (
    r"up|rose|risen|rises?|rising|increas(?:e[sd]?|ing)|grew|grown|grows?|growth|growing|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|"
    r"surg(?:e[sd]?|ing)|soar(?:ed|s|ing)?|gain(?:ed|s|ing)?|higher|more|swell(?:ed|ing)?|hike[ds]?|raised?|raising|adds?|added|widen(?:ed|s)?|"
    r"expan(?:d(?:ed)?|sion)|boost(?:ed)?|improve(?:d|ment)?|advance[ds]?|greater|larger|bigger|longer"
)
_DOWN: Final = (
    r"down|fell|fallen|falls?|falling|decreas(?:e[sd]?|ing)|drop(?:ped|s|ping)?|declin(?:e[sd]?|ing)|slip(?:ped|s)?|plung(?:ed?|es|ing)|"
    r"sank|sunk|shr[aiu]nk|lower(?:ed|ing)?|cut(?:s|ting)?|reduc(?:tion|ed?|es|ing)|slump(?:ed|s)?|tumbl(?:ed?|es)|plummet(?:ed|s)?|slash(?:ed)?|"
    r"fewer|less|smaller|shorter|narrow(?:ed|s)?|eased?|loss|lost|shed|dip(?:ped)?|slid|trimmed"
)
_UPS: Final = re.compile(rf"(?<![\w-])(?:{_UP})(?![\w-])")
_DOWNS: Final = re.compile(rf"(?<![\w-])(?:{_DOWN})(?![\w-])")
_KINDS: Final = "cmupd"
_D: Final = token("pofscmud", "d")
_A: Final = token(_KINDS, "a")
_B: Final = token(_KINDS, "b")
_BETWEEN: Final = r"and|but|while|or|to|from|by|with"
# Two figures of one thing, before (a) and after (b).
_PAIRS: Final = (
    re.compile(rf"\bfrom {HEDGES}{_A}{words(7, _BETWEEN)},? (?:up |down )?to {HEDGES}{_B}"),
    re.compile(rf"\bto {HEDGES}{_B}{words(7, _BETWEEN)}(?:,? (?:up |down |compared with |against )?from|, compared with|, against|, versus|, up on|, down on) {HEDGES}{_A}"),
    re.compile(rf"(?<!by )(?<!of ){_B}{words(5, _BETWEEN)},? an? (?:@[pofs]\d+@|\w+) (?:rise|increase|jump|gain|drop|fall|decline|decrease|cut)(?: of {HEDGES}@[pofs]\d+@)? from {HEDGES}{_A}"),
    re.compile(rf"\bthere (?:were|was) {HEDGES}{_A}{words(8)} and (?:there (?:are|is)|now there are) {HEDGES}{_B}"),
)
# A change from a figure to the nearest amount of its unit before: `$5m in the year to June 30, up 20 percent from $4m`.
_SINCE: Final = re.compile(rf"(?:,|\(|—|–|--| was| is| are| were) ?(?P<way>up|down)(?: (?:by )?{HEDGES}{token('pofs', 'd')},?(?: or [^@]{{0,12}})?)? from {HEDGES}{_A}")
_JOINED: Final = (
    r"(?: ?(?:,|—|–|--|\(|:|;) ?(?:(?:or|and|that is|that's|which is|which was|which means|meaning|representing|which represents|in other words|a|an|the|by|of|"
    r"some|to|marking|reflecting|making it|making for|i\.e\.) )*|,? or )"
)
_RISE: Final = (
    r"(?:(?:rise|increase|jump|gain|growth|drop|fall|decline|decrease|cut|reduction|surge|change|hike|loss|raise|leap|dip|slump|improvement|saving|difference|"
    r"rise in \w+|increase in \w+) (?:of|by) )"
)
_AFTER: Final = re.compile(
    rf"{words(6)}{_JOINED}(?:[a-z]+ )?{_RISE}?(?:up |down |more |less )?(?:by )?{HEDGES}{_D}"
)
_NEXT: Final = re.compile(
    r"\A(?:in other words,? |that |this |it |which |put another way,? |the (?:rise|increase|fall|drop|cut) )[^@,;:]{0,40}"
    rf"{HEDGES}{_D}(?P<tail>(?:[ -][^\W\d_@][\w'’]*){{0,4}})"
)
_TAIL: Final = re.compile(r"(?:[ -][^\W\d_@][\w'’]*){0,4}")
_MOVE: Final = rf"(?:{_UP}|{_DOWN})"
_BEFORE: Final = (
    re.compile(
        rf"(?<![\w-]){_MOVE}{words(4)},? (?:by )?{HEDGES}{token('pofs', 'd')}"
        rf"(?P<tail>{words(5, _BETWEEN)},?(?: (?:falling|rising|going|dropping|climbing|moving|up|down))? ?\(?-?)\Z"
    ),
    re.compile(rf"{token('pofs', 'd')}(?P<tail>[ -](?:\w+ ){{0,2}}?{_MOVE}{words(4, _BETWEEN)},? ?\(?(?:—|–|--)?)\Z"),
    re.compile(rf"{token('f', 'd')}(?P<tail>{words(6, _BETWEEN)},? ?)\Z"),
)
_RESULT: Final = re.compile(r"[ -](?:as (?:many|much|high|large|big|long|great|often)|the (?:number|size|level|amount|figure|total|price)|what )")
_UNLIKE: Final = re.compile(
    r"\b(?:annual(?:ly|i[sz]ed)?|average of [\d.]+ ?(?:%|per)|(?:for|above|after|with|than|of) inflation|adjusted|real terms|relative|excluding|constant|currency|respectively|"
    r"cumulative|compound(?:ed)?)\b|each year|every year|per year|a year ago"
)
# What makes an amount a difference: `a rise of 5,000`, `up by 5,000`, `5,000 more`.
_OF_AMOUNT: Final = re.compile(rf"(?:{_RISE}|\bby |\b(?:up|down) ){HEDGES}(?:@[a-z]\d+@)?\Z")
_MOVES: Final = re.compile(rf"[ -](?:[a-z]+ )?{_MOVE}(?![\w-])")


def read(shape: Shape) -> Iterator[Relation]:
    """The changes of a sentence (or of the next one, where it begins with what it takes up) that stand by their figures."""
    text = shape.text
    for pair in _PAIRS:
        for hit in pair.finditer(text):
            a, b = shape.of(hit, "a", "b")
            if _comparable(a, b):
                yield from _changes(shape, hit, a, b)
    yield from _since(shape)
    before = shape.before
    if before is not None and (follow := _NEXT.match(text)) is not None:
        pairs = [hit for pair in _PAIRS for hit in pair.finditer(before.text)]
        if len(pairs) == 1 and _comparable(*before.of(pairs[0], "a", "b")) and len(before.quantities) <= 5:
            yield from _judged(*before.of(pairs[0], "a", "b"), shape.at(follow["d"]), follow[0], follow["tail"])


def _comparable(a: Quantity, b: Quantity) -> bool:
    return a.kind == b.kind and a.unit == b.unit and a.value > 0 and b.value > 0


def _changes(shape: Shape, pair: re.Match[str], a: Quantity, b: Quantity) -> Iterator[Relation]:
    text = shape.text
    if _UNLIKE.search(text):
        return
    after = _AFTER.match(text, pair.end())
    inner = [one for one in TOKEN.findall(pair[0]) if one[1] in "pofs" and one not in (pair["a"], pair["b"])]
    if after is not None:
        tail = _TAIL.match(text, after.end())
        yield from _judged(a, b, shape.at(after["d"]), text[pair.end() : after.end()], tail[0] if tail else "")
    elif len(inner) == 1:
        yield from _judged(a, b, shape.at(inner[0]), pair[0], "")
    else:
        before = text[: pair.start()].rstrip()
        for hit in (form.search(before) for form in _BEFORE):
            if hit is not None:
                yield from _judged(a, b, shape.at(hit["d"]), hit[0], hit["tail"])


def _since(shape: Shape) -> Iterator[Relation]:
    """Changes from a figure to the nearest amount of its unit before."""
    for hit in _SINCE.finditer(shape.text):
        a = shape.at(hit["a"])
        earlier = [one for one in shape.all_of(shape.text[: hit.start()]) if one.kind == a.kind and one.unit == a.unit]
        if not earlier or not _comparable(a, earlier[-1]) or _UNLIKE.search(shape.text):
            continue
        if hit["d"]:
            yield from _judged(a, earlier[-1], shape.at(hit["d"]), hit["way"], "")
        elif (after := _AFTER.match(shape.text, hit.end())) is not None:
            tail = _TAIL.match(shape.text, after.end())
            yield from _judged(a, earlier[-1], shape.at(after["d"]), after[0], tail[0] if tail else "")


def _judged(a: Quantity, b: Quantity, d: Quantity, words_: str, tail: str) -> Iterator[Relation]:
    """A change d of which `words_` are the words to it, and `tail` those after."""
    ups, downs = bool(_UPS.search(words_ + tail)), bool(_DOWNS.search(words_ + tail))
    up = b.value >= a.value
    operands = ((a, "from"), (b, "to"))
    low, high = sorted((amount(a), amount(b)), key=lambda one: one.low)
    if d.kind == "factor":
        yield Relation("factor", d, operands, shown(b.value / a.value, 2), _factor(a, b, d))
    elif d.kind == "points":
        if a.kind == "percent":
            gap = difference(high, low)
            explained = gap.meets(amount(d)) or gap.meets(Interval(d.value / 100, d.value / 100))
            yield Relation("points", d, operands, shown(abs(b.value - a.value), 2), explained)
    elif d.kind == a.kind and d.kind != "percent":
        if d.unit == a.unit and (ups or downs) and (_OF_AMOUNT.search(words_) or _MOVES.match(tail)):
            yield Relation("difference", d, operands, shown(abs(b.value - a.value), 2), difference(high, low).meets(amount(d)))
    elif d.kind in ("percent", "share"):
        if ups == downs and not _RESULT.match(tail):
            return
        yield _share(a, b, d, up=up, tail=tail, operands=operands)


def _share(a: Quantity, b: Quantity, d: Quantity, *, up: bool, tail: str, operands: tuple[tuple[Quantity, str], ...]) -> Relation:
    found, stated = ratio(a.number, b.number), part(d)
    computed = shown(abs(b.value / a.value - 1) * 100, 1)
    if a.kind == d.kind == "percent" and _points(a, b, d):
        return Relation("points", d, operands, shown(abs(b.value - a.value), 2), explained=False)
    if _RESULT.match(tail):
        return Relation("factor", d, operands, shown(b.value / a.value, 2), found.meets(stated) or ratio(b.number, a.number).meets(stated))
    change = Interval(found.low - 1, found.high - 1) if up else Interval(1 - found.high, 1 - found.low)
    return Relation("rise" if up else "fall", d, operands, computed, change.meets(stated))


def _points(a: Quantity, b: Quantity, d: Quantity) -> bool:
    """Whether a percentage is the difference of two percentages, in points, and far from their change in percent."""
    gap, change = abs(b.value - a.value), abs(b.value / a.value - 1) * 100
    return abs(gap - d.value) < 1e-6 and not 0.67 < change / d.value < 1.5


def _round_count(one: Quantity) -> bool:
    """Whether a count of people or things is in whole tens: 20 may be 18, and 50 no more than a goal."""
    return one.kind == "count" and not one.number.words and one.value < 1000 and one.value % 10 == 0


def _factor(a: Quantity, b: Quantity, d: Quantity) -> bool:
    stated = factor(d)
    if d.number.step == 0 and _round_count(a) and _round_count(b):
        stated = Interval(stated.low, stated.high * 1.16)
    more = Interval(stated.low + 1, stated.high + 1) if d.value > 1 else stated
    found, back = ratio(a.number, b.number), ratio(b.number, a.number)
    return found.meets(stated) or found.meets(more) or (back.meets(stated) and b.value < a.value and d.number.step > 0)
