"""figures: a figure that other figures of the article determine, and that they do not bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, get_args

from newslint.checks.check import Check, Unit
from newslint.finding import Compared, Match
from newslint.knowledge.facts.figures.relation import Name
from newslint.knowledge.facts.relations import relations
from newslint.knowledge.numbers import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.figures.relation import Relation
    from newslint.knowledge.facts.quantities import Quantity


class Figures(Check, frozen=True, kw_only=True):
    """`of the 220 pupils, 44, or one in four`, `rose 20% to $6.6bn from $6bn`, `made up of 41 in the port and 33 inland`.

    Derived figures are recomputed from those that they are tied to, with every plausible rounding. See `facts/relations`.
    `relations` are those that are checked, all of them if none is named. With `close: true` only what looks like a slip is
    reported: a change of amounts or a share (of 20 or more) that is less than 2.5 times off, a sum that is less than a fifth
    off.
    """

    placeholders: ClassVar[frozenset[str]] = frozenset({"stated", "computed", "first", "last", "parts"})
    cases: ClassVar[dict[str, frozenset[str]]] = {name: frozenset() for name in (*get_args(Name), "percent-sum")}
    roles: ClassVar[dict[str, frozenset[str]]] = {
        role: frozenset() for role in ("from", "to", "total", "part", "end", "whole", "rate", "count", "each", "share")
    }
    per: ClassVar[str] = "document"

    relations: tuple[Name, ...] = ()
    close: bool = False

    def anchors(self) -> tuple[str, ...]:
        """Figures in digits and words: a text without any derives none from others."""
        return _CUES

    def find(self, unit: Unit) -> Iterator[Match]:
        """One match for each derived figure that is not explained."""
        text = unit.document.prose.text
        for one in unit.document.derived(relations):
            if one.explained or (self.relations and one.name not in self.relations) or _asks(unit.document, one):
                continue
            if not self.close or _close(one):
                yield _match(text, one)


def _asks(document: Document, one: Relation) -> bool:
    """Whether a question wonders at the figure: "Why do four tanks of 50 litres come to 51?"."""
    sentence = document.sentence_at(one.derived.start)
    return document.prose.text[sentence.start : sentence.end].rstrip().endswith("?")


_OFF: Final = 2.5
_SUM_OFF: Final = 1.2
_WHOLE: Final = 20


def _close(one: Relation) -> bool:
    """Whether the figure is so near to what it should be that it is likely to be meant for it."""
    operands = [figure for figure, _ in one.operands]
    if one.name in ("rise", "fall") and any(figure.kind == "percent" for figure in operands):
        return False
    if one.name == "share" and max(figure.after or figure.value for figure in operands) < _WHOLE:
        return False
    off = _OFF if one.name in ("rise", "fall", "share") else _SUM_OFF if one.name == "sum" else 0.0
    stated = one.derived.value * (100 if one.derived.kind == "share" else 1)
    made = _number(one.computed)
    return not off or made is None or (0 < stated < made * off and made < stated * off)


def _number(computed: str) -> float | None:
    """A computed value that is printed as a plain figure."""
    try:
        return float(computed.replace(",", ""))
    except ValueError:
        return None


# Figures, and the least words of numbers.
_CUES = (
    *"0123456789",
    *"two three four five six seven eight nine ten eleven twelve thirt twent fift sixt half third quarter".split(),
)


def _parts(text: str, figure: Quantity) -> tuple[str, ...]:
    """An operand as written; both figures of a score or of `12 out of 48`."""
    if figure.after is None:
        return (text[figure.start : figure.end],)
    first = figure.value * figure.after if figure.kind == "share" else figure.value
    return shown(first), shown(figure.after)


def _match(text: str, one: Relation) -> Match:
    place, percent = one.place, one.derived.kind == "percent"
    related = [Compared(figure.span, role) for figure, role in one.operands if figure is not place]
    if place is not one.derived:
        related.append(Compared(one.derived.span, "total" if one.name == "sum" else "end"))
    written = [part for figure, _ in one.operands for part in _parts(text, figure)]
    unit = one.derived.unit if one.derived.kind == "money" and one.name in ("sum", "difference") else ""
    values = {
        "stated": text[one.derived.start : one.derived.end],
        "computed": f"{unit}{one.computed}",
        "first": written[0],
        "last": written[-1],
        "parts": " + ".join(written),
    }
    return Match(
        place.span,
        values=values,
        related=tuple(related),
        case="percent-sum" if percent and one.name == "sum" else one.name,
    )
