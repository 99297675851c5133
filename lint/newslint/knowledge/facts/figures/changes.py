"""A change and the two figures that it runs between: `rose 20% to £6m from £5m`, `from 320 to 480, an increase of a half`,
`went from 150 to 1,500, a tenfold rise`, `from 3% to 4%, up one point`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.judged import RISE, comparable, judged
from newslint.knowledge.facts.figures.moves import DOWNS, MOVE, UNLIKE, UPS
from newslint.knowledge.facts.figures.shapes import HEDGES, TOKEN, token, words
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.relation import Relation
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_KINDS: Final = "cmupd"
_D: Final = token("pofscmud", "d")
_A: Final = token(_KINDS, "a")
_B: Final = token(_KINDS, "b")
_BETWEEN: Final = r"and|but|while|or|to|from|by|with"
# Two figures of one thing, before (a) and after (b).
_PAIRS: Final = (
    lazy(rf"\bfrom {HEDGES}{_A}{words(7, _BETWEEN)},? (?:up |down )?to {HEDGES}{_B}", needs=("from ", "to ")),
    lazy(
        rf"\bto {HEDGES}{_B}{words(7, _BETWEEN)}(?:,? (?:up |down |compared with |against )?from|, compared "
        rf"with|, against|, versus|, up on|, down on) {HEDGES}{_A}",
        needs=("to ", "from|compared with|against|versus|up on|down on"),
    ),
    lazy(
        rf"(?<!by )(?<!of ){_B}{words(5, _BETWEEN)},? an? (?:@[pofs]\d+@|\w+) (?:rise|increase|jump|gain|drop|"
        rf"fall|decline|decrease|cut)(?: of {HEDGES}@[pofs]\d+@)? from {HEDGES}{_A}",
        needs=(" rise| increase| jump| gain| drop| fall| decline| decrease| cut", " from "),
    ),
    lazy(
        rf"\bthere (?:were|was) {HEDGES}{_A}{words(8)} and (?:there (?:are|is)|now there are) {HEDGES}{_B}",
        needs=("there were |there was ", " and there | and now there "),
    ),
)
_VERSION: Final = lazy(r"\b(?:versions?|releases?|beta|alpha|stable)\b")
_CUES: Final = (" from ", "against", "compared", "versus", "up on", "down on", "there w")
# A change from a figure to the nearest amount of its unit before: `$5m in the year to June 30, up 20 percent from $4m`.
_SINCE: Final = lazy(
    rf"(?:,|\(|—|–|--| was| is| are| were) ?(?P<way>up|down)(?: (?:by )?{HEDGES}{token('pofs', 'd')},?(?: "
    rf"or [^@]{{0,12}})?)? from {HEDGES}{_A}",
    needs=("up|down", " from "),
)
_JOINED: Final = (
    r"(?: ?(?:,|—|–|--|\(|:|;) ?(?:(?:or|and|that is|that's|which is|which was|which means|meaning|"
    r"representing|which represents|in other words|a|an|the|by|of|"
    r"some|marking|reflecting|making it|making for|i\.e\.) )*|,? or )"
)
_AFTER: Final = lazy(
    rf"{words(6)}{_JOINED}(?:(?!to\b|from\b)[a-z]+ )?{RISE}?(?:up |down |more |less )?(?:by )?{HEDGES}{_D}"
)
_NEXT: Final = lazy(
    r"\A(?:in other words,? |that |this |it |which |put another way,? |the (?:rise|increase|fall|drop|"
    r"cut) )[^@,;:]{0,40}"
    rf"{HEDGES}{_D}(?! of )(?P<tail>(?:[ -][^\W\d_@][\w'’]*){{0,4}})"
)
_FASTER: Final = lazy(
    r"[ -](?:speed-?up|faster|quicker|shorter|more|improvement in speed)\b"
)  # of the speed, not of the time
_TAIL: Final = lazy(r"(?:[ -][^\W\d_@][\w'’]*){0,4}")
_BEFORE: Final = (
    lazy(
        rf"(?<![\w-]){MOVE}{words(4, 'and|but|while|to|from')},? (?:by )?{HEDGES}{token('pofs', 'd')}"
        rf"(?P<tail>{words(5, _BETWEEN)},?(?: (?:falling|rising|going|dropping|climbing|moving|up|down))? ?\(?-?)\Z"
    ),
    lazy(rf"{token('pofs', 'd')}(?P<tail>[ -](?:\w+ ){{0,2}}?{MOVE}{words(4, _BETWEEN)},? ?\(?(?:—|–|--)?)\Z"),
    lazy(rf"{token('f', 'd')}(?P<tail>{words(6, _BETWEEN)},? ?)\Z"),
)


def read(shape: Shape) -> Iterator[Relation]:
    """The changes of a sentence (or of the next one, where it begins with what it takes up) that stand by their figures."""
    text = shape.text
    for pair in _PAIRS if len(shape.quantities) > 1 and shape.has(*_CUES) else ():
        for hit in pair.finditer(text):
            a, b = shape.pair(hit, "a", "b")
            if comparable(a, b):
                yield from _changes(shape, hit, a, b)
    if shape.has("up", "down") and shape.has(" from "):
        yield from _since(shape)
    before = shape.before
    if before is not None and before.quantities and (follow := _NEXT.match(text)) is not None:
        pairs = [hit for pair in _PAIRS for hit in pair.finditer(before.text)]
        if len(pairs) == 1 and comparable(*before.pair(pairs[0], "a", "b")) and len(before.quantities) <= 5:
            yield from judged(*before.pair(pairs[0], "a", "b"), shape.at(follow["d"]), follow[0], follow["tail"])


def _changes(shape: Shape, pair: re.Match[str], a: Quantity, b: Quantity) -> Iterator[Relation]:
    text = shape.text
    if UNLIKE.search(text) or (a.number.step < 1 and _VERSION.search(text)):
        return
    after = _AFTER.match(text, pair.end())
    inner = [one for one in TOKEN.findall(pair[0]) if one[1] in "pofs" and one not in (pair["a"], pair["b"])]
    if after is not None:
        tail = _TAIL.match(text, after.end())
        if tail is not None and _FASTER.match(tail[0]):
            return
        said, rest = text[pair.end() : after.end()], tail[0] if tail else ""
        if UPS.search(said + rest) is None and DOWNS.search(said + rest) is None:
            said = text[max(pair.start() - 60, 0) : pair.start()] + said
        yield from judged(a, b, shape.at(after["d"]), said, rest)
    elif len(inner) == 1:
        yield from judged(a, b, shape.at(inner[0]), pair[0], "")
    else:
        before = text[: pair.start()].rstrip()
        for hit in (form.search(before) for form in _BEFORE):
            if hit is not None:
                yield from judged(a, b, shape.at(hit["d"]), hit[0], hit["tail"])


def _since(shape: Shape) -> Iterator[Relation]:
    """Changes from a figure to the nearest amount of its unit before."""
    for hit in _SINCE.finditer(shape.text):
        a = shape.at(hit["a"])
        earlier = [one for one in shape.all_of(shape.text[: hit.start()]) if one.kind == a.kind and one.unit == a.unit]
        if not earlier or not comparable(a, earlier[-1]) or UNLIKE.search(shape.text):
            continue
        if hit["d"]:
            yield from judged(a, earlier[-1], shape.at(hit["d"]), hit["way"], "")
        elif (after := _AFTER.match(shape.text, hit.end())) is not None:
            tail = _TAIL.match(shape.text, after.end())
            yield from judged(a, earlier[-1], shape.at(after["d"]), after[0], tail[0] if tail else "")
