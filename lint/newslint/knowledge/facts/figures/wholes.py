"""Wholes and parts that a cue ties, whatever words lie between them: `of which`, `in all`, `leaving`, `the dead were …`.

The operands are all figures of the cue's kind and unit in its sentence, or the one before. A figure that any sum, difference
or product of theirs makes is explained; one that none makes, but which is near what the cue says it is, is not.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.near import alike
from newslint.knowledge.facts.figures.plausible import amount, difference, exact, product, total
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.facts.nouns import STATES, family
from newslint.knowledge.facts.plurals import singular
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.near import Article
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_D: Final = token("cmu", "d")
_OF_WHICH: Final = lazy(
    r"(?P<whole>@[cmu]\d+@)[^@;]{0,80}\b(?:out )?of (?:which|whom|these|them|that)\b,? (?P<parts>[^;]+)"
)
_OF_THOSE: Final = lazy(r"of (?:those|these|them|that(?: sum| total| amount)?),? ")
# `21 were treated in Brno, 17 in Olomouc and 18 in Prague`: one verb, and a place for each.
_PLACED: Final = lazy(
    r"@ (?:[a-z]+ ){0,3}?(in|from|at|to) [^@,]+(?:, @[cmu]\d+@ \1 [^@,]+)*,? and @[cmu]\d+@ \1 [^@]+\Z"
)
_OVERLAP: Final = lazy(
    r"\b(?:also|both|including|include[sd]?|over|under|aged|among|at least|more than|less than|about half|some of|other|"
    r"another|rest|remaining|remainder|further|each|per|already|up to)\b"
)
_LED: Final = lazy(r"@[cmu]\d+@(?: [a-z'’-]+){0,3}? (from|in|to|by|at|for|on|came|comes|went|goes)\b")
_ITEM: Final = r"(?:@c\d+@|an?|another)(?: [a-z][a-z'’-]*){1,5}"
# `The dead were nine women, six men and three children.`
_WHOLE_LIST: Final = lazy(
    r"(?:the|all|those|these|its|their)(?: [a-z-]+){0,2}? (?P<who>[a-z]+)"
    r"(?: (?:killed|injured|arrested|rescued|charged|aboard|held))? (?:were|are|comprised?|consist(?:ed)? of) "
    rf"(?P<list>{_ITEM}(?:, {_ITEM})*,? and {_ITEM})[.!]?[”\"]?\Z",
    needs=(" were | are | comprise| consist", " and "),
)
_ONE: Final = lazy(r"(?:\A|, |and )(?:an?|another) ")
_TOTAL: Final = (
    lazy(
        r"\b(?:a (?:grand |combined )?total of|totall?ing|making|"
        r"(?:bringing|taking|pushing) (?:the|its|their|his|her) (?:[a-z]+ ){0,2}to|"
        rf"adds? up to|added up to|blowing|spending|came to|comes to) {HEDGES}{_D}(?! (?:a|per|each|more|of the)\b)",
        needs=(
            "total|making|bringing |taking |pushing |add up to|adds up to|added up to|blowing|spending|came to|comes to",
        ),
    ),
    lazy(
        rf"{_D}{words(3, 'and|but|or')},? (?:in all|in total|altogether|all told|combined|between them)\b",
        needs=("in all|in total|altogether|all told|combined|between them",),
    ),
)
_LEAVING: Final = lazy(
    r"\b(?:leaving|leaves|which left)"
    r"(?: (?:it|them|him|her|us|the [a-z]+|a (?:gap|shortfall|balance|deficit) of|just|only|with|another|some|about|"
    rf"a further))* {HEDGES}{_D}",
    needs=("leaving|leaves|which left",),
)
_SHORT: Final = lazy(
    rf"\b(?:with|so|and)(?: [a-z]+){{0,3}}? {_D} (?:left|remaining|still|to go|to find|short|outstanding)\b",
    needs=(" left| remaining| still| to go| to find| short| outstanding",),
)
_GAP: Final = lazy(
    r"\ba (?:[a-z]+ )?(?:gap|margin|lead|difference|majority|shortfall|deficit|surplus|profit|loss) of "
    rf"{HEDGES}{_D}(?! per| (?:a|each)\b)",
    needs=(
        "gap of |margin of |lead of |difference of |majority of |shortfall of |deficit of |surplus of |profit of |loss of ",
    ),
)
_NEAR: Final = 1.3  # how far off a sum is that is meant for these figures
_FAR: Final = 2.0  # and a product or a difference
_PAIR: Final = 2
_MOST: Final = 7  # figures of which every sum is made


def read(shape: Shape, article: Article) -> Iterator[Relation]:
    """The wholes and parts of a sentence; people who talk do not add up."""
    if len(shape.quantities) < 2 or shape.quantities[0].quoted:
        return
    yield from _of_which(shape)
    yield from _whole_list(shape, article)
    yield from _totals(shape)
    yield from _left(shape)
    yield from _gap(shape)


def _of_which(shape: Shape) -> Iterator[Relation]:
    """`£1.2m, of which £900,000 comes from the lottery and £400,000 from developers`: parts that are more than the whole."""
    for whole, said in _wholes(shape):
        parts = alike(shape.all_of(said), whole)
        if len(parts) < 2 or _OVERLAP.search(said) or any(one.number.hedge for one in (whole, *parts)):
            continue
        if whole.kind == "count" and not _in_one_way(said, len(parts)):
            continue
        made = total([exact(one) for one in parts])
        if max(one.value for one in parts) < whole.value and made.low < whole.value * _NEAR:
            yield _sum(whole, parts, explained=made.low <= exact(whole).high)


def _in_one_way(said: str, count: int) -> bool:
    """Whether all parts are told in the same way: 21 from one place and 17 from another, and not 21 of an age."""
    led = _LED.findall(said)
    return (len(led) >= count and len(set(led)) == 1) or _PLACED.search(said) is not None


def _wholes(shape: Shape) -> Iterator[tuple[Quantity, str]]:
    """The figures of which parts are told, each with the words that tell them: after "of which", or "Of those"."""
    if not shape.has("of wh", "of the", "of tho"):
        return
    for hit in _OF_WHICH.finditer(shape.text):
        yield shape.at(hit["whole"]), hit["parts"]
    those = _OF_THOSE.match(shape.text)
    if those is not None and shape.before is not None and shape.before.quantities:
        yield shape.before.quantities[-1], shape.text[those.end() :]


def _whole_list(shape: Shape, article: Article) -> Iterator[Relation]:
    """`killing 18 people … The dead were nine women, six men and three children`: a list that says it is whole."""
    hit = _WHOLE_LIST.match(shape.text)
    if hit is None or _OVERLAP.search(hit["list"]):
        return
    parts = shape.all_of(hit["list"])
    if any(one.kind != "count" or one.number.hedge or one.counted is None for one in parts):
        return
    wholes = [one for one in article.figures if one.start < parts[0].start and _counts(one, singular(hit["who"]))]
    made = sum(one.value for one in parts) + len(_ONE.findall(hit["list"]))
    if len({one.value for one in wholes}) != 1 or wholes[0].number.hedge or not _close(made, wholes[0].value):
        return
    operands = tuple((one, "part") for one in parts)
    yield Relation("sum", wholes[0], operands, shown(made), made == wholes[0].value)


def _counts(one: Quantity, noun: str) -> bool:
    """Whether a figure counts what a noun names: `killing 18` the dead, `40 passengers` the passengers."""
    if one.kind != "count" or one.quoted:
        return False
    state = STATES.get(noun, "")
    return (bool(state) and one.state == state) or (
        one.counted is not None and family(one.counted.lemma) == family(noun)
    )


def _totals(shape: Shape) -> Iterator[Relation]:
    """`£45 for wine, £30 for beer and £15 for ice, £90 in all`; `14 hives, each of which gives 20 kilos, 280 in all`."""
    for hit in (hit for form in _TOTAL for hit in form.finditer(shape.text)):
        whole = shape.at(hit["d"])
        parts = alike([one for one in shape.quantities if one.start < whole.start], whole)
        if whole.number.hedge or not parts or len(parts) > _MOST:
            continue
        if len(parts) == 1 or (len(parts) == _PAIR and shape.has(" each ", " every ")):
            yield from _times(shape, parts[0], whole)
        elif not any(one.number.hedge or one.change for one in parts) and _close(
            sum(one.value for one in parts), whole.value
        ):
            yield _sum(whole, parts, explained=_makes(parts, whole))


def _times(shape: Shape, each: Quantity, whole: Quantity) -> Iterator[Relation]:
    counts = [one for one in shape.quantities if one.kind == "count" and one not in (whole, each) and one.value > 1]
    if len(counts) != 1 or not each.value or not shape.has("each", "every", "apiece"):
        return
    made = product(amount(each), amount(counts[0]))
    stated = each.value * counts[0].value
    if 1 / _FAR < whole.value / stated < _FAR:
        operands = ((counts[0], "count"), (each, "each"))
        computed = f"{whole.unit if whole.kind == 'money' else ''}{shown(stated, 2)}"
        yield Relation("product", whole, operands, computed, made.meets(amount(whole)))


def _makes(parts: list[Quantity], whole: Quantity) -> bool:
    """Whether some of the figures make the whole: added, or two of them multiplied."""
    claimed = amount(whole)
    sums = (
        total([exact(one) for one in some])
        for size in range(2, len(parts) + 1)
        for some in itertools.combinations(parts, size)
    )
    products = (product(exact(a), exact(b)) for a, b in itertools.combinations(parts, 2))
    return any(one.meets(claimed) for one in itertools.chain(sums, products))


def _left(shape: Shape) -> Iterator[Relation]:
    """`a target of £80,000. So far £52,000 has been given, leaving £28,000`: two amounts before it, and their difference."""
    for hit in (hit for form in (_LEAVING, _SHORT) for hit in form.finditer(shape.text)):
        left = shape.at(hit["d"])
        before = [] if shape.before is None else list(shape.before.quantities)
        here = alike([one for one in shape.quantities if one.start < left.start], left)
        others = here if len(here) > 1 else [*alike(before, left), *here]
        if (
            len(others) != 2
            or not here
            or left.definite
            or any(one.number.hedge or one.change for one in (left, *others))
        ):
            continue
        high, low = sorted(others, key=lambda one: -one.value)
        gap = high.value - low.value
        if gap > 0 and 1 / _FAR < left.value / gap < _FAR and left.value < high.value and _of_one(left, high, low):
            explained = difference(amount(high), amount(low)).meets(amount(left))
            yield Relation("rest", left, ((high, "whole"), (low, "part")), shown(gap, 2), explained)


def _gap(shape: Shape) -> Iterator[Relation]:
    """`48,200 votes for one side and 45,900 for the other, a gap of 2,300`: two figures before it, and their difference."""
    for hit in _GAP.finditer(shape.text) if shape.has(" of ") else ():
        gap = shape.at(hit["d"])
        others = alike([one for one in shape.quantities if one.start < gap.start], gap)
        if len(others) != _PAIR or any(one.number.hedge or one.change for one in (gap, *others)):
            continue
        high, low = sorted(others, key=lambda one: -one.value)
        stated = high.value - low.value
        if stated > 0 and 1 / _FAR < gap.value / stated < _FAR:
            explained = difference(amount(high), amount(low)).meets(amount(gap))
            yield Relation("difference", gap, ((high, "end"), (low, "end")), shown(stated, 2), explained)


def _of_one(*figures: Quantity) -> bool:
    """Whether figures are amounts, or count one noun."""
    lemmas = {one.counted.lemma for one in figures if one.counted is not None}
    return all(one.kind != "count" for one in figures) or len(lemmas) == 1


def _close(made: float, stated: float) -> bool:
    return stated > 0 and 1 / _NEAR < made / stated < _NEAR


def _sum(whole: Quantity, parts: list[Quantity], *, explained: bool) -> Relation:
    decimals = 2 if any(one.number.step < 1 for one in parts) else 0
    made = shown(sum(one.value for one in parts), decimals)
    return Relation("sum", whole, tuple((one, "part") for one in parts), made, explained)
