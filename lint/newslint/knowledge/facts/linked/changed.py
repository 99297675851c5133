"""A change that one sentence says in percent, and another by its two ends: `profit fell by a fifth … Net profit dropped to 480
million francs from 540 million`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts.figures.judged import comparable
from newslint.knowledge.facts.figures.moves import DOWN, UP
from newslint.knowledge.facts.figures.plausible import factor, part
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.facts.linked.clash import Clash, spans
from newslint.knowledge.numbers import Interval, shown
from newslint.knowledge.ratios import ratio
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.near import Article
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_WHAT: Final = r"(?P<words>(?:[a-z][\w'-]* ){0,3}?)(?P<what>[a-z][a-z-]+)"
_HELPS: Final = (
    r"(?: (?:in|at|of|for|on|across|from) [a-z' -]{2,40}?)?(?: (?:has|have|had|was|were|is|are|went|gone|going|go|will|would|"
    r"also|then|to|is|are|been|further|sharply|in @y\d+@|last year|this year))*"
)
_MOVE: Final = rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))"
_SAID: Final = lazy(
    rf"(?:\A|[,;] |\b){_WHAT}{_HELPS} {_MOVE} (?:by )?{HEDGES}{token('psf', 'd')}(?! of\b| points?| to\b)"
)
_ENDS: Final = (
    lazy(
        rf"(?:\A|[,;] |\b){_WHAT}{_HELPS} {_MOVE}(?: (?!from\b|to\b|by\b)[a-z]+){{0,2}} to "
        rf"{HEDGES}{token('cmu', 'b')}(?P<middle>{words(14, 'and|but|while|by')},? ?\(?(?:down |up )?from) "
        rf"{HEDGES}{token('cmu', 'a')}"
    ),
    lazy(
        rf"(?:\A|[,;] |\b){_WHAT}{_HELPS} {_MOVE}(?P<middle>(?: (?!from\b|to\b|by\b)[a-z]+){{0,2}}) from "
        rf"{HEDGES}{token('cmu', 'a')}{words(9, 'and|but|while|from|by')} to {HEDGES}{token('cmu', 'b')}"
    ),
)
_AVERAGE: Final = lazy(
    rf"\bfrom an average (?:of )?{HEDGES}{token('cmu', 'a')}{words(4, 'and|but|while|from|by')} to {HEDGES}{token('cmu', 'b')}"
)
_PERIODS: Final = {
    "quarter": ("quarter", "three months"),
    "half": ("half", "six months", "interim"),
    "month": (
        "in january",
        "in february",
        "in march",
        "in april",
        "in may",
        "in june",
        "in july",
        "in august",
        "in september",
        "in october",
        "in november",
        "in december",
        "monthly",
    ),
    "year": ("annual", "full year", "full-year", "last year", "in the year", "12 months"),
}
_PARTIAL: Final = lazy(
    r"\b(?:in (?:real terms|asia|europe|north america|china|the us)|adjusted|underlying|like-for-like|comparable|operating|"
    r"gross|pre-?tax|organic|"
    r"excluding|before tax|after tax|per share|average|median|shares|stock|since|than)\b"
)
_EMPTY: Final = frozenset("it they that which this he she we i and prices-wise who not now".split())
# Words before a noun that say no other thing by it.
_IDLE: Final = frozenset(
    "the its their his her net total overall quarterly annual that a and but as said while also after because".split()
)


class Change(Struct, frozen=True):
    """A change of what a noun names: its ends, or its size."""

    what: str
    words: frozenset[str]
    up: bool
    shape: Shape
    ends: tuple[Quantity, Quantity] | None = None
    size: Quantity | None = None


def changed(article: Article) -> Iterator[Clash]:
    """The changes whose size the ends of the same one elsewhere do not bear out."""
    sized = [one for shape in article.shapes if shape.has("@p", "@s", "@f") for one in _sized(shape)]
    ended = [one for shape in article.shapes if shape.has(" to @", " from ") for one in _ended(shape)] if sized else []
    for size in sized:
        alike = [one for one in ended if one.what == size.what and one.shape is not size.shape and _fits(one, size)]
        if not alike or any(_holds(one, size) for one in alike) or _explained(size, ended):
            continue
        if len({one.ends[1].value for one in alike if one.ends}) == 1 and alike[0].ends and size.size is not None:
            a, b = alike[0].ends
            if a.value:
                yield Clash("change", size.size.span, spans(a, b), _percent(a, b))


def _sized(shape: Shape) -> Iterator[Change]:
    for hit in _SAID.finditer(shape.text):
        d = shape.at(hit["d"])
        if hit["what"] not in _EMPTY and not d.quoted and not _PARTIAL.search(shape.text):
            yield Change(hit["what"], frozenset(hit["words"].split()) - _IDLE, hit["up"] is not None, shape, None, d)


def _ended(shape: Shape) -> Iterator[Change]:
    for hit in (hit for form in _ENDS for hit in form.finditer(shape.text)):
        a, b = shape.pair(hit, "a", "b")
        if hit["what"] not in _EMPTY and comparable(a, b) and not a.quoted and not _PARTIAL.search(shape.text):
            yield Change(hit["what"], frozenset(hit["words"].split()) - _IDLE, hit["up"] is not None, shape, (a, b))


def _fits(one: Change, size: Change) -> bool:
    """Whether two changes are of one thing at one time, in one direction."""
    if one.up != size.up or (one.words and size.words and not one.words & size.words):
        return False
    first, second = _periods(one.shape), _periods(size.shape)
    return not first or not second or bool(first & second)


def _periods(shape: Shape) -> set[str]:
    text = shape.text.replace("a year earlier", "").replace("the year before", "")
    return {name for name, cues in _PERIODS.items() if any(cue in text for cue in cues)}


def _explained(size: Change, ended: list[Change]) -> bool:
    """Whether any two ends of the article make a change of that size: then it is of another thing."""
    return any(_holds(one, size) for one in ended)


def _holds(one: Change, size: Change) -> bool:
    if one.ends is None or size.size is None:
        return False
    a, b = one.ends
    found, d = ratio(a.number, b.number), size.size
    if d.kind == "factor":
        return found.meets(factor(d)) or ratio(b.number, a.number).meets(factor(d))
    change = Interval(found.low - 1, found.high - 1) if b.value >= a.value else Interval(1 - found.high, 1 - found.low)
    return change.meets(part(d))


_IN_ONE: Final = lazy(rf"\b{_MOVE} (?:by )?{HEDGES}{token('ps', 'd')}")


def averaged(shape: Shape) -> Iterator[Clash]:
    """`risen by a third since 2015, from an average of 12p a mile to 18p`: a change and its ends in one sentence."""
    pair, said = _AVERAGE.search(shape.text), list(_IN_ONE.finditer(shape.text))
    if pair is None or len(said) != 1 or shape.quantities[0].quoted:
        return
    a, b = shape.pair(pair, "a", "b")
    size = Change("", frozenset(), said[0]["up"] is not None, shape, None, shape.at(said[0]["d"]))
    one = Change("", frozenset(), size.up, shape, (a, b))
    if a.value and comparable(a, b) and size.size is not None and not _holds(one, size):
        yield Clash("change", size.size.span, spans(a, b), _percent(a, b))


def _percent(a: Quantity, b: Quantity) -> str:
    """The change from one figure to another."""
    return f"{shown(abs(b.value / a.value - 1) * 100, 1)} percent"
