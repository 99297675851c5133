"""A difference and the two figures that it is between: `£14m more than the £172m proposed`, `won by five points, 76-71`,
`52 votes to 48, a majority of four`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.plausible import amount, difference, part, ratio
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.numbers import Interval, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_A: Final = token("cmup", "a")
_B: Final = token("cmup", "b")
_N: Final = token("cmuop", "n")
_MORE: Final = lazy(
    rf"(?<!by )(?<!by about ){_B}{words(6, 'and|but|while|from|to')} ?(?:,|\(|—|–|--) ?(?:or |which is |"
    rf"that is |some )?{HEDGES}{_N}{words(2, 'and|but')} "
    rf"(?P<way>more|fewer|less|higher|lower|above|below|greater|larger|smaller|short of|up on|down on)(?: than)? "
    rf"(?:(?:the|its|their|his|her|last year's|an?|previous|original|initial) )*{HEDGES}{_A}(?![ -]?@)",
    needs=(
        " more| fewer| less| higher| lower| above| below| greater| larger| smaller| short of| up on| down on",
        ",|(|—|–|--",
    ),
)
_PAIR: Final = (
    rf"(?:{token('z', 'z')}|{_A}{words(2, 'and|but')} (?:to|votes to|against|versus){words(2, 'and|but|by')} {_B})"
)
_GAP: Final = r"(?:an? )?(?:[a-z]+ )?(?:margin|majority|lead|gap|difference|deficit|advantage|plurality) of"
_SIDES: Final = r"(?:points?|votes?|runs?|goals?|seats?|percentage points?)"
_BY: Final = lazy(
    r"\b(?:won|win|wins|winning|beat|beats|beating|defeat(?:s|ed|ing)?|lost|los(?:es?|ing)|led|leads?|"
    r"leading|ahead|trail(?:s|ed|ing)?|behind|prevailed)\b"
    rf"[^@;.]{{0,60}}?\bby (?:just |only |a |exactly )*{token('cop', 'n')}(?:-?[ ]?{_SIDES})?(?: margin)? "
    rf"?(?:,|—|–|--|:|\() ?(?:a margin of )?{_PAIR}",
    needs=(
        "by ",
        "won|win|beat|defeat|lost|lose|losing|led|lead|ahead|trail|behind|prevailed",
        "@z| to| votes to| against| versus",
    ),
)
_THEN: Final = lazy(
    rf"{_PAIR}(?: ?(?:,|—|–|--|\() ?)(?:or |by )?{_GAP} {HEDGES}{token('cop', 'n')}",
    needs=("margin of |majority of |lead of |gap of |difference of |deficit of |advantage of |plurality of ",),
)


def read(shape: Shape) -> Iterator[Relation]:
    """The differences of a sentence that stand by both their figures."""
    if len(shape.quantities) < 2:
        return
    for hit in _MORE.finditer(shape.text) if len(shape.quantities) > 2 else ():
        b, n, a = (shape.at(hit["b"]), shape.at(hit["n"]), shape.at(hit["a"]))
        up = hit["way"] in ("more", "higher", "above", "greater", "larger", "up on")
        yield from _more(b, n, a, up=up)
    for form in (_BY, _THEN) if shape.has(" by ", " of ") else ():
        for hit in form.finditer(shape.text):
            n = shape.at(hit["n"])
            if hit["z"]:
                yield from _score(n, shape.at(hit["z"]))
            else:
                yield from _between(n, *shape.pair(hit, "a", "b"))


def _more(b: Quantity, n: Quantity, a: Quantity, *, up: bool) -> Iterator[Relation]:
    if a.kind != b.kind or a.unit != b.unit or a.value <= 0:
        return
    operands = ((a, "from"), (b, "to"))
    if n.kind == "percent":
        found = ratio(amount(b), amount(a))
        change = (
            Interval(found.low - 1, found.high - 1) if b.value >= a.value else Interval(1 - found.high, 1 - found.low)
        )
        yield Relation(
            "rise" if b.value >= a.value else "fall",
            n,
            operands,
            shown(abs(b.value / a.value - 1) * 100, 1),
            change.meets(part(n)),
        )
    elif (n.kind == a.kind and n.unit == a.unit) or (n.kind == "points" and a.kind == "percent"):
        gap = difference(amount(b), amount(a)) if b.value >= a.value else difference(amount(a), amount(b))
        right = (b.value >= a.value) == up
        yield Relation("difference", n, operands, shown(abs(b.value - a.value), 2), right and gap.meets(amount(n)))


def _score(n: Quantity, score: Quantity) -> Iterator[Relation]:
    if score.after is not None:
        gap = abs(score.value - score.after)
        yield Relation("difference", n, ((score, "end"),), shown(gap, 2), gap == n.value)


def _between(n: Quantity, a: Quantity, b: Quantity) -> Iterator[Relation]:
    if (
        a.kind == b.kind
        and a.unit == b.unit
        and (n.kind == a.kind or (a.kind == "percent" and n.kind in ("points", "count")))
    ):
        low, high = sorted((amount(a), amount(b)), key=lambda one: one.low)
        explained = difference(high, low).meets(amount(n))
        yield Relation("difference", n, ((a, "end"), (b, "end")), shown(abs(a.value - b.value), 2), explained)
