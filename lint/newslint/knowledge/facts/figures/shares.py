"""A share right beside the count and the whole that it is of: `44 of the 220, or one in four`, `of 200 asked, 120 (55%)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.near import Article, alike, one_thing
from newslint.knowledge.facts.figures.plausible import amount, part, ratio
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.numbers import Interval, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_X: Final = token("cmu", "x")
_Y: Final = token("cmu", "y")
_S: Final = token("ps", "s")
_THE: Final = (
    r"(?:(?:the|its|their|his|her|those|these|our|all|nearly|every)(?: of)?(?: the)? )*(?:(?:first|last|"
    r"other|total of|estimated|roughly|about|some|more than) )*"
)
_OF: Final = rf"(?: out)? of {_THE}"
# What joins a share to the count that it repeats.
_OR: Final = (
    r"(?:(?: ?(?:,|\(|\[|—|–|--|:|;))? ?(?:or|that is|that's|which is|which was|which means|that makes|"
    r"which makes|meaning|"
    r"representing|equal to|equivalent to|amounting to|which amounts to|which comes to|making up|i\.e\.),? "
    r"|(?P<bare> ?(?:,|\(|\[|—|–|--|:) ?(?:about |a )?))"
)
# What makes a percentage a change, a difference or a share of something else.
_OTHER: Final = (
    r"(?![ -](?:of (?!the (?:total|whole|votes?|sample|lot)\b|them\b|those\b|all (?:those|of them)\b|"
    r"total\b)|more|less|fewer|higher|lower|"
    r"rise|increase|drop|fall|decline|jump|gain|up|down|above|below|from|compared|off|discount|interest|"
    r"chance|increases|growth|turnout|"
    r"stake|swing|cut|hike|tax|raise|return|annual|a year|per|each|point|margin|ownership))"
)
_END: Final = (
    r"(?(bare)(?= ?[,;:.)\]—–]| --? |\Z)|(?=[,;:.)\]!?—–]| -|\Z| (?:of|were|was|are|have|had|has|is|said|"
    r"in|by|who|that|to|did|"
    r"for|on|at)\b))"
)
_FORMS: Final = (
    lazy(
        rf"{_X}{words(4, 'and|but|of|or|to|from|than')}{_OF}{_Y}{words(6)}{_OR}{HEDGES}{_S}{_OTHER}{_END}",
        needs=("@c|@m|@u", "@p|@s", "of "),
    ),
    lazy(
        rf"(?<!by )(?<!of ){_X}{words(4, 'and|but|or|to|from|than|of')}(?: ?(?:,|\(|—|–|--)) ?(?:or |which is |"
        rf"that is |now )?{HEDGES}{_S} (?:of )?"
        rf"(?:the|its|their|his|her|last year's|what was once|a)(?: [a-z]+)? {HEDGES}{_Y}(?![ -]?@)",
        needs=("@c|@m|@u", "@p|@s", ",|(|—|–|--"),
    ),
    lazy(
        rf"{_S}{words(4, 'and|but|or|to|from|than|more|less')} ?(?:\(|, or |— ?|– "
        rf"?){HEDGES}{_X}{words(3)}{_OF}{_Y}(?![ ,]*(?:or )?@)",
        needs=("@c|@m|@u", "@p|@s", "(|, or |—|–"),
    ),
    lazy(
        rf"(?:\A|, |; |and |that |but |[“\"(])(?:out )?of {_THE}{_Y}{words(8)}, "
        rf"{HEDGES}{_X}{words(8)}{_OR}{HEDGES}{_S}{_OTHER}{_END}",
        needs=("@c|@m|@u", "@p|@s", "of ", ", "),
    ),
)
_NEXT: Final = lazy(
    rf"\A(?:that|this|it|which|that figure)(?:['’]s| is| was| represents| amounts to| works out (?:at|to)| "
    rf"equals| comes to| means| makes) "
    rf"{HEDGES}(?:an? (?:rate|share|proportion) of )?{_S}{_OTHER}"
)
_LAST: Final = lazy(rf"{_X}{words(4, 'and|but|of|or|to|from|than')}{_OF}{_Y}[^@]*\Z")
_MOVED: Final = lazy(
    r"\b(?:up|down|rose|rise|fell|increased?|decreased?|grew|dropp?e?d?|gained|lost|higher|lower|average|"
    r"averag\w+|scor\w+|adjusted)\b"
)


_TWICE: Final = lazy(
    rf"{token('s', 'a')}{words(6, 'and|but|or|more|less|from|to')}{_OR}{HEDGES}{_S}{_OTHER}{_END}", needs=("@s",)
)
# A share beside a count alone: `1,200, or two in five, were turned down`; a share of a whole, and then the count.
_ALONE: Final = lazy(
    rf"(?<!of )(?<!of the ){_X}{words(5, 'and|but|of|or|to|from|than|per|a|an|each')}{_OR}{HEDGES}{_S}{_OTHER}{_END}",
    needs=("@c|@m|@u", "@p|@s"),
)
_THEN: Final = lazy(
    rf"{_S} of {_THE}{_Y}{words(5)} ?(?:,|\(|—|–|--|:) ?(?:or |that is |some |about |around "
    rf")?{_X}(?=[),;:.—–]| (?:people|of them|were|are|had|have)\b)",
    needs=(" of ", "@c|@m|@u"),
)
_BY: Final = lazy(
    r"(?:\b(?:by|up|down|rose|fell|gained|lost|added|dropped|jumped|climbed|shed|slid|grew|cut|raised|"
    r"increased|decreased|another|more than|"
    r"savings?|saved|rise of|increase of|drop of|fall of|worth|at|for)(?: (?:about|just|nearly|around|some|over))? )\Z"
)


_SUM: Final = lazy(r"of (?:the|that|this) (?:sum|total|amount|money|budget|figure|whole)\b")


def alone(shape: Shape, article: Article) -> Iterator[Relation]:
    """The shares of a sentence whose whole is near, but not beside their count."""
    if not shape.has("@p", "@s"):
        return
    for hit in _THEN.finditer(shape.text):
        yield from _judged(*(shape.at(hit["x"]), shape.at(hit["y"]), shape.at(hit["s"])))
    for hit in _ALONE.finditer(shape.text):
        x, share = shape.pair(hit, "x", "s")
        if hit["bare"] and hit["bare"].strip() == "," and not shape.text.startswith(",", hit.end()):
            continue
        if x.ranged:
            continue  # "those 50 to 64 (70%)" are of an age
        if _MOVED.search(hit[0]) or _BY.search(shape.text[: hit.start()]) or x.value <= 1 or x.number.hedge or x.change:
            continue
        wholes = [one for one in article.alike(x) if one.value > x.value]
        explained = [one for one in wholes if _explains(x, one, share)]
        if explained:
            yield from _judged(x, explained[0], share)
            continue
        here = _wholes(shape, article, x)
        if len(here) == 1 and one_thing(x, here[0]) and not _led_to(x, here[0], share):
            yield from _judged(x, here[0], share)


def _led_to(x: Quantity, y: Quantity, share: Quantity) -> bool:
    """Whether a figure is what a change to another was: `tumbled 1,338 points, or 6.3%, to settle at 19,898`."""
    bases = (y.value - x.value, y.value + x.value)
    return any(base > 0 and abs(100 * x.value / base - share.value) <= share.number.step for base in bases)


def _one_kind(x: Quantity, y: Quantity) -> bool:
    """Whether two figures have one unit; the first may leave it to the second (30 of the 120 hectares)."""
    return (x.kind == y.kind and x.unit == y.unit) or (x.kind == "count" and y.kind == "measure")


def _twice(one: Quantity, other: Quantity) -> Iterator[Relation]:
    """`12 out of 48, which is a quarter`: one share, written in two ways."""
    if one.after is None or one.value <= 0 or other.value <= 0:
        return
    counts = one.after > _SMALL
    value = Interval(one.value, one.value) if counts else part(one)
    yield Relation("share", other, ((one, "whole"),), shown(100 * one.value, 1), value.meets(part(other)))


_SMALL: Final = 12  # "one in three" is a proportion, "12 out of 48" are counts


def _wholes(shape: Shape, article: Article, x: Quantity) -> list[Quantity]:
    """What a count can be a part of: the larger figures of its sentence, else of the one before; no siblings of its own."""
    here = [one for one in alike(shape.quantities, x) if one.value > x.value]
    if not here and shape.before is not None:
        here = [one for one in alike(shape.before.quantities, x) if one.value > x.value]
    if any(_has_share(where, one) for where in (shape, shape.before) if where is not None for one in here):
        return []
    if not here and _SUM.match(shape.text):  # of the sum approved
        earlier = [one for one in article.figures if one.start < x.start]
        here = [one for one in alike(earlier, x) if one.value > x.value][-1:]
    return here


def _has_share(shape: Shape, one: Quantity) -> bool:
    """Whether a figure has a share of its own: then it is a part as the other is."""
    return any(shape.at(hit["x"]) is one for hit in _ALONE.finditer(shape.text))


def _explains(x: Quantity, y: Quantity, share: Quantity) -> bool:
    return ratio(amount(x), amount(y)).meets(part(share))


def read(shape: Shape) -> Iterator[Relation]:
    """The shares of a sentence whose count and whole are beside them."""
    text = shape.text
    if not shape.has("@p", "@s"):
        return
    for hit in _TWICE.finditer(text):
        yield from _twice(*shape.pair(hit, "a", "s"))
    if " of " not in f" {text}" and (shape.before is None or " of " not in shape.before.text):
        return
    for form in _FORMS:
        for hit in form.finditer(text):
            if _MOVED.search(hit[0]) is None:
                yield from _judged(*(shape.at(hit["x"]), shape.at(hit["y"]), shape.at(hit["s"])))
    follow, before = _NEXT.match(text), shape.before
    if follow is not None and before is not None and (last := _LAST.search(before.text)) is not None:
        yield from _judged(*before.pair(last, "x", "y"), shape.at(follow["s"]))


def _judged(x: Quantity, y: Quantity, share: Quantity) -> Iterator[Relation]:
    if (
        (x.value == 1 and x.number.words)
        or not _one_kind(x, y)
        or not 0 < x.value <= y.value
        or share.value > (100 if share.kind == "percent" else 1)
    ):
        return
    yield Relation(
        "share", share, ((x, "part"), (y, "whole")), shown(100 * x.value / y.value, 1), _explains(x, y, share)
    )
