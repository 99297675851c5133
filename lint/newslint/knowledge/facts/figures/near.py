"""Figures in the neighbourhood of a sentence: what is of one kind and thing, and what may explain a derived figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.knowledge.facts.figures.shapes import Shape
    from newslint.knowledge.facts.quantities import Quantity

_TOLL: Final = lazy(r"\btoll\b[^@.;]{0,80}? (?:to|at|was|is|reached|of) (?P<n>@c\d+@)")


class Article(Struct, frozen=True):
    """All shapes of an article, in order; `top` is where its headline, dek and first paragraph end."""

    shapes: tuple[Shape, ...]
    top: int = 0

    def before(self, shape: Shape, reach: int) -> tuple[Shape, ...]:
        """The sentences with figures before one, nearest last, and itself."""
        index = next(number for number, one in enumerate(self.shapes) if one is shape)
        return self.shapes[max(index - reach, 0) : index + 1]

    @property
    def figures(self) -> Iterator[Quantity]:
        """Every figure of the article, in order."""
        for shape in self.shapes:
            yield from shape.quantities

    def tolls(self) -> Iterator[Quantity]:
        """The counts that are called a toll: `the toll from the flood in the north has risen to 52`."""
        for shape in self.shapes:
            yield from (shape.at(hit["n"]) for hit in _TOLL.finditer(shape.text)) if shape.has("toll") else ()

    def alike(self, one: Quantity) -> Iterator[Quantity]:
        """Every figure of the article of the same kind and unit, the figure itself left out."""
        for shape in self.shapes:
            yield from alike(shape.quantities, one)


def alike(figures: Iterable[Quantity], one: Quantity) -> list[Quantity]:
    """Those of some figures that are of the same kind and unit as one, which is left out."""
    return [
        other
        for other in figures
        if other.kind == one.kind and other.unit == one.unit and other is not one and other.after is None
    ]


def same_noun(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are amounts of money or measures, or counts of one noun."""
    return a.kind != "count" or (a.counted is not None and b.counted is not None and one_thing(a, b))


def one_thing(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may count one thing: the same noun, or one of them names none."""
    if a.counted is None or b.counted is None:
        return True
    return a.counted.lemma == b.counted.lemma
