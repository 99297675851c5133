"""A figure that is compared with another one by name: `a fall of 6% on the 1.6 billion of the year before`, `twice the average
of £4,900`, `a record, beating the 8,640 of 1974`.

The figure that is compared is the last one of the same kind before the comparison.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.figures.moves import DOWN, UNLIKE, UP
from newslint.knowledge.facts.figures.near import alike
from newslint.knowledge.facts.figures.plausible import amount, factor, part, ratio
from newslint.knowledge.facts.figures.shapes import HEDGES, token, words
from newslint.knowledge.facts.linked.clash import Clash, spans
from newslint.knowledge.numbers import Interval, shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.near import Article
    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_B: Final = token("cmud", "b")
_BASE: Final = (
    rf"(?:the|its|their|his|her|last|that|this|a|an)\b{words(6, 'and|but|while|after|before|to')} {HEDGES}{_B}"
)
_UPS: Final = "rise|increase|jump|gain|growth|surge|hike|improvement|leap|climb|advance"
_DOWNS: Final = "fall|drop|decline|decrease|cut|reduction|slump|dip|slide|loss|plunge|saving"
_CHANGE: Final = lazy(
    rf"(?:,|\(| [-–—]| or| was| is|marking|representing|reflecting) ?(?:an? |the )?(?:[a-z]+ ){{0,2}}?"
    rf"(?:(?P<up>{_UPS})|(?P<down>{_DOWNS})) (?:of )?{HEDGES}{token('ps', 'd')} (?:on|from|over|against|compared with|compared to) "
    rf"{_BASE}"
)
_WAY: Final = lazy(
    rf"(?:,|\(| [-–—]) ?(?:(?P<up>up)|(?P<down>down)) (?:by )?{HEDGES}{token('ps', 'd')} (?:on|from|over|against) {_BASE}"
)
_TIMES: Final = lazy(
    rf"(?:,|\(| [-–—]| is| was| are| were| being) ?(?:an? (?:[a-z]+ )?(?:loss|figure|level|price|rate|rise|sum|amount|"
    rf"number|total|cost|gain|share|size|fee|fine) )?(?:or |more than |about |almost |nearly |over |just under |just over |"
    rf"around |roughly |only |"
    rf"some |well over )*{token('fs', 'f')} (?:of |as (?:much|many|high|large|big) as )?{_BASE}"
)
_TOP: Final = lazy(
    r"\b(?:club|course|world|national|school|company|house|stadium|track|league|all-time|ground|a|the|new|its|their)[ -]record\b"
    r"[^@;.]{0,60}?\b(?P<verb>beat(?:s|ing)?|breaking|broke|eclips(?:ed|es|ing)|pass(?:ed|es|ing)|surpass(?:ed|es|ing)|"
    r"topp(?:ed|ing)|"
    r"bettering|bettered|exceed(?:ed|ing)|overtak(?:ing|en)|smashing|smashed|above|up from)\b"
    rf"[^@;.]{{0,50}}? {HEDGES}{_B}"
)
_LOW: Final = lazy(r"\b(?:low|lowest|smallest|fewest|shortest|least|worst|fastest|quickest|time)\b")
_ENDS: Final = (
    (UP, "lowest|weakest|smallest|slowest|poorest"),
    (DOWN, "highest|strongest|biggest|largest|greatest"),
)
_EXTREME: Final = tuple(
    lazy(
        rf"(?<![\w-])(?P<move>{move})(?![\w-])(?: (?:by )?{HEDGES}@[a-z]\d+@(?: percent)?)?(?: to)? "
        rf"{HEDGES}@[cmup]\d+@[^@;.:]{{0,60}}?"
        rf"(?:, | – | — |\()(?:which (?:is|was) )?(?:its|their|the|a) (?P<end>{end})(?: [a-z]+)?"
        rf"(?= (?:since|in|for)\b)"
    )
    for move, end in _ENDS
)
_NO_EXTREME: Final = lazy(
    r"\b(?:after|off|from (?:its|their|the|a)|loss(?:es)?|lost|unemployment|rivals?)\b|\bcut\b|\bmore (?:than|to)\b"
)


def read(shape: Shape) -> Iterator[Clash]:
    """The comparisons of a sentence that its figures do not bear out; what somebody says is left alone."""
    if len(shape.quantities) < 2 or shape.quantities[0].quoted or " per " in shape.text:
        return
    yield from _changes(shape)
    yield from _multiples(shape)
    yield from _records(shape)
    yield from _extremes(shape)


def valued(shape: Shape, article: Article) -> Iterator[Clash]:
    """`values the group at about nine times last year's earnings of $42 million`, where the price stands elsewhere."""
    for hit in _VALUED.finditer(shape.text) if shape.has("@f") else ():
        f, base = shape.pair(hit, "f", "b")
        prices = [one for one in article.alike(base) if one.value > base.value and not one.quoted]
        if (
            f.quoted
            or not prices
            or not base.value
            or not f.value
            or any(ratio(amount(one), amount(base)).meets(factor(f)) for one in prices)
        ):
            continue
        nearest = min(prices, key=lambda one: abs(one.value / base.value / f.value - 1))
        if 1 / _FAR < nearest.value / base.value / f.value < _FAR:
            yield Clash("base", f.span, spans(nearest, base), f"{shown(nearest.value / base.value, 1)} times that")


_VALUED: Final = lazy(
    rf"\b(?:valu(?:es?|ed|ing)|priced|pays?|paid|paying|offer(?:s|ed)?|worth|bid|sold|bought)\b[^@;.]{{0,50}}? {HEDGES}"
    rf"{token('f', 'f')} [^@;.]{{3,60}}? (?:of|to) {HEDGES}{token('m', 'b')}"
)


def _subject(shape: Shape, hit: re.Match[str], base: Quantity) -> Quantity | None:
    """What is compared with the base: the one figure of its kind before the comparison."""
    before = alike(shape.all_of(shape.text[: hit.start()]), base)
    values = {one.value for one in before}
    return before[-1] if len(values) == 1 and _like(before[-1], base) else None


def _like(one: Quantity, base: Quantity) -> bool:
    """Whether two figures may measure the same: counts of one noun, or one of them names none."""
    if one.kind != "count" or one.counted is None or base.counted is None or base.counted.whole:
        return True
    return one.counted.lemma == base.counted.lemma


def _changes(shape: Shape) -> Iterator[Clash]:
    """A change from the base that has the other direction, or another size."""
    for hit in (hit for form in (_CHANGE, _WAY) for hit in form.finditer(shape.text)):
        d, base = shape.pair(hit, "d", "b")
        now = _subject(shape, hit, base)
        if (
            now is None
            or not base.value
            or now.change == "from"
            or UNLIKE.search(shape.text)
            or "like-for-like" in shape.text
        ):
            continue
        found = ratio(amount(now), amount(base))
        change = Interval(found.low - 1, found.high - 1) if hit["up"] else Interval(1 - found.high, 1 - found.low)
        if not change.meets(part(d)):
            way = "rise" if now.value > base.value else "fall"
            yield Clash(
                "base",
                d.span,
                spans(now, base),
                f"a {way} of {shown(abs(now.value / base.value - 1) * 100, 1)} percent",
            )


def _multiples(shape: Shape) -> Iterator[Clash]:
    """A multiple or a fraction of the base that no figure of its kind in the sentence is."""
    for hit in _TIMES.finditer(shape.text) if shape.has("@f", "@s") else ():
        f, base = shape.pair(hit, "f", "b")
        now = _subject(shape, hit, base)
        if now is None or not base.value or now.change:
            continue
        others = [one for one in alike(shape.quantities, base) if one.value]
        stated = part(f) if f.kind == "share" else factor(f)
        if any(ratio(amount(one), amount(base)).meets(stated) for one in others):
            continue
        if any(ratio(amount(base), amount(one)).meets(stated) for one in others):
            continue
        yield Clash("base", f.span, spans(now, base), f"{shown(now.value / base.value, 2)} times that")


def _records(shape: Shape) -> Iterator[Clash]:
    """A record that does not beat the one before."""
    for hit in _TOP.finditer(shape.text) if shape.has("record") else ():
        base = shape.at(hit["b"])
        if base.kind == "duration":
            continue  # where the least is the best
        before = alike(shape.all_of(shape.text[: hit.start("verb")]), base)
        if len({one.value for one in before}) == 1 and not _LOW.search(shape.text) and _like(before[-1], base):
            now = before[-1]
            if now.value < base.value < now.value * _FAR and not now.number.hedge:
                yield Clash("record", now.span, spans(base))


_FAR: Final = 3


def _extremes(shape: Shape) -> Iterator[Clash]:
    """A rise to the lowest, or a fall to the highest."""
    for form in _EXTREME if shape.has("est ") else ():
        for hit in form.finditer(shape.text):
            if not _NO_EXTREME.search(hit[0]):
                figure = next(iter(shape.all_of(hit[0])))
                yield Clash("extreme", figure.span, ())
