"""Lists that stand apart from their total: `72 flats in Block A, 58 in B and 45 in C`, `nine were killed, six drowned`.

A list that makes any figure of its kind in the article is explained. One that does not is held against the one total that it
comes near.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.near import Article, alike, one_thing
from newslint.knowledge.facts.figures.plausible import exact, total
from newslint.knowledge.facts.figures.relation import Relation
from newslint.knowledge.facts.figures.shapes import token, words
from newslint.knowledge.facts.figures.totals import PARTIAL, stated
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_N: Final = token("cmu")
_W: Final = r"(?: [^@,;:()—–]{1,50})?"
# A list whose verb or noun is said once: `72 flats in Block A, 58 in Block B and 45 in Block C`.
_ITEMS: Final = lazy(
    rf"{_N}{_W}(?:(?:,|;)(?: and)? {_N}{_W})+(?:,|;)? (?:and|plus) (?:the |another |a further )?{_N}{_W}",
    needs=(", @|, and @|; @|; and @", " and | plus "),
)
# `The firm gave €150m, the fund €60m and the banks €30m`.
_GAPPED: Final = lazy(
    rf"{_N}(?: [a-z]+){{0,2}}(?:, (?:the |an? )?[^@,;:()—–]{{2,40}} {_N})+,? and [^@,;:()—–]{{2,40}} {_N}",
    needs=(" and ", ", "),
)
# What a list with a name for each figure has before it belongs to it: "Lee would get 82 of the delegates, Mr. Orr".
_GOES_BACK: Final = lazy(r"@[cmu]\d+@[^@;.]{0,40}, (?:(?:mr|mrs|ms|dr)\.? )?[a-z’'-]+ \Z")
_CLAUSE: Final = lazy(
    r"\b(?:had|has|have|was|were|is|are|won|took|trailed|while|target|goal|needed|required|limit|"
    r"threshold|record)\b"
)
_PLACED: Final = lazy(r"@[cmu]\d+@(?: [a-z'’-]+){0,2}? (in|from|for|at|to|by|on|with|of|went|goes)\b")
_IN_THE: Final = r" in the (?:@r\d+@|first|second|third|fourth|last|final)"
_PERIODS: Final = lazy(
    rf"{token('z', 'z')}[^@.;]{{0,30}}(?P<list>{token('c')}[^@,;]{{0,30}}{_IN_THE}[^@,;]{{0,12}}(?:, "
    rf"{token('c')}[^@,;]{{0,20}}{_IN_THE}[^@,;]{{0,12}})*,? and "
    rf"{token('c')}[^@,;.]{{0,20}}{_IN_THE})"
)
_OF_THEM: Final = lazy(
    rf"{token('c', 'x')} of (?:the (?P<who>dead|victims|injured|wounded|missing|survivors|passengers|"
    rf"arrested|detained|patients|hostages|winners|graduates|recruits|members|"
    rf"pupils|students|crew)|them|those (?:killed|injured|hurt|arrested|held|rescued))(?P<rest> "
    rf"were{words(3)}(?:, {token('c')} (?:were )?[a-z]+{words(2)})*,? and {token('c')} (?:were )?[a-z]+)",
    needs=("@ of the |@ of them|@ of those ", " and @c"),
)
_CAUSES: Final = frozenset({"dead", "hurt", "held", "saved", "missing"})
_WHO: Final = {
    "dead": "dead",
    "victims": "dead",
    "injured": "hurt",
    "wounded": "hurt",
    "arrested": "held",
    "detained": "held",
    "missing": "missing",
}
_SOME: Final = lazy(r"\b(?:including|of (?:which|whom|them)|among|at least|such as|like)\b")
_NEAR: Final = 0.25
_OVERLAP: Final = lazy(
    r"\b(?:also|both|under|over|aged|older|younger|including|among|local|foreign|some|later|yesterday|"
    r"since|last|previous)\b"
)


def read(shape: Shape, article: Article) -> Iterator[Relation]:
    """The lists of a sentence and the totals that they are of."""
    if len(shape.quantities) < 2 or shape.quantities[0].quoted:  # people who talk do not list everything
        return
    yield from _listed(shape, article)
    yield from _periods(shape)
    yield from _states(shape, article)


def _listed(shape: Shape, article: Article) -> Iterator[Relation]:
    for form in (_ITEMS, _GAPPED) if len(shape.quantities) > 2 else ():
        for hit in form.finditer(shape.text):
            parts = shape.all_of(hit[0])
            if (
                len({(one.kind, one.unit) for one in parts}) > 1
                or any(one.number.hedge for one in parts)
                or PARTIAL.search(hit[0])
            ):
                continue
            if form is _GAPPED and _CLAUSE.search(shape.text[: hit.end()]):
                continue
            if form is _GAPPED and _GOES_BACK.search(shape.text[: hit.start()]):
                continue
            made, value = total([exact(one) for one in parts]), sum(one.value for one in parts)
            wholes = [
                one for one in article.alike(parts[0]) if one not in parts and one.value > max(p.value for p in parts)
            ]
            fits = [one for one in wholes if made.meets(stated(one, parts))]
            close = _bound(shape, article, hit, parts, wholes, value)
            if fits:
                yield _relation(fits[0], parts, explained=True)
            elif len({one.value for one in close}) == 1 and not close[0].number.hedge:
                yield _relation(close[0], parts, explained=False)


def _bound(
    shape: Shape, article: Article, hit: re.Match[str], parts: list[Quantity], wholes: list[Quantity], value: float
) -> list[Quantity]:
    """The totals that a list comes near: right before it, or of the same noun at the top if the list repeats its preposition."""
    between = shape.text[: hit.start()].rpartition("@")[2] if "@" in shape.text[: hit.start()] else ""
    if _SOME.search(between):
        wholes = [one for one in wholes if one.value < value]  # some of them may make less than the whole
    earlier = shape.all_of(shape.text[: hit.start()]) or (
        list(shape.before.quantities) if shape.before is not None else []
    )
    near = [one for one in wholes if abs(value / one.value - 1) < _NEAR and one_thing(one, parts[0])]
    placed = {found[1] for found in _PLACED.finditer(hit[0])}
    if len(placed) == 1 and len(_PLACED.findall(hit[0])) >= len(parts) - 1 and len(parts) > 2:
        near = [one for one in near if one.start < article.top or one in earlier]
        return [
            one for one in near if one.kind != "count" or (one.counted is not None and parts[0].counted is not None)
        ]
    return [one for one in near if one in earlier]


def _periods(shape: Shape) -> Iterator[Relation]:
    """`outshot them 31-27, with nine in the first, 12 in the second and ten in the third`."""
    for hit in _PERIODS.finditer(shape.text) if shape.has("@z") else ():
        score = shape.at(hit["z"])
        parts = [one for one in shape.all_of(hit["list"]) if one.kind == "count"]
        value = sum(one.value for one in parts)
        if score.after is not None and len(parts) > 1:
            yield _relation(score, parts, explained=value in (score.value, score.after))


def _states(shape: Shape, article: Article) -> Iterator[Relation]:
    """Parts of the dead (or hurt, held …) that are more than all of them."""
    hit = _OF_THEM.search(shape.text)
    if hit is not None:
        parts = [one for one in shape.all_of(hit[0]) if one.kind == "count"]
        state = _WHO.get(hit["who"] or "", "")
        noun = hit["who"] or ""
        wholes = [
            one
            for one in alike(article.figures, parts[0])
            if (state and one.state == state) or (one.counted is not None and one.counted.head == noun)
        ]
        if state == "dead":
            wholes += [one for one in article.tolls() if one not in wholes]
        said = hit[0]
    else:
        counts = [one for one in shape.quantities if one.kind == "count"]
        parts = [one for one in counts if one.state in _CAUSES]
        if (
            len(parts) < 3
            or len(parts) != len(counts)
            or len({one.state for one in parts}) != 1
            or not shape.has(" and ")
        ):
            return
        wholes = [one for one in alike(article.figures, parts[0]) if one.state == parts[0].state]
        said = shape.text
    wholes = [one for one in wholes if one not in parts and one.value > max(p.value for p in parts)]
    value = sum(one.value for one in parts)
    if not wholes or _OVERLAP.search(said) or any(one.number.hedge for one in parts):
        return
    if any(one.value == value for one in wholes):
        yield _relation(next(one for one in wholes if one.value == value), parts, explained=True)
    elif len({one.value for one in wholes}) == 1 and wholes[0].value < value <= 2 * wholes[0].value:
        yield _relation(wholes[0], parts, explained=False)


def _relation(whole: Quantity, parts: list[Quantity], *, explained: bool) -> Relation:
    decimals = 2 if any(one.number.step < 1 for one in parts) else 0
    made = shown(sum(one.value for one in parts), decimals)
    return Relation("sum", whole, tuple((one, "part") for one in parts), made, explained)
